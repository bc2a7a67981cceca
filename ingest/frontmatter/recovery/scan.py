"""Walks from the first key of a block to its end, over what is broken in between."""

from ingest.frontmatter.recovery.lines import Line
from ingest.frontmatter.recovery.nodes import is_yaml_key, last_line_of
from ingest.frontmatter.recovery.note_words import NOTE
from ingest.frontmatter.recovery.shapes import (
    COLONS,
    KeyLine,
    fence_of,
    is_delimiter,
    is_rule,
    is_toml_delimiter,
    key_of,
    toml_key_of,
)
from ingest.frontmatter.recovery.torn import Tear, broken_line, interruption, quoted_tear, unquoted_tear

# What the first keys of every block say.
_CORE = frozenset({"title", "date", "authors"})


class Scan:
    """What the walk finds: keys, torn values, stray delimiters, notes, and the line that ends the block.

    `opened` says whether a delimiter stands before the block: only then does
    `...`, the end of a YAML document, end it too.
    """

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
        self.delimiter = 0

    def run(self, first: int) -> None:
        """Walk until a line that ends the block or cannot belong to it."""
        index: int | None = first
        while index is not None and index < len(self.lines):
            index = self._step(index)

    def _step(self, index: int) -> int | None:
        line = self.lines[index]
        if not line.bare:
            return index + 1
        if is_delimiter(line) or is_toml_delimiter(line):
            return self._at_delimiter(index)
        if fence_of(line.bare) or (is_rule(line) and self._sure) or (self.opened and line.text.rstrip(" \t") == "..."):
            self.end = line
            return None
        key = self._key(line)
        after_blank = index > 0 and self.last < index - 1 and bool(self.keys)
        if key is not None and key.indent <= self.indent + 1 and (not after_blank or self._resumes(key, index)):
            return self._take(key, index)
        if self._continues(index, after_blank=after_blank):
            self.last = index
            return index + 1
        return self._at_text(index)

    @property
    def _sure(self) -> bool:
        return "title" in self.fields and len(self.fields) > 1

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
        if last == index and not self.toml:
            last = last_line_of(self.lines, index, key)
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
        """Return whether a delimiter only interrupts the block: title or date follow at once, then another one.

        Behind a blank line they must be two, a date in digits among them.
        """
        fresh: dict[str, str] = {}
        apart = index + 1 < len(self.lines) and not self.lines[index + 1].bare
        for line in self.lines[index + 1 :]:
            if is_delimiter(line):
                dated = fresh.get("date", "").strip("'\"")[:4].isdigit()
                return (len(fresh) > 1 and dated) if apart else not fresh.keys().isdisjoint({"title", "date"})
            key = key_of(line)
            if not line.bare and (fresh or apart):
                continue
            if key is None or key.field is None or key.field in self.fields or key.field in fresh:
                return False
            fresh[key.field] = key.content
        return False

    def _resumes(self, key: KeyLine, index: int) -> bool:
        """Return whether a key behind a blank line still belongs to the block.

        `来源：…` or `Note: …` as the first line of a body whose block was never
        closed does not: written in another way, a field seen before, or none.
        """
        if key.field in self.fields or (key.colon in COLONS[1:]) != self.colon:
            return False
        if key.field in _CORE or (key.field is not None and not self._sure):
            return True
        return self._reaches_delimiter(index)

    def _reaches_delimiter(self, index: int) -> bool:
        """Return whether nothing but keys stands before the next delimiter; looks at no line twice if so."""
        if index < self.delimiter:
            return True
        for number, line in enumerate(self.lines[index:], index):
            if is_delimiter(line):
                self.delimiter = number
                return True
            if line.bare and not (line.text.startswith((" ", "\t", "- ")) or key_of(line) or is_yaml_key(line)):
                return False
        return False

    def _continues(self, index: int, *, after_blank: bool) -> bool:
        line = self.lines[index]
        text = line.text
        indent = len(text) - len(text.lstrip(" \t"))
        bare = line.bare
        if indent > self.indent:
            return not after_blank or not self.keys[-1].content
        if bare.startswith("#"):
            return not after_blank and not bare.startswith("##")
        if self.toml:
            return bare.startswith(("[", "]")) or bare.endswith((",", "]"))
        if self.opened and not after_blank and is_yaml_key(line):
            return self._reaches_delimiter(index)
        return bare == "-" or (bare.startswith("- ") and not after_blank)
