"""A line of the source with carets under the cells that a finding is about, clipped to the width of the terminal."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from ingest.reporters.cells import Glyph, glyphs

ELLIPSIS = "…"
SMALLEST_WIDTH = 8
# Nearly every line: nothing in it combines with a neighbour; what is not ASCII takes two cells.
PLAIN = re.compile("[ -~、。一-鿿！-～]*")
CODE_POINTS_PER_CELL = 4  # more than emoji sequences need, so that a window seldom begins inside one that is shown
LEFT_SHARE = 3  # a clipped line keeps up to a third of its width as context to the left of the span


@dataclass(frozen=True, slots=True)
class Marked:
    """A line as shown, and the cells below it: blanks, then carets."""

    text: str
    indent: int
    carets: int


@dataclass(frozen=True, slots=True)
class _View:
    """A part of a line, and whether there is more of it on either side."""

    glyphs: Sequence[Glyph]
    more_left: bool
    more_right: bool

    @property
    def cells(self) -> int:
        return _sum(self.glyphs) + self.more_left + self.more_right

    @property
    def text(self) -> str:
        shown = "".join(glyph.shown for glyph in self.glyphs)
        return f"{ELLIPSIS * self.more_left}{shown}{ELLIPSIS * self.more_right}".rstrip()


def clipped(line: str, cells: int) -> str:
    """Return the beginning of a line as shown, at most so many cells wide."""
    cells = max(cells, SMALLEST_WIDTH)
    # One more code point than fits says whether there is more: it takes a cell at least.
    head = line[: cells + 1]
    if PLAIN.fullmatch(head):
        return _plainly_clipped(head, cells)
    return _right_clipped(_view(line, 0, 0, cells), cells).text


def _plainly_clipped(head: str, cells: int) -> str:
    """Return the beginning of a line whose code points are drawn one by one, in one cell or (not ASCII) in two."""
    ends = list(accumulate(1 if character.isascii() else 2 for character in head))
    if not head or ends[-1] <= cells:
        return head.rstrip()
    return head[: bisect_right(ends, cells - 1)] + ELLIPSIS


def marked(line: str, start: int, end: int, cells: int) -> Marked:
    """Return a line (without its line end) with the code points `start` to `end` marked, at most `cells` wide.

    An empty range, or one past the end of the line, is marked by one caret.
    """
    cells = max(cells, SMALLEST_WIDTH)
    start = min(start, len(line))
    end = max(end, start + 1)
    # Only what lies around the span is looked at, so that a line of 32 MB costs what a short one does.
    view = _view(line, max(start - CODE_POINTS_PER_CELL * cells, 0), start, cells)
    if start == len(line):
        view = _View([*view.glyphs, Glyph(" ", 1, start, end)], view.more_left, more_right=False)
    view = _right_clipped(_left_clipped(view, start, end, cells), cells)
    indent = view.more_left + _sum(glyph for glyph in view.glyphs if glyph.end <= start)
    carets = _sum(glyph for glyph in view.glyphs if glyph.end > start and glyph.start < end)
    return Marked(view.text, indent, max(carets, 1))


def _view(line: str, begin: int, start: int, cells: int) -> _View:
    """Return the line from code point `begin` on; past code point `start` hardly more than so many cells of it."""
    shown: list[Glyph] = []
    for glyph in glyphs(line, begin):
        shown.append(glyph)
        cells -= max(glyph.cells, 1) if glyph.end > start else 0
        if cells < 0:
            break
    return _View(shown, begin > 0, more_right=bool(shown) and shown[-1].end < len(line))


def _left_clipped(view: _View, start: int, end: int, cells: int) -> _View:
    if view.cells <= cells:
        return view
    before = [glyph for glyph in view.glyphs if glyph.end <= start]
    wanted = min(_sum(glyph for glyph in view.glyphs if glyph.end > start and glyph.start < end), cells - 2)
    if not view.more_left and _sum(before) + wanted + 1 <= cells:
        return view
    room = min(cells // LEFT_SHARE, cells - 2 - wanted)
    kept = len(before)
    while kept and before[kept - 1].cells <= room:
        kept -= 1
        room -= before[kept].cells
    return _View(view.glyphs[kept:], view.more_left or kept > 0, view.more_right)


def _right_clipped(view: _View, cells: int) -> _View:
    if view.cells <= cells:
        return view
    room = cells - view.more_left - 1
    kept = 0
    while kept < len(view.glyphs) and view.glyphs[kept].cells <= room:
        room -= view.glyphs[kept].cells
        kept += 1
    return _View(view.glyphs[:kept], view.more_left, more_right=True)


def _sum(shown: Iterable[Glyph]) -> int:
    return sum(glyph.cells for glyph in shown)
