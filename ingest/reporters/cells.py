"""How many cells of a terminal a text takes: Chinese two, combining marks none, an emoji sequence two as a whole."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from ingest.reporters.visible import UNSAFE, escaped

TAB_STOP = 4
ZERO_WIDTH_JOINER = "\u200d"
LONGEST_GLYPH = 32  # "zalgo" piles up marks without end
HAN = ("\u4e00", "\u9fff")
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
    return len(text) if text.isascii() else sum(glyph.cells for glyph in glyphs(text, 0))


def padded(text: str, cells: int) -> str:
    """Return the text filled with blanks to a number of cells."""
    return text + " " * (cells - width(text))


def glyphs(text: str, begin: int) -> Iterator[Glyph]:
    """Yield what is drawn of one line of text from code point `begin` on.

    Tabs are drawn as blanks up to the next stop, unsafe characters as their escapes.
    """
    column, start = 0, begin
    while start < len(text):
        shown, cells, end = _glyph_at(text, start, column)
        yield Glyph(shown, cells, start, end)
        start, column = end, column + cells


def _glyph_at(text: str, start: int, column: int) -> tuple[str, int, int]:
    """Return what is drawn, its cells, and where the next glyph starts."""
    first = text[start]
    if first == "\t":
        blanks = TAB_STOP - column % TAB_STOP
        return " " * blanks, blanks, start + 1
    if UNSAFE.match(text, start):
        shown = escaped(first)
        return shown, len(shown), start + 1
    end = start + 1
    if end == len(text) or _stands_alone(text[end]):
        cells = 2 if HAN[0] <= first <= HAN[1] else 1 if first.isascii() else _cells(first)
        return first, cells, end
    while end < len(text) and end - start < LONGEST_GLYPH and _continues(text, start, end):
        end += 1
    return text[start:end], _cells(text[start:end]), end


def _stands_alone(character: str) -> bool:
    """Tell, for nearly all characters without a look-up, that a glyph starts with this one."""
    return character.isascii() or HAN[0] <= character <= HAN[1]


def _continues(text: str, start: int, index: int) -> bool:
    """Tell whether a character is drawn together with what stands before it (the useful part of UAX #29)."""
    character, before = text[index], text[index - 1]
    if _stands_alone(character) or UNSAFE.match(text, index):
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
