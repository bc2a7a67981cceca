"""What is found by a quick look at a whole text is what a look at every letter or word finds."""

import math
import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ingest.language import ArticleText, LanguageOptions, assess, mixture, profiles, scripts
from ingest.language.body import PLAIN_HITS, PLAIN_RATIO, confidence_of, language_by_function_words, read_prose
from ingest.language.function_counts import count_function_words
from ingest.language.function_words import ANY_FUNCTION_WORD, FUNCTION_WORDS
from ingest.language.mixture import LEAST_WORDS, measure_mixture
from ingest.language.profiles import _AS_IN_PROFILES, LONGEST, _profile, _score_word, _scores, score
from ingest.language.scripts import (
    HAN_PER_WORD,
    HANGUL_PER_WORD,
    KANA_PER_WORD,
    ScriptCounts,
    count_scripts,
    dominant_script,
)
from ingest.language.words import _WORD, composed, words_of
from ingest.source.encoded import encoded

LETTERS = st.text(st.sampled_from("aZéßžжΩσ中文的かナー・가。，！“’—  \n\t\r\v\f019'-_🎉\u00d7"), max_size=60)
BORDERS = st.text(
    st.sampled_from(
        "aJSΣİßé1_'’“…‿ⁿ²ª\u0663Ａ中。\u00a0\u2028\u0085\u0301\u030c\u0338\u0307\u064b\u0f43<=\ud800\U0001d400 \n"
    ),
    max_size=40,
)
SMALL_WORDS = st.sampled_from(sorted(ANY_FUNCTION_WORD))
LARGE_WORDS = st.sampled_from(["library", "biblioteca", "Zeitung", "Ludwig", "Ubuntu", "książka", "journal"])
PASSAGES = st.lists(
    st.lists(st.one_of(SMALL_WORDS, LARGE_WORDS, LARGE_WORDS), min_size=1, max_size=14).map(" ".join), max_size=4
)
UNSET = LanguageOptions()


@given(LETTERS)
def test_scripts_are_counted_as_letter_by_letter(text: str) -> None:
    joined = re.sub("[0-9']", "", text)
    others = [
        ("Cyrl", len(re.findall("[\u0400-\u04ff]+", joined))),
        ("Grek", len(re.findall("[\u0380-\u03ff]+", joined))),
    ]
    assert tuple(count_scripts(text)) == (
        len(re.findall("[A-Za-z\u00c0-\u024f]+", joined)),
        len(re.findall("[\u4e00-\u9fff]", text)),
        len(re.findall("[\u3041-\u30fa\u30fc-\u30ff]", text)),
        len(re.findall("[\uac00-\ud7a3]", text)),
        tuple((code, count) for code, count in others if count),
    )


@pytest.mark.parametrize("length", [1 << 15, 1 << 17])
def test_words_of_a_long_text_are_counted(length: int) -> None:
    assert count_scripts("中" + "a " * length + "b中")[:2] == (length + 1, 2)


@given(st.lists(LETTERS, max_size=4))
def test_bytes_at_hand_count_like_the_text(passages: list[str]) -> None:
    known = encoded("\n\n".join(passages))
    assert count_scripts("\n".join(passages), known) == count_scripts("\n".join(passages))
    read = ArticleText(passages=tuple(passages))
    assert assess(read._replace(encoded=known)) == assess(read)


@pytest.mark.parametrize("block", [range(0xD800), range(0xE000, 0x10000), range(0x1F000, 0x20100)])
def test_letters_known_to_be_latin_and_han_count_like_those_that_are_looked_at(block: range) -> None:
    texts = [f"a{chr(code)}b中" for code in block]
    assert [text for text in texts if count_scripts(text, encoded(text)) != count_scripts(text)] == []


@pytest.mark.parametrize("latin", ["", "a", "a b", "Ab'c 1d", "né à", "a" * 9])
@pytest.mark.parametrize("han", ["", "中", "中文中", "中" * 40])
def test_latin_words_are_counted_among_few_and_many_han_letters(latin: str, han: str) -> None:
    expected = len(latin.split())
    assert count_scripts(han + latin + han)[:2] == (expected, 2 * len(han))
    assert count_scripts(latin + han + latin)[:2] == (2 * expected - (not han and expected > 0), len(han))


@pytest.mark.parametrize(
    "block", [range(0x4100), range(0x4D00, 0x5000), range(0x9F00, 0xFFFF), range(0x1F000, 0x20100)]
)
def test_a_letter_is_counted_alike_beside_those_of_rare_scripts(block: range) -> None:
    texts = [f"a{chr(code)}b中" for code in block]
    quick = [count_scripts(text) for text in texts]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(scripts, "LATIN_AND_HAN_ALONE", re.compile("(?!)"))
        assert [count_scripts(text) for text in texts] == quick


@given(st.builds(ScriptCounts, *[st.integers(0, 40)] * 4, st.sampled_from([(), (("Cyrl", 3),)])), st.floats(0, 1))
@example(ScriptCounts(15, 8, 0, 0), 0.25)
def test_a_text_in_latin_and_han_letters_has_the_script_of_its_words(counts: ScriptCounts, share: float) -> None:
    latin, han, kana, hangul, others = counts
    cjk = han / HAN_PER_WORD + kana / KANA_PER_WORD + hangul / HANGUL_PER_WORD
    native = cjk + sum(words for _, words in others)
    assert counts.native == native
    script = dominant_script(counts, share)
    if not native:
        assert script == ("Latn" if latin else "Zyyy")
    else:
        assert (script == "Latn") == (native < share * (native + latin))
        if script != "Latn" and not (kana or hangul or others):
            assert script == "Hani"


@given(BORDERS)
def test_words_are_split_as_found_one_by_one(text: str) -> None:
    assert words_of(text) == _WORD.findall(composed(text).lower())


def test_words_next_to_any_character_are_split_as_found_one_by_one() -> None:
    text = " ".join(f"a{chr(code)}b {chr(code)}c" for code in range(0x3100))
    assert words_of(text) == _WORD.findall(composed(text).lower())


@given(st.lists(st.one_of(SMALL_WORDS, LARGE_WORDS)))
def test_function_words_are_counted_for_every_language_at_once(found: list[str]) -> None:
    expected = {language: sum(word in known for word in found) for language, known in FUNCTION_WORDS.items()}
    assert count_function_words(found) == {language: count for language, count in expected.items() if count}


OF_ONE_LANGUAGE = st.lists(st.lists(SMALL_WORDS, min_size=1, max_size=3).map(lambda words: words * 12), max_size=3)


@given(OF_ONE_LANGUAGE.map(lambda parts: [word for part in parts for word in part]))
@example(["und"] * 19)
@example(["und"] * 20)
@example(["und"] * 49 + ["ich"] + ["the"] * 20)
def test_the_function_words_of_a_body_decide_alone(found: list[str]) -> None:
    candidates = ("de", "en", "es", "pt")
    ranked = sorted((sum(word in FUNCTION_WORDS[language] for word in found), language) for language in candidates)
    (second, _), (first, language) = ranked[-2:]
    is_plain = first >= PLAIN_HITS and first >= PLAIN_RATIO * second
    assert language_by_function_words(found, candidates) == (language if is_plain else None)


@given(PASSAGES, st.sampled_from(["en", "es", "de", "pl"]))
def test_a_passage_without_a_rivals_function_words_needs_no_model(passages: list[str], language: str) -> None:
    own = " ".join(sorted(FUNCTION_WORDS[language]))
    counts = count_scripts(" ".join([own, *passages]))
    read = mixture.Prose(own, counts, "Latn", language, 9.0, counts.native + counts.latin)
    quick = measure_mixture([own, *passages], read, language, UNSET)
    with pytest.MonkeyPatch.context() as patch:
        every = dict.fromkeys(("en", "xx"), LEAST_WORDS * 100)
        patch.setattr(mixture, "count_function_words", lambda _: every)
        assert measure_mixture([own, *passages], read, language, UNSET) == quick


SENTENCES = st.sampled_from(
    [
        *("这座图书馆建在防波堤上，它的窗户朝着海。", "读者可以听见浪声，冬天也开门。", "Node.js"),
        *("The windows of the library look out to the sea, and it is open in the winter too.", "We open at nine."),
        *(
            "図書館は海の上に建てられています。窓から海が見えます。",
            "도서관은 바다 위에 세워져 있습니다. 바다가 보입니다.",
        ),
        *("Библиотека стоит на берегу моря, и её окна выходят на воду.", "Die Fenster gehen auf das Meer hinaus."),
    ]
)


@given(
    st.lists(st.lists(SENTENCES, min_size=1, max_size=4).map(" ".join), min_size=1, max_size=9),
    st.sampled_from([UNSET, LanguageOptions(candidates=("zh", "en"))]),
)
def test_passages_are_only_passed_over_where_less_than_a_tenth_is_foreign(
    passages: list[str], options: LanguageOptions
) -> None:
    prose = read_prose(passages, options)
    quick = measure_mixture(passages, prose, prose.language, options)
    with pytest.MonkeyPatch.context() as patch:
        found = not prose.language.startswith("und")
        patch.setattr(mixture, "_possible", lambda *_: (found, found))
        every = measure_mixture(passages, prose, prose.language, options)
    own = sum(share.share for share in every.shares if share.language == prose.language)
    assert quick == every or (1 - own) * prose.words < max(LEAST_WORDS, mixture.INFORM_SHARE * prose.words)


@given(st.integers(1, 3), st.integers(0, 9))
def test_passages_of_the_fewest_characters_are_read(gap: int, more: int) -> None:
    passage = (" " * gap).join("abcdefgh"[:LEAST_WORDS]) + "!" * more
    counts = count_scripts("图书馆" * 9 + " a" * 60)
    read = mixture.Prose("图书馆" * 9, counts, "Hani", "zh", 9.0, counts.native + counts.latin)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(mixture, "_latin_passage", lambda *_: ("en", LEAST_WORDS))
        assert measure_mixture([passage], read, "zh", UNSET).shares[0].share < 1


@given(st.lists(st.one_of(SMALL_WORDS, LARGE_WORDS, st.text(max_size=50)), max_size=20))
def test_likelihoods_are_added_up_in_the_order_of_the_words(found: list[str]) -> None:
    candidates = ("de", "en", "es")
    totals = [0.0] * len(candidates)
    for word in found:
        totals = [total + value for total, value in zip(totals, _score_word(word[:LONGEST], candidates), strict=True)]
    assert score(found, candidates) == dict(zip(candidates, totals, strict=True))


def _score_letter_by_letter(word: str, language: str) -> tuple[float, float]:
    """Return the score of a word by its letters alone and with what it is worth as a function word."""
    counts, scales = _profile(language)
    padded = f" {word.lower().translate(_AS_IN_PROFILES)} "
    total = 0.0
    for size in (1, 2, 3):
        for start in range(len(padded) - size + 1):
            count = counts.get(padded[start : start + size], 0)
            total += profiles.ORDER_WEIGHTS[size - 1] * math.log1p(count * scales[size - 1])
    return total, total + profiles.FUNCTION_WORD * (word in FUNCTION_WORDS.get(language, ()))


@given(st.one_of(SMALL_WORDS, LARGE_WORDS, st.text("aAbßÉșİжΣ中 ", max_size=9)), st.booleans())
def test_a_word_is_scored_as_letter_by_letter(word: str, with_lender: bool) -> None:  # noqa: FBT001 - drawn
    candidates = ("de", "en", "es", "vi") if with_lender else ("de", "es")
    borrowed = _score_letter_by_letter(word, "en")[0] + math.log(profiles.BORROWED)
    expected = []
    for language in candidates:
        own = _score_letter_by_letter(word, language)[1]
        loan = max(own, borrowed) + math.log1p(math.exp(-abs(own - borrowed)))
        expected.append(own if language == "en" else loan)
    assert _score_word(word, candidates) == tuple(expected)


def test_more_words_than_are_kept_score_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    found = ["biblioteca", "Zeitung", "library", "journal", "und"]
    expected = score(found, ("de", "en"))
    monkeypatch.setattr(profiles, "MOST_WORDS", 2)
    _scores.cache_clear()
    assert score(found, ("de", "en")) == expected
    assert len(_scores(("de", "en"))) <= 2


@given(st.floats(0, 1e6))
def test_a_confidence_is_the_same_where_it_is_certain(weight: float) -> None:
    assert confidence_of(weight) == round(1.0 - 2.0 ** -(1.0 + weight), 3)


@pytest.mark.parametrize("character", ["a", "中", "ー", "\u2019", "\u0301", "é", "ж", "'", " ", "\uff61", "\U0001f389"])
def test_a_body_of_one_character_takes_no_time(character: str) -> None:
    assert assess(ArticleText(passages=(character * 100_000,) * 2)).mixed is False
