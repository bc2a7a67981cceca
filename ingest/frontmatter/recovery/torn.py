"""Values that a delimiter tore apart: an excerpt separator after the first full stop, which was in the title."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from ingest.findings import Span
from ingest.frontmatter.recovery.lines import Line
from ingest.frontmatter.recovery.shapes import KeyLine, ends_block, is_delimiter, key_of

MAX_LINES = 12
MAX_CHARACTERS = 600
CLOSING = {"'": "'", '"': '"', "\u2018": "\u2019'", "\u201c": '\u201d"', "\uff02": '\uff02"'}


# Behind one of these the script took a sentence for finished; an image it had put there ends in a bracket.
STOPS = tuple("。！？…．.!?；;)}\u201d\u2019\"'")


class Tear(NamedTuple):
    """A value in parts."""

    key: KeyLine
    parts: tuple[Span, ...]
    delimited: bool = True
    """False where no delimiter stands in it: the value was only broken into lines."""

    @property
    def gaps(self) -> tuple[Span, ...]:
        """Return the spans from the end of a part to the start of the next one."""
        return tuple(Span(before.end, after.start) for before, after in pairwise(self.parts))


def quoted_tear(lines: Sequence[Line], index: int, key: KeyLine) -> tuple[Tear | None, int]:
    """Return the tear of a quoted value that its own line does not close, and the index of its last line.

    Without a delimiter in it the value is only written over several lines: no
    tear, but its last line is given. A value that nothing closes ends in its line.
    """
    content = key.content
    closing = CLOSING.get(content[:1], "")
    if not closing or (len(content) > 1 and content.endswith(tuple(closing))):
        return None, index
    parts, torn, size = [key.value], False, len(content)
    for number, line in enumerate(lines[index + 1 : index + MAX_LINES], index + 1):
        size += len(line.text)
        known = key_of(line)
        if size > MAX_CHARACTERS or (known is not None and known.field is not None):
            break
        if is_delimiter(line):
            torn = True
        elif line.bare:
            parts.append(_content(line))
            if line.bare.endswith(tuple(closing)):
                return (Tear(key, tuple(parts)) if torn else None), number
    return None, index


def unquoted_tear(lines: Sequence[Line], index: int, key: KeyLine, seen: frozenset[str]) -> tuple[Tear | None, int]:
    """Return the tear of an unquoted value at the delimiter `index`, and the index of the value's last line.

    The value goes on behind the delimiter where it had come to a full stop, and
    one line of text is followed, without a blank line, by more keys of the block.
    """
    further = enumerate(lines[index + 1 : index + MAX_LINES], index + 1)
    rest = [(number, line) for number, line in further if line.bare and line.bare != lines[index].bare]
    if not rest or key.content[:1] in CLOSING or not key.content.endswith(STOPS):
        return None, index
    number, line = rest[0]
    if is_delimiter(line) or key_of(line) is not None or len(line.text) > MAX_CHARACTERS:
        return None, index
    if not _block_goes_on(lines[number + 1 :], key, seen):
        return None, index
    return Tear(key, (key.value, _content(line))), number


def broken_line(key: KeyLine, line: Line) -> Tear:
    """Return the tear of a value that goes on, not indented, in the next line."""
    return Tear(key, (key.value, _content(line)), delimited=False)


def interruption(lines: Sequence[Line], index: int, key: KeyLine, seen: frozenset[str]) -> int | None:
    """Return the index of the last of the lines of text that interrupt the keys at `index`, None where they end them.

    `key` is the last key before them. They interrupt where more keys of the block follow.
    """
    last = index
    for number, line in enumerate(lines[index : index + MAX_LINES], index):
        if is_delimiter(line) or len(line.text) > MAX_CHARACTERS:
            return None
        known = key_of(line)
        if known is not None and known.field is not None:
            return last if _block_goes_on(lines[number:], key, seen) else None
        if line.bare:
            last = number
    return None


def _block_goes_on(lines: Sequence[Line], torn: KeyLine, seen: frozenset[str]) -> bool:
    """Return whether the lines begin with keys that belong to the same block as `torn`.

    They are written with the same colon, name fields not seen before, the title
    or the date or two others among them, and a delimiter follows; if none
    does, then there are two of them, and a blank line. `作者：…` under the
    first line of an article that has `title:` above it does not.
    """
    found: set[str] = set()
    blank = False
    for line in lines:
        if ends_block(line):
            return bool(found & {"title", "date"}) or len(found) > 1
        if not line.bare:
            blank = True
            continue
        key = key_of(line)
        fresh = key is not None and key.field not in seen | found and (key.colon == ":") == (torn.colon == ":")
        if key is None or not fresh or (blank and key.field is None):
            return blank and bool(found & {"title", "date"}) and len(found) > 1
        if key.field is not None:
            found.add(key.field)
        blank = False
    return False


def _content(line: Line) -> Span:
    start = line.start + len(line.text) - len(line.text.lstrip())
    return Span(start, line.start + len(line.text.rstrip()))
