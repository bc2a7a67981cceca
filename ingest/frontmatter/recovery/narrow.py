"""The fewest values that must be quoted: the one that the parser's error names, then the next, until it reads."""

from typing import NamedTuple

from ingest.findings import Span
from ingest.frontmatter.model import Format, FrontMatter, Value
from ingest.frontmatter.reading import Reading
from ingest.frontmatter.recovery.lines import HEAD_LINES, Line, head_lines
from ingest.frontmatter.recovery.quoting import mended
from ingest.frontmatter.recovery.shapes import KeyLine, key_of
from ingest.frontmatter.strict import parse_block

# A block with more broken values is broken in another way.
MOST_VALUES = 24
# What a broken value is replaced by to see what the others say.
_DUMMY = "x"


class BrokenValue(NamedTuple):
    """A value that YAML cannot read, and how it must be written."""

    key: KeyLine
    wanted: str


def broken_values(read: FrontMatter) -> tuple[BrokenValue, ...]:
    """Return the fewest values of an unread YAML block between delimiters that make it readable in (other) quotes.

    None where no set of values does, or where what the other keys say would change with them.
    """
    closed = read.text[read.block.end :].startswith(("---", "..."))
    if read.format is not Format.YAML or not read.unread or not closed:
        return ()
    block = _Block.of(read)
    if block is None:
        return ()
    chosen = _chosen(block)
    if not chosen:
        return ()
    values = {index: block.wanted(index) for index in chosen}
    dummies = block.reading(dict.fromkeys(chosen, _DUMMY))
    if dummies.unread or _others(dummies.data, block, chosen) != _others(block.reading(values).data, block, chosen):
        return ()
    return tuple(BrokenValue(key, values[index]) for index in sorted(chosen) if (key := block.keys[index]) is not None)


class _Block(NamedTuple):
    """The lines of a block, and the key of each that may be the broken one."""

    lines: tuple[Line, ...]
    keys: tuple[KeyLine | None, ...]

    @classmethod
    def of(cls, read: FrontMatter) -> "_Block | None":
        start, end = read.block.start, read.block.end
        lines = head_lines(read.text[:end], start)
        if not lines or lines[-1].stop != end or len(lines) >= HEAD_LINES:
            return None
        below = (*lines[1:], None)
        return cls(lines, tuple(_key(line, after) for line, after in zip(lines, below, strict=True)))

    def wanted(self, index: int) -> str:
        key = self.keys[index]
        return (mended(key.content) or "") if key is not None else ""

    def reading(self, values: dict[int, str]) -> Reading:
        """Return what the block says with other values in some lines."""
        return parse_block("".join(self._written(values)), Format.YAML)

    def line_at(self, values: dict[int, str], offset: int) -> int:
        """Return which line an offset of the block with other values lies in."""
        for index, written in enumerate(self._written(values)):
            offset -= len(written)
            if offset < 0:
                return index
        return len(self.lines) - 1

    def _written(self, values: dict[int, str]) -> list[str]:
        written = []
        for index, (line, key) in enumerate(zip(self.lines, self.keys, strict=True)):
            end = "\n" if line.stop > line.end else ""
            head = line.text[: key.value.start - line.start] if key is not None and index in values else line.text
            written.append(f"{head}{values.get(index, '')}{end}")
        return written


def _key(line: Line, below: Line | None) -> KeyLine | None:
    """Return the key of a line that is its first and its only one, and has a value that YAML may not read."""
    if line.text[:1] in " \t" or (below is not None and below.text.startswith((" ", "\t", "- ")) and below.bare):
        return None
    key = key_of(line)
    plain = key is not None and key.colon == ":" and not key.bold and key.indent == 0
    return key if key is not None and plain and mended(key.content) is not None else None


def _chosen(block: _Block) -> frozenset[int]:
    """Return the lines whose values must change: those that the errors name, without what then turns out needless."""
    values: dict[int, str] = {}
    while (reading := block.reading(values)).unread:
        span = reading.findings[0].span or Span(0, 0)
        last = block.line_at(values, span.start)
        index = next((one for one in range(last, -1, -1) if block.keys[one] is not None and one not in values), None)
        if index is None or len(values) == MOST_VALUES:
            return frozenset()
        values[index] = block.wanted(index)
    for index in tuple(values)[:-1]:
        fewer = {other: value for other, value in values.items() if other != index}
        if not block.reading(fewer).unread:
            values = fewer
    return frozenset(values)


def _others(data: dict[str, Value], block: _Block, chosen: frozenset[int]) -> list[tuple[str, Value]]:
    names = {key.name for index in chosen if (key := block.keys[index]) is not None}
    return [(name, value) for name, value in data.items() if name not in names]
