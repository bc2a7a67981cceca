"""Where code stands in a Markdown text, found without a parser: what is taken out before parsing must not touch it."""

import re
from bisect import bisect_right

from ingest.body.joints import GAP

_FENCE_LINE = re.compile(r"^[ \t>]*(?:(?:[-+*]|\d{1,9}[.)])[ \t]+)?(`{3,}|~{3,})([^\n]*)$", re.MULTILINE)
_GAPS_ALONE = re.compile(rf"^[ \t]*{GAP}[ \t{GAP}]*$", re.MULTILINE)
_BACKTICKS = re.compile(r"`+")


def emptied(text: str) -> str:
    """Return the text with those lines made empty that hold nothing any more but gaps: a tag stood there alone."""
    return _GAPS_ALONE.sub("", text)


class CodeRegions:
    """The code of a text, asked for offsets that only grow."""

    def __init__(self, text: str) -> None:
        self._regions = code_regions(text)
        self._next = 0

    def end_at(self, offset: int) -> int:
        """Return the end of the code that an offset stands in, or 0."""
        regions = self._regions
        while self._next < len(regions) and regions[self._next][1] <= offset:
            self._next += 1
        if self._next < len(regions) and regions[self._next][0] <= offset:
            return regions[self._next][1]
        return 0

    def covers(self, offset: int) -> bool:
        """Return whether any offset stands in code."""
        index = bisect_right(self._regions, (offset, len(self._regions) and self._regions[-1][1] + 1)) - 1
        return index >= 0 and offset < self._regions[index][1]


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
    opening: re.Match[str] | None = None
    for match in _FENCE_LINE.finditer(text):
        marks, rest = match[1], match[2]
        if opening is None:
            if marks[0] == "~" or "`" not in rest:
                opening = match
        elif marks.startswith(opening[1]) and not rest.strip():
            regions.append((opening.start(), match.end()))
            opening = None
    if opening is not None:
        regions.append((opening.start(), len(text)))
    return regions


def _spans(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the code spans of a range: a run of backticks up to the next run of the same length in the paragraph."""
    runs = [(match.start(), match.end()) for match in _BACKTICKS.finditer(text, start, end)]
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


def _next_of_same_length(runs: list[tuple[int, int]]) -> list[int]:
    following = [0] * len(runs)
    seen: dict[int, int] = {}
    for index in range(len(runs) - 1, -1, -1):
        length = runs[index][1] - runs[index][0]
        following[index] = seen.get(length, 0)
        seen[length] = index
    return following
