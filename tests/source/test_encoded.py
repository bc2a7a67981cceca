"""A text's UTF-8, and letters that are counted as bits of one number."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ingest.source.encoded import count_letters, encoded


@given(st.text())
def test_the_bytes_are_those_of_the_text(text: str) -> None:
    assert encoded(text).utf8 == text.encode()


def test_a_lone_surrogate_has_none() -> None:
    with pytest.raises(UnicodeEncodeError):
        encoded("a\ud800")


@pytest.mark.parametrize("text", ["", "中文 and Latin, 1 é — “？” 🎉"])
def test_latin_letters_and_ideographs_are_known(text: str) -> None:
    assert encoded(text).letters


@pytest.mark.parametrize("text", ["かな", "中Ж", "ℂ", "x²", "한", "①"])
def test_other_letters_and_figures_are_not(text: str) -> None:
    assert not encoded(text).letters


@given(st.text("aB9é中，-'’“ ", max_size=60))
@example("a-'-b ’a’b’ 1a2b3 4 c-5-d 中-中 -e- f--g")
def test_letters_are_counted_as_by_expressions(text: str) -> None:
    plain = text.replace("--", "  ").replace("'", "")
    joined = re.sub("(?<=[^\\W中])[-’]+(?=[^\\W中])", "", plain)
    words = re.findall("[^\\W中]+", joined)
    alphabetic = re.findall("[^\\W中]+", re.sub("[0-9]", "", plain))
    assert count_letters(text, text.encode()) == (plain.count("中"), len(words), len(alphabetic))


@pytest.mark.parametrize("length", [1 << 15, (1 << 15) + 1, 1 << 18])
def test_many_letters_are_counted(length: int) -> None:
    words = f"中1{'a ' * length}a-1b中"
    assert count_letters(words, words.encode()) == (2, length + 1, length + 2)
    word = f"a{'’-' * length}{'1' * length}b"
    assert count_letters(word, word.encode()) == (0, 1, 2)
