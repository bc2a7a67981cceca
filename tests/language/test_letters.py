"""What is found in the letters of a whole text is what a look at its passages, one by one, finds."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ingest.language import LanguageOptions, mixture
from ingest.language.body import read_prose
from ingest.language.function_counts import count_function_words, languages_with
from ingest.language.function_words import ANY_FUNCTION_WORD, FUNCTION_WORDS
from ingest.language.letters import western_letters
from ingest.language.mixture import OWN_FUNCTION_SHARE, PASSAGE_SAMPLE, measure_mixture
from ingest.language.words import _WORD, composed, standing_in, vocabulary, words_of

UNSET = LanguageOptions()
BORDER = st.text(st.sampled_from("aZÀéßªµ²½×÷1_'’“…‿\u00a0\u2028 \n"), max_size=40)
BEYOND = st.sampled_from("\u0301ſİƒœź中яﬁ①\u2070ℂ\ud800\U00010000")
SMALL_WORDS = st.sampled_from(["the", "of", "in", "is", "a", "de", "la", "é", "à", "der", "und", "och", "på", "was"])
LARGE_WORDS = st.sampled_from(["library", "biblioteca", "Zeitung", "Ludwig", "Lumière", "8", "’", "état", "“x”"])
PASSAGES = st.lists(
    st.lists(st.one_of(SMALL_WORDS, LARGE_WORDS), max_size=30).map(" ".join).map(lambda text: text + "\n" * len(text)),
    min_size=1,
    max_size=6,
)
ENGLISH = "The windows of the library look out to the sea, and it is open in the winter too. " * 3


@given(BORDER)
def test_letters_stand_at_their_place(text: str) -> None:
    letters = western_letters(text)
    assert letters is not None
    assert len(letters) == len(text)
    assert all(letter in {" ", own.lower()} for letter, own in zip(letters, text, strict=True))
    for end in range(len(text)):
        assert letters[:end].split() == words_of(text[:end])


@given(BORDER, BEYOND, BORDER)
def test_letters_beyond_western_ones_are_left_to_others(before: str, letter: str, after: str) -> None:
    assert western_letters(before + letter + after) is None


def test_signs_that_are_taken_for_spaces_stand_in_no_word() -> None:
    western = [chr(code) for code in range(0x100, 0x20000) if western_letters(chr(code)) == " "]
    assert {"→", "⌘", "✅", "。", "\u200d", "🚀"} <= set(western)
    assert [sign for sign in western if _WORD.findall(composed(f"a{sign}b")) != ["a", "b"]] == []


@given(PASSAGES)
@example(["é à é à é à é à é à é à"])
@example(["the " * 2 + "x " * 6, "the " * 2 + "x " * 8, "der und die das nicht ein Haus und der Wagen der Leute"])
@example(["der und die das nicht ein Haus und der Wagen der Leute " * 20])
@example(["(1) [2] {3} <4> *5* ~6~ |7| 'a' 'b'"])
def test_a_passage_that_begins_in_the_bodys_language_is_judged_as_in_whole(passages: list[str]) -> None:
    every = (ENGLISH, *passages, ENGLISH)
    prose = read_prose(every, UNSET)
    quick = measure_mixture(every, prose, prose.language, UNSET)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(mixture, "_words_unless_own", lambda text, _: words_of(text))
        assert measure_mixture(every, prose, prose.language, UNSET) == quick


@pytest.mark.parametrize("own", range(8))
@pytest.mark.parametrize("first", [True, False])
@pytest.mark.parametrize("gap", [" ", ", ", " - "])
def test_the_beginning_of_a_passage_decides_only_what_the_whole_does(own: int, first: bool, gap: str) -> None:  # noqa: FBT001 - drawn
    foreign = ["des"] * 20
    words = [*["the"] * own, *foreign] if first else [*foreign, *["the"] * own]
    every = (ENGLISH, gap.join(words))
    prose = read_prose(every, UNSET)
    is_own = own >= OWN_FUNCTION_SHARE * len(words)
    assert len(every[1]) < PASSAGE_SAMPLE
    assert (len(measure_mixture(every, prose, "en", UNSET).shares) == 1) == is_own


@given(BORDER, st.lists(st.text("azéßªµ²ﬁ中", min_size=1, max_size=3), max_size=4))
def test_words_stand_in_letters_as_in_the_vocabulary(prose: str, others: list[str]) -> None:
    pieces = sorted(vocabulary(prose))
    for asked in (others, pieces[:9], [piece[1:] or "b" for piece in pieces[:9]]):
        assert standing_in(asked, prose) == vocabulary(prose).intersection(asked)


@given(st.lists(st.sampled_from(sorted(ANY_FUNCTION_WORD)), min_size=1, max_size=3))
def test_languages_that_have_all_of_some_function_words(words: list[str]) -> None:
    assert languages_with(words) == {language for language, known in FUNCTION_WORDS.items() if known.issuperset(words)}


@pytest.mark.parametrize("length", [254, 255, 256, 510, 511, 100_000])
def test_many_function_words_are_counted(length: int) -> None:
    assert count_function_words(["the"] * length) == {"en": length}
