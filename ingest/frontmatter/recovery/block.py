"""Sees a metadata block in the first lines of a text, however broken: what stands before it, its keys, its end."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from ingest.frontmatter.recovery.lines import Line, head_lines
from ingest.frontmatter.recovery.shapes import (
    COLONS,
    KeyLine,
    fence_of,
    is_delimiter,
    is_exact_delimiter,
    is_toml_delimiter,
    key_of,
    toml_key_of,
)
from ingest.frontmatter.recovery.torn import NOTE, Tear, broken_line, interruption, quoted_tear, unquoted_tear

MAX_PREFIX_LINES = 24
MAX_PREFIX_PROSE = 600
# Names of a title that are at home in other files' blocks too: a package, a workflow, a person.
WEAK_NAMES = frozenset({"name", "headline"})


class Kind(StrEnum):
    """What a line before the block is."""

    BLANK = "blank"
    DELIMITER = "delimiter"
    FENCE = "fence"
    PROSE = "prose"


@dataclass(frozen=True, slots=True)
class Token:
    """A line before the block and what it is."""

    kind: Kind
    line: Line


@dataclass(frozen=True, slots=True)
class Block:
    """A metadata block as seen: its lines, whether or not a parser could read them.

    `lines` are the head of the text, `first` and `last` the indices of the
    first and the last line of the block's content; `end` is the line that ends
    it, a delimiter or a code fence, None where none does. `notes` are lines of
    text between the keys, `spread` the keys whose quoted value ends in a later line.
    """

    lines: tuple[Line, ...]
    prefix: tuple[Token, ...]
    first: int
    last: int
    keys: tuple[KeyLine, ...]
    tears: tuple[Tear, ...]
    strays: tuple[Line, ...]
    notes: tuple[Line, ...]
    spread: frozenset[KeyLine]
    end: Line | None
    toml: bool

    @property
    def fields(self) -> frozenset[str]:
        """Return the fields that the keys name."""
        return frozenset(key.field for key in self.keys if key.field and key.name not in WEAK_NAMES)

    @property
    def named(self) -> bool:
        """Return whether the keys can only be metadata: a title, or two fields, or several keys between delimiters."""
        plain = len(self.keys) > 1 and all(key.colon == ":" for key in self.keys)
        return "title" in self.fields or len(self.fields) > 1 or (plain and self.framed)

    @property
    def framed(self) -> bool:
        """Return whether nothing but its first delimiter stands before the block, and another one ends it."""
        tokens = [token for token in self.prefix if token.kind is not Kind.BLANK]
        exact = len(tokens) == 1 and is_exact_delimiter(tokens[0].line)
        return exact and self.closer is not None and is_exact_delimiter(self.closer)

    @property
    def clean(self) -> bool:
        """Return whether no text and no fence stands before the block."""
        return all(token.kind in {Kind.BLANK, Kind.DELIMITER} for token in self.prefix)

    @property
    def sure(self) -> bool:
        """Return whether even a block without any delimiter must be one: a title and a further field."""
        return "title" in self.fields and len(self.fields) > 1

    @property
    def delimiters(self) -> tuple[Line, ...]:
        """Return the delimiters before the first key."""
        return tuple(token.line for token in self.prefix if token.kind is Kind.DELIMITER)

    @property
    def closer(self) -> Line | None:
        """Return the delimiter that ends the block."""
        return self.end if self.end is not None and fence_of(self.end.bare) is None else None

    @property
    def start(self) -> int:
        """Return the offset of the first key's line."""
        return self.lines[self.first].start

    @property
    def indent(self) -> int:
        """Return by how many characters the first key is indented."""
        return self.keys[0].indent


def find_block(text: str) -> Block | None:
    """Return the block that the text begins with, behind nothing but delimiters, fences and a little prose."""
    lines = head_lines(text)
    prefix: list[Token] = []
    prose = 0
    for index, line in enumerate(lines[:MAX_PREFIX_LINES]):
        kind = _kind(line)
        if kind is Kind.PROSE:
            block = _block_at(lines, tuple(prefix), index)
            if block is not None and block.named:
                return block
            prose += len(line.text)
            if prose > MAX_PREFIX_PROSE:
                return None
        prefix.append(Token(kind, line))
    return None


def _kind(line: Line) -> Kind:
    bare = line.bare
    if not bare:
        return Kind.BLANK
    if is_delimiter(line) or is_toml_delimiter(line):
        return Kind.DELIMITER
    return Kind.FENCE if fence_of(bare) else Kind.PROSE


def _block_at(lines: tuple[Line, ...], prefix: tuple[Token, ...], first: int) -> Block | None:
    toml = toml_key_of(lines[first]) is not None and key_of(lines[first]) is None
    key = toml_key_of(lines[first]) if toml else key_of(lines[first])
    if key is None or (key.field is None and not _introduced(lines, prefix, first)):
        return None
    opened = any(token.kind is Kind.DELIMITER for token in prefix)
    scan = _Scan(lines, key, toml=toml, opened=opened)
    scan.run(first)
    return Block(
        lines,
        prefix,
        first,
        scan.last,
        tuple(scan.keys),
        tuple(scan.tears),
        tuple(scan.strays),
        tuple(scan.notes),
        frozenset(scan.spread),
        scan.end,
        toml,
    )


def _introduced(lines: Sequence[Line], prefix: Sequence[Token], first: int) -> bool:
    """Return whether a key of no known field begins a block: behind a delimiter or fence, or before a known key."""
    before = next((token.kind for token in reversed(prefix) if token.kind is not Kind.BLANK), None)
    if before in {Kind.DELIMITER, Kind.FENCE}:
        return True
    following = key_of(lines[first + 1]) if first + 1 < len(lines) else None
    return following is not None and following.field is not None


class _Scan:
    """Walks from the first key to the end of the block."""

    def __init__(self, lines: tuple[Line, ...], first: KeyLine, *, toml: bool, opened: bool) -> None:
        self.lines = lines
        self.toml = toml
        self.opened = opened
        self.indent = first.indent
        self.colon = first.colon in COLONS[1:]
        self.keys: list[KeyLine] = []
        self.tears: list[Tear] = []
        self.strays: list[Line] = []
        self.notes: list[Line] = []
        self.spread: set[KeyLine] = set()
        self.fields: set[str] = set()
        self.end: Line | None = None
        self.last = 0

    def run(self, first: int) -> None:
        """Walk until a line that ends the block or cannot belong to it."""
        index: int | None = first
        while index is not None and index < len(self.lines):
            index = self._step(index)

    def _step(self, index: int) -> int | None:
        line = self.lines[index]
        if not line.bare:
            return index + 1
        if is_toml_delimiter(line) if self.toml else is_delimiter(line):
            return self._at_delimiter(index)
        if fence_of(line.bare) or (self.opened and line.text.rstrip(" \t") == "..."):
            self.end = line
            return None
        key = self._key(line)
        after_blank = index > 0 and self.last < index - 1 and bool(self.keys)
        if key is not None and key.indent <= self.indent + 1 and (not after_blank or self._resumes(key, index)):
            return self._take(key, index)
        if self._continues(line, after_blank=after_blank):
            self.last = index
            return index + 1
        return self._at_text(index)

    def _at_text(self, index: int) -> int | None:
        """Step over an assistant's note, or over the rest of a value that was broken into lines."""
        last = None if self.toml else interruption(self.lines, index, self.keys[-1], frozenset(self.fields))
        if last is None:
            return None
        if NOTE.match(self.lines[index].bare):
            self.notes.extend(line for line in self.lines[index : last + 1] if line.bare)
        elif self.last == index - 1 == last - 1 and self.keys[-1].line == self.lines[self.last]:
            self.tears.append(broken_line(self.keys[-1], self.lines[index]))
        else:
            return None
        self.last = last
        return last + 1

    def _key(self, line: Line) -> KeyLine | None:
        return toml_key_of(line) if self.toml else key_of(line)

    def _take(self, key: KeyLine, index: int) -> int:
        self.keys.append(key)
        if key.field:
            self.fields.add(key.field)
        tear, last = (None, index) if self.toml else quoted_tear(self.lines, index, key)
        if tear is not None:
            self.tears.append(tear)
        elif last > index:
            self.spread.add(key)
        self.last = last
        return last + 1

    def _at_delimiter(self, index: int) -> int | None:
        if not self.toml:
            tear, last = unquoted_tear(self.lines, index, self.keys[-1], frozenset(self.fields))
            if tear is not None:
                self.tears.append(tear)
                self.last = last
                return last + 1
            if self._goes_on(index):
                self.strays.append(self.lines[index])
                self.last = index
                return index + 1
        self.end = self.lines[index]
        return None

    def _goes_on(self, index: int) -> bool:
        """Return whether a delimiter only interrupts the block: title or date follow at once, then another one."""
        fresh: set[str] = set()
        for line in self.lines[index + 1 :]:
            if is_delimiter(line):
                return bool(fresh & {"title", "date"})
            key = key_of(line)
            if not line.bare and fresh:
                continue
            if key is None or key.field is None or key.field in self.fields | fresh:
                return False
            fresh.add(key.field)
        return False

    def _resumes(self, key: KeyLine, index: int) -> bool:
        """Return whether a key behind a blank line still belongs to the block.

        `来源：…` or `Note: …` as the first line of a body whose block was never
        closed does not: written in another way, a field seen before, or none.
        """
        if key.field in self.fields or (key.colon in COLONS[1:]) != self.colon:
            return False
        return key.field is not None or self._reaches_delimiter(index)

    def _reaches_delimiter(self, index: int) -> bool:
        for line in self.lines[index:]:
            if is_delimiter(line):
                return True
            if key_of(line) is None and not line.text.startswith((" ", "\t", "- ")):
                return False
        return False

    def _continues(self, line: Line, *, after_blank: bool) -> bool:
        text = line.text
        indent = len(text) - len(text.lstrip(" \t"))
        bare = line.bare
        if indent > self.indent:
            return not after_blank or not self.keys[-1].content
        if bare.startswith("#"):
            return not after_blank and not bare.startswith("##")
        if self.toml:
            return bare.startswith(("[", "]")) or bare.endswith((",", "]"))
        return bare == "-" or (bare.startswith("- ") and not after_blank)
