"""The short way for what most articles are made of: paragraphs, headings, rules and flat lists, read line by line.

A parser is only asked about the blocks that need one, a quotation, emphasis or code in a paragraph. What may
reach from one block into another (HTML, definitions, templates, containers, formulas) leaves the whole text to it.
The results are those of `ingest.body.reader.read`.
"""

from ingest.body.indented_containers import may_have_indented_containers
from ingest.body.joints import HARD_BREAK, SOFT_BREAK, join_inline, join_lines
from ingest.body.line_kinds import SIGNS, line_kind
from ingest.body.mdx import is_mdx
from ingest.body.model import Heading, Image, Link, Passage, PassageKind
from ingest.body.parsing import PLAIN, parser_for
from ingest.body.plain_lists import plain_list
from ingest.body.plain_text import PlainText, plain_text
from ingest.body.reader import Reader
from ingest.body.reading import Lines, Reading, Separator, Setext

# What may open something inside a block or end a text's plainness; signs that only count at the start of a line are
# looked for there.
_MARKS = b"\\`*_[{<&~|/\n" + bytes(range(0x20)) + b"\x7f"
_UNMARKED = bytes(set(range(256)) - set(_MARKS))
_UNDERSTOOD = b"\\`*_[{&~|/\n"
_OUTSIDE = frozenset({"text", "rule", "heading"})
_BRACKET, _BRACE, _PIPE, _DOLLAR = b"[{|$"
_PARAGRAPH, _HEADING, _LIST = PassageKind.PARAGRAPH, PassageKind.HEADING, PassageKind.LIST


def read_plain(text: str, data: bytes) -> Reading | None:
    """Return what a text (LF line ends, `data` in UTF-8) holds, or None if it is not plain enough."""
    marks = data.translate(None, _UNMARKED)
    if marks.translate(None, _UNDERSTOOD) or (_BRACKET in marks and _is_followed(data, b"]", b":")):
        return None
    if _BRACE in marks and (_is_followed(data, b"{", b"{%#/") or _is_module(text)):
        return None
    if _DOLLAR in data and parser_for(text, data) is not PLAIN:
        return None
    blanks = "  " in text or "\xa0" in text or "\u3000" in text
    blocks = _Blocks(text, marks, single_blanks=not blanks)
    return blocks.out if blocks.read() else None


def _is_module(text: str) -> bool:
    return ("import" in text or "export" in text) and is_mdx(text)


def _is_followed(data: bytes, sign: bytes, by: bytes) -> bool:
    """Return whether a sign stands right before one of some bytes."""
    after = data.find(sign) + 1
    while after:
        if data[after : after + 1] and data[after] in by:
            return True
        after = data.find(sign, after) + 1
    return False


class _Blocks:
    """Reads one text; blocks are ranges of line indices, the end exclusive."""

    def __init__(self, text: str, marks: bytes, *, single_blanks: bool) -> None:
        self.out = Reading()
        self._lines = text.split("\n")
        self._lines.append("")
        self._marks = marks.split(b"\n")
        self._marks.append(b"")
        self._single_blanks = single_blanks

    def read(self) -> bool:
        """Fill `out`; return whether that was possible."""
        lines, marks, single_blanks = self._lines, self._marks, self._single_blanks
        first, resume = -1, 0
        for index, line in enumerate(lines):
            if index < resume or (not line and first < 0):
                continue
            if not line and single_blanks and first == index - 1 and not marks[first]:
                # What most of an article is made of is read right here.
                if text := lines[first].strip():
                    self.out.passages.append(Passage(_PARAGRAPH, text, index, index))
                first = -1
                continue
            kind = "text" if line and line[0] not in SIGNS else line_kind(line)
            if kind != "text":
                resume = self._end(kind, first, index)
                if not resume:
                    return False
                first = -1
            elif first < 0:
                first = index
        return True

    def _end(self, kind: str, first: int, index: int) -> int:
        """Read the paragraph that a line ends, if `first` is not -1, and the line.

        Return the line to go on with, or 0 if this text is for the parser alone.
        """
        if kind == "other":
            return self._list(first, index) or self._parse_until_paragraph(index if first < 0 else first, index)
        if kind == "rule" and first >= 0:
            self._setext(first, index)
            return index + 1
        if first >= 0:
            self._paragraph(first, index)
        if kind == "rule":
            self.out.separators.append(Separator(len(self.out.passages), index + 1))
        elif kind == "heading":
            self._heading(index)
        return index + 1

    def _paragraph(self, first: int, end: int) -> None:
        text = self._text(first, end)
        if text is None:
            self._parse(first, end)
        elif text:
            self.out.passages.append(Passage(_PARAGRAPH, text, first + 1, end))

    def _heading(self, index: int) -> None:
        line = self._lines[index].strip(" ")
        title = line.lstrip("#")
        words = title.strip(" ")
        text = None if "#" in title or "{" in title else self._marked(words, self._marks[index], index)
        if text is None:
            self._parse(index, index + 1)
        elif text:
            self.out.passages.append(Passage(_HEADING, text, index + 1, index + 1))
            self.out.headings.append(Heading(len(line) - len(title), text.replace("\n", " "), index + 1))

    def _setext(self, first: int, underline: int) -> None:
        """Read a paragraph with a line of `-` below it."""
        marks = self._marks[first] if underline - first == 1 else b"".join(self._marks[first:underline])
        text = None if _PIPE in marks or _BRACE in marks else self._text(first, underline)
        if text is None:
            self._parse(first, underline + 1)
            return
        out = self.out
        out.setext.append(Setext(len(out.passages), first + 1, underline, text))
        if text:
            out.passages.append(Passage(_HEADING, text, first + 1, underline + 1))
            out.headings.append(Heading(2, text.replace("\n", " "), first + 1))

    def _list(self, first: int, index: int) -> int:
        """Read a list, and the paragraph right above it, if `first` is not -1.

        Return the index of the line after it, or 0, with nothing read, if only a parser can tell.
        """
        found = plain_list(self._lines, self._marks, index)
        if found is None:
            return 0
        if first >= 0:
            # Only a list that begins with 1 may interrupt a paragraph.
            if self._lines[index][0].isdigit() and not self._lines[index].startswith(("1.", "1)")):
                return 0
            self._paragraph(first, index)
        items, end = found
        for line, content in items:
            if text := self._keep(content, line):
                self.out.passages.append(Passage(_LIST, text, line + 1, line + 1))
        return end

    # What a parser reads

    def _parse_until_paragraph(self, first: int, index: int) -> int:
        """Parse a block of another kind; return the index of the line after it, or 0 if it changes the whole text."""
        lines = self._lines
        last = len(lines) - 1
        end = index + 1
        while end < last and (
            lines[end - 1].strip(" ") or lines[end].startswith(" ") or line_kind(lines[end]) not in _OUTSIDE
        ):
            end += 1
        piece = "\n".join(lines[first:end])
        if "```" in piece or "~~~" in piece:
            end = last
            piece = "\n".join(lines[first:end])
        data = piece.encode()
        if b":::" in data or may_have_indented_containers(data):
            return 0
        self._parse(first, end)
        return end

    def _parse(self, first: int, end: int) -> None:
        piece = "\n".join(self._lines[first:end])
        numbers = Lines(b"")
        numbers.begin(piece.encode(), first + 1)
        Reader(self.out, numbers).read(piece)

    # The text of one block

    def _text(self, first: int, end: int) -> str | None:
        """Return the text of some lines and keep its links and images; None if only a parser can tell."""
        if end - first == 1:
            line, marks = self._lines[first], self._marks[first]
            if not marks and self._single_blanks:
                return line.strip()
            return self._marked(line.strip(" "), marks, first)
        lines, marks = self._lines[first:end], b"".join(self._marks[first:end])
        if not marks and self._single_blanks:
            return join_lines([line.strip() for line in lines])
        return self._marked(_source(lines), marks, first)

    def _marked(self, source: str, marks: bytes, index: int) -> str | None:
        if not marks:
            return join_inline([source])
        found = plain_text(source, marks)
        return None if found is None else self._keep(found, index)

    def _keep(self, found: PlainText, index: int) -> str:
        """Keep the links and images of a block that begins in a line; return its text."""
        for url, name, line in found.links:
            self.out.links.append(Link(url, name, line + index + 1))
        for url, alt, line in found.images:
            self.out.images.append(Image(url, alt, line + index + 1))
        return found.text


def _source(lines: list[str]) -> str:
    """Return the lines of a block without the blanks around them, which may make a break that the author asked for."""
    pieces: list[str] = []
    for line in lines:
        pieces += (line.strip(" "), HARD_BREAK if line.endswith("  ") else SOFT_BREAK)
    return "".join(pieces[:-1])
