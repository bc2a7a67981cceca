"""The line and the column of an offset: near the start they are counted, further on looked up."""

from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.source import Source, model

TEXTS = st.text(st.sampled_from(["a", "\u4e2d", "\n", "\r", "\u2028", "\x0c", " "]), max_size=24)


@given(TEXTS, st.integers(0, 24), st.integers(0, 24))
def test_lines_are_counted_as_they_are_looked_up(text: str, offset: int, near: int) -> None:
    source = Source("a.md", b"", text)
    with patch.object(model, "_NEAR", -1):
        expected = source.line_column(offset)
    with patch.object(model, "_NEAR", near):
        assert source.line_column(offset) == expected


@given(TEXTS, st.integers(0, 24))
def test_a_line_ends_where_its_text_does(text: str, offset: int) -> None:
    source = Source("a.md", b"", text)
    offset = min(offset, len(text))
    line, _ = source.line_column(offset)
    assert source.line_end(offset) == source.line_starts[line - 1] + len(source.line_text(line))


@pytest.mark.parametrize(
    ("text", "offset", "end"),
    [
        ("", 0, 0),
        ("ab\nc", 0, 2),
        ("ab\nc", 2, 2),
        ("ab\nc", 3, 4),
        ("ab\n", 3, 3),
        ("ab\r\nc", 1, 2),
        ("ab\rc\n", 0, 2),
    ],
)
def test_the_end_of_a_line(text: str, offset: int, end: int) -> None:
    assert Source("a.md", b"", text).line_end(offset) == end


@pytest.mark.parametrize(
    ("text", "offset", "place"),
    [
        ("", 0, (1, 1)),
        ("\n", 0, (1, 1)),
        ("\n", 1, (2, 1)),
        ("a\r\nb", 2, (1, 3)),
        ("a\r\nb", 3, (2, 1)),
        ("a\rb\n", 2, (2, 1)),
        ("a\u2028b\n", 3, (1, 4)),
        ("a\n" * 300 + "b", 600, (301, 1)),
    ],
)
def test_the_place_of_an_offset(text: str, offset: int, place: tuple[int, int]) -> None:
    assert Source("a.md", b"", text).line_column(offset) == place
