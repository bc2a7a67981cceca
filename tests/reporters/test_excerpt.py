"""Carets stand under the right cells: the cells of each piece below were looked up by hand in a terminal."""

import re
from itertools import accumulate

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.reporters import excerpt
from ingest.reporters.cells import width
from ingest.reporters.excerpt import clipped, marked

PIECES = {
    "a": 1,
    " ": 1,
    "中": 2,
    "：": 2,
    "“": 1,
    "한": 2,
    "ﾊ": 1,
    "e\u0301": 1,
    "が": 2,
    "か\u3099": 2,
    "👍": 2,
    "👍🏽": 2,
    "👩\u200d👩\u200d👧": 2,
    "🇨🇳": 2,
    "𠮷": 2,
    "Ω": 1,
    "\u202e": 6,
    "\x1b": 4,
    "\u200b": 6,
    "\x85": 4,
}
lines = st.lists(st.sampled_from(sorted(PIECES)), min_size=1, max_size=30)


@settings(derandomize=True, deadline=None)
@given(lines, st.data())
def test_carets_cover_the_cells_of_the_span(pieces: list[str], data: st.DataObject) -> None:
    first = data.draw(st.integers(0, len(pieces) - 1))
    last = data.draw(st.integers(first, len(pieces) - 1))
    offsets = [0, *accumulate(map(len, pieces))]
    shown = marked("".join(pieces), offsets[first], offsets[last + 1], 1000)
    assert shown.indent == sum(PIECES[piece] for piece in pieces[:first])
    assert shown.carets == sum(PIECES[piece] for piece in pieces[first : last + 1])


@settings(derandomize=True, deadline=None)
@given(lines, st.data(), st.integers(8, 40))
def test_a_clipped_line_fits_and_shows_where_the_span_starts(
    pieces: list[str], data: st.DataObject, cells: int
) -> None:
    first = data.draw(st.integers(0, len(pieces) - 1))
    pieces[first] = "龘"
    shown = marked("".join(pieces), len("".join(pieces[:first])), len("".join(pieces[: first + 1])), cells)
    before, found, after = shown.text.partition("龘")
    assert found
    assert shown.carets == 2
    assert shown.indent == cells_of(before)
    assert cells_of(shown.text) <= cells
    assert ("…" in after) == (not shown.text.endswith(drawn(pieces[first + 1 :]).rstrip()))


def drawn(pieces: list[str]) -> str:
    escapes = {"\u202e": "\\u202e", "\x1b": "\\x1b", "\u200b": "\\u200b", "\x85": "\\x85"}
    return "".join(escapes.get(piece, piece) for piece in pieces)


def cells_of(text: str) -> int:
    total = 0
    while text:
        piece = max((piece for piece in PIECES if text.startswith(piece)), key=len, default=text[0])
        total += PIECES.get(piece, 2 if piece == "龘" else 1)
        text = text[len(piece) :]
    return total


@pytest.mark.parametrize(
    ("line", "start", "end", "expected"),
    [
        ("title: 你好", 7, 9, ("title: 你好", 7, 4)),
        ("\tdate: x", 1, 5, ("    date: x", 4, 4)),
        ("ab\tc", 3, 4, ("ab  c", 4, 1)),
        ("ab\tc", 2, 3, ("ab  c", 2, 2)),
        ("abc", 1, 1, ("abc", 1, 1)),
        ("abc", 3, 3, ("abc", 3, 1)),
        ("中文", 2, 2, ("中文", 4, 1)),
        ("abc", 9, 12, ("abc", 3, 1)),
        ("", 0, 0, ("", 0, 1)),
        ("e\u0301x", 1, 2, ("e\u0301x", 0, 1)),
        ("\u0301x", 1, 2, ("\u0301x", 0, 1)),
        ("## [x] ##[error]", 9, 10, ("## [x] #\\x23[error]", 12, 1)),
    ],
)
def test_edges(line: str, start: int, end: int, expected: tuple[str, int, int]) -> None:
    shown = marked(line, start, end, 60)
    assert (shown.text, shown.indent, shown.carets) == expected


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (0, 3, ("0123456789012345678…", 0, 3)),
        (17, 19, ("0123456789012345678…", 17, 2)),
        (50, 52, ("…456789012345678901…", 7, 2)),
        (50, 90, ("…012345678901234567…", 1, 18)),
        (99, 100, ("…3456789", 7, 1)),
        (100, 100, ("…456789", 7, 1)),
    ],
)
def test_clipping_keeps_the_span_in_sight(start: int, end: int, expected: tuple[str, int, int]) -> None:
    shown = marked("0123456789" * 10, start, end, 20)
    assert (shown.text, shown.indent, shown.carets) == expected


def test_the_beginning_of_a_line_is_clipped_between_characters() -> None:
    assert clipped("中文中文中文", 9) == "中文中文…"
    assert clipped("中文中文", 8) == "中文中文"


@pytest.mark.parametrize("character", ["a", "中", "\u0301", "\u200d", "\t", "\x1b"])
def test_only_the_surroundings_of_a_span_are_looked_at(character: str, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn_glyphs = []
    original = excerpt.glyphs
    monkeypatch.setattr(
        excerpt, "glyphs", lambda line, begin: (drawn_glyphs.append(glyph) or glyph for glyph in original(line, begin))
    )
    marked(character * 1_000_000, 500_000, 900_000, 80)
    clipped(character * 1_000_000, 80)
    assert len(drawn_glyphs) < 600
    assert sum(len(glyph.shown) for glyph in drawn_glyphs) < 16_000


PLAIN_TEXT = st.text(st.sampled_from("ab ~、。一夜，（"), min_size=3, max_size=14)
ODD = st.sampled_from(["", "\t", "\u0301", "\u200d", "\u3000", "\ufe0f", "\U0001f3fb", "\U0001f1e6", "\x1b", "\u202e"])
NEARLY_PLAIN = st.tuples(PLAIN_TEXT, ODD, PLAIN_TEXT).map("".join)


@given(NEARLY_PLAIN, st.integers(8, 20))
def test_a_plain_line_is_clipped_like_any_other(line: str, cells: int) -> None:
    fast = clipped(line, cells)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(excerpt, "PLAIN", re.compile("(?!)"))
        assert clipped(line, cells) == fast


def test_every_plain_character_is_as_wide_as_it_counts() -> None:
    every = [chr(code) for code in range(0x11000) if excerpt.PLAIN.fullmatch(chr(code))]
    assert len(every) > 20_000
    assert all(width(character) == (1 if character.isascii() else 2) for character in every)
