import re
import unicodedata

from hypothesis import example, given
from hypothesis import strategies as st

from ingest.language.detectors import best
from ingest.language.words import FEW_WORDS, VOCABULARY_LIMIT, latin_vocabulary, standing_in, vocabulary

# Letters, what stands between words, and what only looks like one of the two.
BORDER = "aAbéÉßİıΣσ²½1_'’-. \n漢и\u0301\u093e\u064b🙂"
PROSE = st.text(alphabet=BORDER, max_size=60)


@given(prose=PROSE, words=st.lists(st.text(alphabet="abéßıσиi\u0307\u093e", min_size=1, max_size=4), max_size=4))
@example(prose="The cabin is a cab", words=["cab", "cabin", "in", "a"])
@example(prose="re\u0301sume\u0301 resume", words=["résumé", "resume", "re"])
@example(prose="H2O and CO2", words=["h", "o", "co"])
def test_words_that_stand_alone_are_those_of_the_vocabulary(prose: str, words: list[str]) -> None:
    pieces = sorted(vocabulary(prose))[:FEW_WORDS]
    for asked in (words, pieces, [piece[1:] or "b" for piece in pieces]):
        assert standing_in(asked, prose) == vocabulary(prose).intersection(asked)


def test_many_words_are_looked_for_as_few_are() -> None:
    prose = "Eine Bäckerei öffnet früh, und wer spät kommt, bekommt nur noch Krümel."
    words = [*sorted(vocabulary(prose)), "bäck", "früher", "spä", "krümeln", "och", "öffne"]
    assert len(words) > FEW_WORDS
    assert standing_in(words, prose) == vocabulary(prose)
    assert {word for word in words if standing_in([word], prose)} == vocabulary(prose)


def test_only_the_beginning_of_a_long_text_is_read() -> None:
    prose = "x " * (VOCABULARY_LIMIT // 2) + "later"
    assert standing_in(["later"], prose) == latin_vocabulary(prose) & {"later"} == frozenset()


@given(st.text(alphabet="aAbZ1_'-. \n漢，あ가и🙂", max_size=60))
@example("King Street收购了Colovore的多数股权")
def test_the_latin_words_of_prose_in_another_script(prose: str) -> None:
    assert latin_vocabulary(prose) == set(re.findall("[a-z]+", prose.lower()))


def test_the_latin_words_with_accents_in_another_script() -> None:
    prose = "在Café Müller里，Žižek 和 Nguyễn 谈了 résumé。"
    expected = {"café", "müller", "žižek", "nguyễn", "résumé"}
    assert latin_vocabulary(prose) == latin_vocabulary(unicodedata.normalize("NFD", prose)) == expected


def test_the_likeliest_language_and_its_lead() -> None:
    assert best({"pl": -3.0, "pt": -1.0, "es": -2.5}) == ("pt", 1.5)
    assert best({"pt": -1.0, "es": -1.0, "it": -4.0}) == ("es", 0.0)
    assert best({"en": -7.0}) == ("en", float("inf"))
