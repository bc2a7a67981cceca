"""Where code stands in a Markdown text, found without a parser: what is taken out before parsing must not touch it."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property, lru_cache

from ingest.body.joints import GAP

_FENCE = re.compile(r"`{3,}|~{3,}")
_BEFORE_FENCE = r"[ \t>]*(?:(?:[-+*]|\d{1,9}[.)])[ \t]+)?"
_GAPS = f" \t{GAP}"
_BACKTICKS = re.compile(r"`+")


def emptied(text: str) -> str:
    """Return the text with those lines made empty that hold nothing any more but gaps: a tag stood there alone."""
    if GAP not in text:
        return text
    return "\n".join(["" if GAP in line and not line.strip(_GAPS) else line for line in text.split("\n")])


class CodeRegions:
    """The code of a text, asked for offsets that only grow."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._first = _first_line_of_code(text)
        self._next = 0

    @cached_property
    def _regions(self) -> list[tuple[int, int]]:
        return code_regions(self._text)

    def end_at(self, offset: int) -> int:
        """Return the end of the code that an offset stands in, or 0."""
        # What is asked about most often, a module's import, stands above all code.
        if offset < self._first:
            return 0
        regions = self._regions
        while self._next < len(regions) and regions[self._next][1] <= offset:
            self._next += 1
        if self._next < len(regions) and regions[self._next][0] <= offset:
            return regions[self._next][1]
        return 0

    def covers(self, offset: int) -> bool:
        """Return whether any offset stands in code."""
        if offset < self._first:
            return False
        regions = self._regions
        index = bisect_right(regions, (offset, len(regions) and regions[-1][1] + 1)) - 1
        return index >= 0 and offset < regions[index][1]


def _first_line_of_code(text: str) -> int:
    """Return where the first line begins that may hold code, or the text's length."""
    ticks = text.find("`")
    tildes = text.find("~~~") if ticks < 0 else text.find("~~~", 0, ticks)
    first = ticks if tildes < 0 else tildes
    return len(text) if first < 0 else text.rfind("\n", 0, first) + 1


# MDX and templates ask about the same text one after another.
@lru_cache(maxsize=1)
def code_regions(text: str) -> list[tuple[int, int]]:
    """Return the ranges of fenced code blocks and code spans, in order."""
    fences = _fenced(text) if "```" in text or "~~~" in text else []
    if "`" not in text:
        return fences
    regions: list[tuple[int, int]] = []
    position = 0
    for start, end in (*fences, (len(text), len(text))):
        regions += _spans(text, position, start)
        if end > start:
            regions.append((start, end))
        position = end
    return regions


def _fenced(text: str) -> list[tuple[int, int]]:
    regions: list[tuple[int, int]] = []
    opening, opened_at = "", 0
    for start, marks, rest, end in _fence_lines(text):
        if not opening:
            if marks[0] == "~" or "`" not in rest:
                opening, opened_at = marks, start
        elif marks.startswith(opening) and not rest.strip():
            regions.append((opened_at, end))
            opening = ""
    if opening:
        regions.append((opened_at, len(text)))
    return regions


def _fence_lines(text: str) -> Iterator[tuple[int, str, str, int]]:
    """Yield for each line that may be a fence its start, the marks, what stands after them, and its end."""
    before_fence = re.compile(_BEFORE_FENCE)
    line = after = 0
    ticks = tildes = -1
    while after < len(text):
        # Marks first: a search for lines that begin with them would try every line.
        ticks = _found("```", text, ticks, line)
        tildes = _found("~~~", text, tildes, line)
        match = _FENCE.match(text, min(ticks, tildes))
        if match is None:
            return
        start = text.rfind("\n", line, match.start()) + 1 or line
        after = text.find("\n", match.end())
        after = len(text) if after < 0 else after
        if before_fence.fullmatch(text, start, match.start()):
            yield start, match[0], text[match.end() : after], after
        line = after + 1


def _found(marks: str, text: str, known: int, start: int) -> int:
    """Return where marks stand from `start` on, or the text's length; `known` is where they stood before."""
    if known >= start:
        return known
    known = text.find(marks, start)
    return len(text) if known < 0 else known


def _spans(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the code spans of a range: a run of backticks up to the next run of the same length in the paragraph."""
    if text.find("`", start, end) < 0:
        return []
    # A search for two backticks would go on to the text's end, so the range is cut out.
    if "``" not in (piece := text[start:end]):
        return spans_of_one(piece, start)
    runs = [match.span() for match in _BACKTICKS.finditer(text, start, end)]
    following = _next_of_same_length(runs)
    regions: list[tuple[int, int]] = []
    index = 0
    while index < len(runs):
        closing = following[index]
        if closing and text.find("\n\n", runs[index][1], runs[closing][0]) < 0:
            regions.append((runs[index][0], runs[closing][1]))
            index = closing
        index += 1
    return regions


def spans_of_one(piece: str, start: int) -> list[tuple[int, int]]:
    """Return the code spans of a piece of text in which no two backticks stand together; offsets count from `start`."""
    first, *others = piece.split("`")
    regions: list[tuple[int, int]] = []
    backtick, opens = start + len(first), True
    for between in others[:-1]:
        following = backtick + len(between) + 1
        if opens and "\n\n" not in between:
            regions.append((backtick, following + 1))
            opens = False
        else:
            opens = True
        backtick = following
    return regions


def _next_of_same_length(runs: list[tuple[int, int]]) -> list[int]:
    following = [0] * len(runs)
    seen: dict[int, int] = {}
    for index in range(len(runs) - 1, -1, -1):
        length = runs[index][1] - runs[index][0]
        following[index] = seen.get(length, 0)
        seen[length] = index
    return following
