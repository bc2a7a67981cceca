"""How many cells of a terminal a text takes: Chinese two, combining marks none, an emoji sequence two as a whole."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from ingest.reporters.visible import UNSAFE, escaped

TAB_STOP = 4
ZERO_WIDTH_JOINER = "\u200d"
EMOJI_MODIFIERS = ("\U0001f3fb", "\U0001f3ff")
REGIONAL_INDICATORS = ("\U0001f1e6", "\U0001f1ff")


@dataclass(frozen=True, slots=True)
class Glyph:
    """What is drawn as one: the code points `start` to `end` of the text, as shown, and its cells."""

    shown: str
    cells: int
    start: int
    end: int


def width(text: str) -> int:
    """Return the cells of a text without control characters."""
    return len(text) if text.isascii() else sum(glyph.cells for glyph in glyphs(text))


def padded(text: str, cells: int) -> str:
    """Return the text filled with blanks to a number of cells."""
    return text + " " * (cells - width(text))


def glyphs(text: str, offset: int = 0) -> Iterator[Glyph]:
    """Yield what is drawn for one line of text: tabs as blanks up to the next stop, unsafe characters as escapes.

    `offset` is added to `start` and `end` (where the text is a part of a line).
    """
    unsafe = {match.start() for match in UNSAFE.finditer(text)}
    column = start = 0
    while start < len(text):
        glyph = _glyph_at(text, start, column, unsafe)
        yield Glyph(glyph.shown, glyph.cells, glyph.start + offset, glyph.end + offset)
        start, column = glyph.end, column + glyph.cells


def _glyph_at(text: str, start: int, column: int, unsafe: set[int]) -> Glyph:
    first = text[start]
    if first == "\t":
        blanks = TAB_STOP - column % TAB_STOP
        return Glyph(" " * blanks, blanks, start, start + 1)
    if start in unsafe:
        shown = escaped(first)
        return Glyph(shown, len(shown), start, start + 1)
    if first.isascii() and text[start + 1 : start + 2].isascii():
        return Glyph(first, 1, start, start + 1)
    end = start + 1
    while end < len(text) and end not in unsafe and _continues(text, start, end):
        end += 1
    return Glyph(text[start:end], _cells(text[start:end]), start, end)


def _continues(text: str, start: int, index: int) -> bool:
    """Tell whether a character is drawn together with what stands before it (the useful part of UAX #29)."""
    character, before = text[index], text[index - 1]
    if character.isascii():
        return False
    if before == ZERO_WIDTH_JOINER or _between(character, EMOJI_MODIFIERS):
        return not text[start].isascii()
    if _between(character, REGIONAL_INDICATORS):
        return index == start + 1 and _between(before, REGIONAL_INDICATORS)
    return _cells(character) == 0


def _between(character: str, ends: tuple[str, str]) -> bool:
    return ends[0] <= character <= ends[1]


@lru_cache(maxsize=4096)
def _cells(cluster: str) -> int:
    from wcwidth import wcswidth  # noqa: PLC0415 - 25 ms, which a report in ASCII need not pay

    return max(wcswidth(cluster), 0)
