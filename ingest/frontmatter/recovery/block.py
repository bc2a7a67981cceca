"""Sees a metadata block in the first lines of a text, however broken: what stands before it, its keys, its end."""

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from ingest.frontmatter.recovery.lines import Line, head_lines
from ingest.frontmatter.recovery.scan import Scan
from ingest.frontmatter.recovery.shapes import (
    KeyLine,
    fence_of,
    is_delimiter,
    is_exact_delimiter,
    is_rule,
    is_toml_delimiter,
    key_of,
    toml_key_of,
)
from ingest.frontmatter.recovery.torn import Tear

MAX_PREFIX_LINES = 24
MAX_PREFIX_PROSE = 600
# From here on Markdown reads a line as code.
CODE_INDENT = 4
# Names of a title that are at home in other files' blocks too: a package, a workflow, a person.
WEAK_NAMES = frozenset({"name", "headline"})


class Kind(StrEnum):
    """What a line before the block is."""

    BLANK = "blank"
    DELIMITER = "delimiter"
    FENCE = "fence"
    PROSE = "prose"
    COMMENT = "comment"


class Token(NamedTuple):
    """A line before the block and what it is."""

    kind: Kind
    line: Line


class Block(NamedTuple):
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
        """Return whether the keys can only be metadata: a title, two fields, or several keys between delimiters."""
        plain = len(self.keys) > 1 and all(key.colon == ":" for key in self.keys)
        return "title" in self.fields or len(self.fields) > 1 or (plain and self.framed)

    @property
    def framed(self) -> bool:
        """Return whether nothing but its first delimiter stands before the block, and another one ends it."""
        tokens = [token for token in self.prefix if token.kind not in {Kind.BLANK, Kind.COMMENT}]
        exact = len(tokens) == 1 and is_exact_delimiter(tokens[0].line)
        return exact and self.closer is not None and is_exact_delimiter(self.closer)

    @property
    def clean(self) -> bool:
        """Return whether no text and no fence stands before the block."""
        return all(token.kind in {Kind.BLANK, Kind.DELIMITER, Kind.COMMENT} for token in self.prefix)

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
    prose = index = 0
    while index < len(lines) and len(prefix) < MAX_PREFIX_LINES:
        line, following = lines[index], index + 1
        kind = _kind(line)
        if kind is Kind.PROSE and (last := _end_of_html_comment(lines, index)) is not None:
            prefix.append(Token(kind, _joined(text, line, lines[last])))
            index = last + 1
            continue
        if kind is Kind.PROSE:
            block = _block_at(lines, tuple(prefix), index)
            if block is not None and _is_metadata(block) and not _is_announced(block):
                return block
            if _is_comment(prefix, line, lines[following : following + 1]):
                kind = Kind.COMMENT
            prose += len(line.text)
            if prose > MAX_PREFIX_PROSE:
                return None
        prefix.append(Token(kind, line))
        index = following
    return None


def _end_of_html_comment(lines: Sequence[Line], index: int) -> int | None:
    """Return the index of the line that ends with the end of an HTML comment which begins in a line."""
    if not lines[index].bare.startswith("<!--"):
        return None
    last = next((number for number in range(index, len(lines)) if "-->" in lines[number].text), None)
    return last if last is not None and lines[last].bare.endswith("-->") else None


def _joined(text: str, first: Line, last: Line) -> Line:
    return Line(first.start, last.end, last.stop, text[first.start : last.end])


def _is_comment(prefix: Sequence[Token], line: Line, following: Sequence[Line]) -> bool:
    """Return whether a line is a comment of YAML: directly behind the delimiter, and a key or a comment behind it."""
    if not line.bare.startswith("#") or not prefix or prefix[-1].kind not in {Kind.DELIMITER, Kind.COMMENT}:
        return False
    return bool(following) and (following[0].bare.startswith("#") or key_of(following[0]) is not None)


def _is_metadata(block: Block) -> bool:
    """Return whether the keys can only be metadata; below a rule, which may be ornament, only with a title and more."""
    if _is_code(block):
        return False
    return block.named and (block.sure or not any(is_rule(line) for line in block.delimiters))


def _is_code(block: Block) -> bool:
    """Return whether keys are indented code above an article: no delimiter or fence, and the text below is not."""
    bare = all(token.kind in {Kind.BLANK, Kind.PROSE} for token in block.prefix) and block.end is None
    if not bare or (block.indent < CODE_INDENT and not block.keys[0].line.text.startswith("\t")):
        return False
    below = next((line for line in block.lines[block.last + 1 :] if line.bare), None)
    return below is not None and not below.text.startswith((" ", "\t"))


def _is_announced(block: Block) -> bool:
    """Return whether a lone key (`标题：…`) stands above a delimiter that opens a whole block."""
    if block.delimiters or len(block.keys) > 1 or block.closer is None:
        return False
    index = block.lines.index(block.closer) + 1
    below = (number for number in range(index, min(index + 3, len(block.lines))) if block.lines[number].bare)
    following = next(below, None)
    if following is None:
        return False
    whole = _block_at(block.lines, (Token(Kind.DELIMITER, block.closer),), following)
    return whole is not None and whole.sure and whole.closer is not None


def _kind(line: Line) -> Kind:
    bare = line.bare
    if not bare:
        return Kind.BLANK
    if is_delimiter(line) or is_toml_delimiter(line) or is_rule(line):
        return Kind.DELIMITER
    return Kind.FENCE if fence_of(bare) else Kind.PROSE


def _block_at(lines: tuple[Line, ...], prefix: tuple[Token, ...], first: int) -> Block | None:
    toml = toml_key_of(lines[first]) is not None and key_of(lines[first]) is None
    key = toml_key_of(lines[first]) if toml else key_of(lines[first])
    if key is None or (key.field is None and not _introduced(lines, prefix, first)):
        return None
    opened = any(token.kind is Kind.DELIMITER for token in prefix)
    scan = Scan(lines, key, toml=toml, opened=opened)
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
    before = next((token.kind for token in reversed(prefix) if token.kind not in {Kind.BLANK, Kind.COMMENT}), None)
    if before in {Kind.DELIMITER, Kind.FENCE}:
        return True
    following = key_of(lines[first + 1]) if first + 1 < len(lines) else None
    return following is not None and following.field is not None
