"""A text's UTF-8, and digits that are counted as bits of one number."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.source.encoded import count_digits, encoded


@given(st.text())
def test_the_bytes_are_those_of_the_text(text: str) -> None:
    assert encoded(text).utf8 == text.encode()


def test_a_lone_surrogate_has_none() -> None:
    with pytest.raises(UnicodeEncodeError):
        encoded("a\ud800")


@pytest.mark.parametrize("text", ["", "中文 and Latin, 1 é — “？” 🎉"])
def test_latin_letters_and_ideographs_are_known(text: str) -> None:
    assert encoded(text).latin_and_han


@pytest.mark.parametrize("text", ["かな", "中Ж", "ℂ", "x²", "한", "①"])
def test_other_letters_and_figures_are_not(text: str) -> None:
    assert not encoded(text).latin_and_han


@given(st.text("012"))
def test_digits_are_counted(digits: str) -> None:
    assert count_digits(digits.encode()) == (digits.count("2"), len(re.findall("1+", digits)))


@pytest.mark.parametrize("length", [1 << 15, (1 << 15) + 1, 1 << 18])
def test_many_digits_are_counted(length: int) -> None:
    assert count_digits(b"20" + b"10" * length + b"02") == (2, length)
