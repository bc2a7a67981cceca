"""Values that a delimiter tore apart: an excerpt separator after the first full stop, which was in the title."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.findings import Span
from ingest.frontmatter.recovery.lines import Line
from ingest.frontmatter.recovery.shapes import KeyLine, is_delimiter, key_of

MAX_LINES = 12
MAX_CHARACTERS = 600
# "(Note: the title is a rough translation)", "（注：标题为意译）": what an assistant says about its title.
NOTE = re.compile(
    r"\W{0,4}(?:note|n\.?b\.|translator|translation|this title|the title|注|译注|譯註|译者注|译者按|說明|说明|备注|備註)"
    r"[^:：]{0,40}(?:[:：]|\bis\b|\bhas been\b)",
    re.IGNORECASE,
)
CLOSING = {"'": "'", '"': '"', "\u2018": "\u2019'", "\u201c": '\u201d"', "\uff02": '\uff02"'}


@dataclass(frozen=True, slots=True)
class Tear:
    """A value in parts; `gaps` are the spans from the end of a part to the start of the next one."""

    key: KeyLine
    gaps: tuple[Span, ...]
    delimited: bool = True
    """False where no delimiter stands in it: the value was only broken into lines."""


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
                return (Tear(key, _gaps(parts)) if torn else None), number
    return None, index


def unquoted_tear(lines: Sequence[Line], index: int, key: KeyLine, seen: frozenset[str]) -> tuple[Tear | None, int]:
    """Return the tear of an unquoted value at the delimiter `index`, and the index of the value's last line.

    The value goes on behind the delimiter where one line of text is followed,
    without a blank line, by keys of the block that were not seen before, and those by a delimiter.
    """
    rest = [(number, line) for number, line in enumerate(lines[index + 1 : index + 6], index + 1) if line.bare]
    if not rest or not key.content or key.content[0] in CLOSING:
        return None, index
    number, line = rest[0]
    if is_delimiter(line) or key_of(line) is not None or len(line.text) > MAX_CHARACTERS:
        return None, index
    if not _keys_then_delimiter(lines[number + 1 :], seen):
        return None, index
    return Tear(key, _gaps([key.value, _content(line)])), number


def broken_line(key: KeyLine, line: Line) -> Tear:
    """Return the tear of a value that goes on, not indented, in the next line."""
    return Tear(key, _gaps([key.value, _content(line)]), delimited=False)


def interruption(lines: Sequence[Line], index: int, seen: frozenset[str]) -> int | None:
    """Return the index of the last of the lines of text that interrupt the keys at `index`, None where they end them.

    They interrupt where new keys of the block follow, and a delimiter behind those.
    """
    last = index
    for number, line in enumerate(lines[index : index + MAX_LINES], index):
        if is_delimiter(line) or len(line.text) > MAX_CHARACTERS:
            return None
        known = key_of(line)
        if known is not None and known.field is not None:
            return last if _keys_then_delimiter(lines[number:], seen) else None
        if line.bare:
            last = number
    return None


def _keys_then_delimiter(lines: Sequence[Line], seen: frozenset[str]) -> bool:
    found = False
    for line in lines:
        if is_delimiter(line):
            return found
        if not line.bare and found:
            continue
        key = key_of(line)
        if key is None or (key.field is not None and key.field in seen):
            return False
        found = found or key.field is not None
    return False


def _content(line: Line) -> Span:
    start = line.start + len(line.text) - len(line.text.lstrip())
    return Span(start, line.start + len(line.text.rstrip()))


def _gaps(parts: Sequence[Span]) -> tuple[Span, ...]:
    return tuple(Span(before.end, after.start) for before, after in pairwise(parts))
