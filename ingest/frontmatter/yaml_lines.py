"""YAML blocks whose every line speaks for itself: `key: value`, read without a YAML parser and exactly as by one.

A line is taken only where it can mean one thing: a key at its start, and behind it a scalar or a list of scalars that
ends on the line, or a dash and a scalar below a key without a value. Comments, escapes, anchors, tabs, invisible line
breaks, values that go on below, and whatever else YAML treats in a way of its own send the whole block to the parser.
"""

import re
from functools import lru_cache
from operator import itemgetter

from ingest.findings import Finding, Span
from ingest.frontmatter.implicit import implicit_type
from ingest.frontmatter.model import Entry, KeyPath, Value
from ingest.frontmatter.reading import Block, Reading
from ingest.frontmatter.scalars import may_be_no_text, plain_value
from ingest.frozen import new_tuple

# A colon more than 1,024 characters behind the start of a key makes none for libyaml.
_KEY = re.compile(r"\w[\w.-]{0,63}")
_INDICATORS = frozenset("-?:,[]{}#&*!|>%@`")
_OPENING = "'\"["
_FLOW_MARKS = frozenset("[]{}:")
_LIST_DEPTH = 2
_KEY_AND_VALUE = itemgetter(0, 1)


class _OtherLine(Exception):  # noqa: N818 - no error: the line is for the parser, caught where the block is read
    """A line that may mean something else than what it looks like."""


def read_lines(block: Block) -> Reading | None:
    """Return what a block of such lines says, None where it has any other line, no key, or one twice."""
    if block.limits.depth < _LIST_DEPTH:
        return None
    try:
        reading = _Lines(block.base).read(block.text.split("\n"))
    except _OtherLine:
        return None
    keys = len(reading.entries)
    if len(reading.data) < keys or 1 + 2 * keys + len(reading.nested_spans) > block.limits.nodes:
        return None
    return reading if keys else None


class _Lines:
    """Reads the lines of one block; `_indent` is that of the list which the next dash would go on with."""

    __slots__ = ("_base", "_entries", "_findings", "_indent", "_nested")

    def __init__(self, base: int) -> None:
        self._base = base
        self._indent: str | None = None
        self._entries: list[Entry] = []
        self._nested: dict[KeyPath, Span] = {}
        self._findings: list[Finding] = []

    def read(self, lines: list[str]) -> Reading:
        """Return what the lines say; raises _OtherLine."""
        # What is printable may stand in YAML, is one character for everybody, and no white space but U+0020.
        if not "".join(lines).isprintable():
            raise _OtherLine
        start = self._base
        for line in lines:
            key, colon, written = line.partition(": ")
            if colon and is_key(key):
                self._pair(key, written, start)
            elif line:
                self._other(line, start)
            start += len(line) + 1
        entries = tuple(self._entries)
        data = dict(map(_KEY_AND_VALUE, entries))
        return Reading(data, entries, self._nested, tuple(self._findings))

    def _other(self, line: str, start: int) -> None:
        """Read a line that is no key with a value: a key without one, or an item of its list."""
        key = line[:-1]
        if line[-1] != ":" or not is_key(key):
            self._dash(line, start)
            return
        end = start + len(key)
        self._indent = None
        self._entries.append(Entry(key, None, Span(start, end), Span(end + 1, end + 1), plain=True))

    def _pair(self, key: str, written: str, start: int) -> None:
        text = written.strip(" ")
        if not text:
            self._other(f"{key}:", start)
            return
        end = start + len(key)
        place = end + 2 if text is written else end + 2 + written.index(text)
        span = new_tuple(Span, (place, place + len(text)))
        first = text[0]
        plain = first not in _OPENING
        value: Value
        if plain:
            value = self._plain(text, span, key)
        elif first == "[":
            value = self._flow_list(text, key, place)
        else:
            value = _unquoted(text)
        self._indent = None
        self._entries.append(new_tuple(Entry, (key, value, new_tuple(Span, (start, end)), span, plain)))

    def _scalar(self, text: str, span: Span, key: str) -> tuple[Value, bool]:
        """Return the value of a scalar that is all there is, and whether it is unquoted."""
        if text[0] in "'\"":
            return _unquoted(text), False
        return self._plain(text, span, key), True

    def _plain(self, text: str, span: Span, key: str) -> Value:
        """Return the value of an unquoted scalar that is all there is."""
        if text[0] in _INDICATORS or ": " in text or " #" in text or text[-1] == ":":
            raise _OtherLine
        if not may_be_no_text(text):
            return text
        if finding := implicit_type(text, span, key):
            self._findings.append(finding)
        return plain_value(text)

    def _flow_list(self, text: str, key: str, start: int) -> list[Value]:
        if text[-1] != "]":
            raise _OtherLine
        values: list[Value] = []
        inside = text[1:-1]
        place = start + 1
        for part in inside.split(",") if inside.strip(" ") else ():
            _, plain = self._item(part, place, key, values)
            if plain and not _FLOW_MARKS.isdisjoint(part):
                raise _OtherLine
            place += len(part) + 1
        return values

    def _dash(self, line: str, start: int) -> None:
        """Read `- value` below a key without a value; every item of a list has the indent of its first one."""
        indent, dash, written = line.partition("- ")
        if not dash or indent.strip(" ") or not self._entries:
            raise _OtherLine
        key, values, key_span, span, _ = self._entries[-1]
        first = start + len(indent)
        if self._indent is None and span.start == span.end:
            self._indent = indent
            values = []
            span = Span(first, first)
        if indent != self._indent or not isinstance(values, list):
            raise _OtherLine
        item, _ = self._item(written, first + len(dash), key, values)
        self._entries[-1] = Entry(key, values, key_span, Span(span.start, item.end))

    def _item(self, written: str, place: int, key: str, values: list[Value]) -> tuple[Span, bool]:
        """Add one scalar to a list; return where it stands and whether it is unquoted."""
        text = written.strip(" ")
        if not text:
            raise _OtherLine
        place += written.index(text)
        span = Span(place, place + len(text))
        value, plain = self._scalar(text, span, key)
        self._nested[key, len(values)] = span
        values.append(value)
        return span, plain


@lru_cache(maxsize=4096)
def is_key(text: str) -> bool:
    """Return whether a text at the start of a line, before a colon, is a key and nothing else."""
    return _KEY.fullmatch(text) is not None


def _unquoted(text: str) -> str:
    """Return what is between two quotes; raises _OtherLine where one of them is not there, or an escape is."""
    quote, inside = text[0], text[1:-1]
    if len(text) == 1 or text[-1] != quote:
        raise _OtherLine
    if quote == '"':
        if '"' in inside or "\\" in inside:
            raise _OtherLine
        return inside
    if "'" not in inside:
        return inside
    if "'" in inside.replace("''", ""):
        raise _OtherLine
    return inside.replace("''", "'")
