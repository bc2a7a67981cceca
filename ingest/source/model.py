"""The Source: one file's bytes as text, with line and column of every offset."""

import hashlib
import re
from bisect import bisect_right
from dataclasses import field
from enum import StrEnum
from itertools import accumulate

from ingest.findings import Finding, Position, Span
from ingest.frozen import cached_property, quick_dataclass

# CommonMark 0.31.2 §2.1: a line ends with LF, CRLF or CR. str.splitlines() would also split at U+2028 and U+0085.
# `re` compiles it when a file with CR is met.
LINE_END = r"\r\n|\n|\r"
# Up to here, where front matter ends, lines are counted: many articles need no place further on.
_NEAR = 500


class Newline(StrEnum):
    """How the lines of a file end."""

    LF = "lf"
    CRLF = "crlf"
    CR = "cr"
    MIXED = "mixed"
    NONE = "none"


@quick_dataclass(frozen=True)
class Source:
    """The bytes of one file and what they are.

    `text` is the decoded content without the byte order mark; line ends are as
    in the file. `encoding` is a Python codec name (`utf-8`, `utf-16-le`,
    `gb18030`, `big5`, …); `bom` says whether the file starts with a mark.
    `lossless` is false where encoding the text again would not give the bytes
    back: such a file must not be rewritten.
    """

    path: str
    data: bytes = field(repr=False)
    text: str = field(repr=False)
    encoding: str = "utf-8"
    bom: bool = False
    findings: tuple[Finding, ...] = ()
    lossless: bool = True

    @cached_property
    def sha256(self) -> bytes:
        """Return the digest of the file's bytes (32 bytes)."""
        return hashlib.sha256(self.data).digest()

    @cached_property
    def line_starts(self) -> tuple[int, ...]:
        """Return the offset of the first character of every line."""
        if "\r" in self.text:
            return (0, *(match.end() for match in re.finditer(LINE_END, self.text)))
        lines = self.text.split("\n")
        lines[-1:] = ()
        return tuple(accumulate([len(line) + 1 for line in lines], initial=0))

    @cached_property
    def newline(self) -> Newline:
        """Return how the lines end; MIXED where they do not agree."""
        if "\r" not in self.text:
            return Newline.LF if "\n" in self.text else Newline.NONE
        crlf = self.text.count("\r\n")
        lf, cr = self.text.count("\n") - crlf, self.text.count("\r") - crlf
        kinds = [kind for kind, count in ((Newline.LF, lf), (Newline.CRLF, crlf), (Newline.CR, cr)) if count]
        return kinds[0] if len(kinds) == 1 else Newline.MIXED

    def line_column(self, offset: int) -> tuple[int, int]:
        """Return line and column of a text offset, both from 1, columns in code points."""
        if offset <= _NEAR and "\r" not in self.text[:offset]:
            return self.text.count("\n", 0, offset) + 1, offset - self.text.rfind("\n", 0, offset)
        line = bisect_right(self.line_starts, offset)
        return line, offset - self.line_starts[line - 1] + 1

    def line_start(self, line: int) -> int:
        """Return the offset of the first character of a line (from 1), of the last one for a line that is not there."""
        return self.line_starts[min(line, len(self.line_starts)) - 1]

    def line_end(self, offset: int) -> int:
        """Return where the line of a text offset ends: the offset behind its last character, before its line end."""
        if self.newline is Newline.LF:
            end = self.text.find("\n", offset)
            return end if end >= 0 else len(self.text)
        line, _ = self.line_column(offset)
        return self.line_starts[line - 1] + len(self.line_text(line))

    def position(self, span: Span) -> Position:
        """Return where a span lies."""
        start, end = span
        line, column = self.line_column(start)
        if self.text.find("\n", start, end) < 0 and self.text.find("\r", start, end) < 0:
            return Position(line, column, line, column + end - start)
        return Position(line, column, *self.line_column(end))

    def line_text(self, line: int) -> str:
        """Return the text of a line (from 1) without its line end."""
        start = self.line_starts[line - 1]
        end = self.line_starts[line] if line < len(self.line_starts) else len(self.text)
        return self.text[start:end].rstrip("\r\n")
