"""The short way for what most articles are made of: paragraphs, headings and rules, read line by line.

A parser is only asked about the blocks that need one, a list or a quotation, emphasis or code in a paragraph. What may
reach from one block into another (HTML, definitions, templates, containers, formulas) leaves the whole text to it.
The results are those of `ingest.body.reader.read`.
"""

import re

from ingest.body.indented_containers import may_have_indented_containers
from ingest.body.joints import GAP, HARD_BREAK, SOFT_BREAK, join_inline
from ingest.body.model import Heading, Passage, PassageKind
from ingest.body.parsing import PLAIN, parser_for
from ingest.body.reader import Reader
from ingest.body.reading import Lines, Reading, Separator, Setext

# What may open something inside a block or end a text's plainness; signs that only count at the start of a line are
# looked for there.
_MARKS = b"\\`*_[{<&~|/\n" + bytes(range(0x20)) + b"\x7f"
_UNMARKED = bytes(set(range(256)) - set(_MARKS))
_UNDERSTOOD = b"\\`*_[{&~|/\n"
# Lines that begin above these characters and hold no mark are text.
_FIRST_OF_TEXT = "@"
_LINE = re.compile(
    r"(?P<rule>-{3,} *$)|(?P<heading>\#{1,6}(?: |$))"
    r"|(?P<other>[>|:=]|[-+](?:[ |:-]|$)|\*(?: |$|\*(?:[ *]|$))|_(?:[ _]|$)|[0-9]{1,9}[.)](?: |$)|```|~~~|!!!|\?\?\?)"
)
# An image, if `!` stands before it. Beginning with one character makes the search for it fast.
_LINK = re.compile(r"\[((?!\^)[^][\n*`]*)\]\(([^][\s\x00-\x1f\x7f()<>]*)\)")
_OUTER_UNDERSCORE = re.compile(r"(?<!\w)_|_(?!\w)")
# Beside links, these mean nothing to a parser.
_HARMLESS = b"[{|/"
_WIDEST_INDENTATION = 3
_OUTSIDE = frozenset({"text", "rule", "heading"})
_BREAKS = frozenset({SOFT_BREAK, HARD_BREAK})
_BREAK = re.compile(f"([{SOFT_BREAK}{HARD_BREAK}])")


def read_plain(text: str, data: bytes) -> Reading | None:
    """Return what a text (LF line ends, `data` in UTF-8) holds, or None if it is not plain enough."""
    marks = data.translate(None, _UNMARKED)
    if marks.translate(None, _UNDERSTOOD) or _is_followed(data, b"]", b":"):
        return None
    if b"{" in marks and (_is_followed(data, b"{", b"{%#/") or b"import" in data or b"export" in data):
        return None
    if b"$" in data and parser_for(text, data) is not PLAIN:
        return None
    # U+3000 and the no-break space; what has many zero bytes is found faster in UTF-8.
    blanks = "  " in text or b"\xe3\x80\x80" in data or (b"\xc2" in data and b"\xc2\xa0" in data)
    blocks = _Blocks(text, marks, single_blanks=not blanks)
    return blocks.out if blocks.read() else None


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
        self._numbers = Lines(b"")
        self._reader = Reader(self.out, self._numbers)
        self._single_blanks = single_blanks

    def read(self) -> bool:
        """Fill `out`; return whether that was possible."""
        marks = self._marks
        first, resume = -1, 0
        for index, line in enumerate(self._lines):
            if index < resume:
                continue
            kind = "text" if line >= _FIRST_OF_TEXT and not marks[index] else _kind(line)
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
            return self._parse_until_paragraph(index if first < 0 else first, index)
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
        if self._single_blanks and end - first == 1 and not self._marks[first]:
            text: str | None = self._lines[first].strip()
        else:
            text = self._text(_source(self._lines[first:end]), first, end)
        if text is None:
            self._parse(first, end)
        elif text:
            self.out.passages.append(Passage(PassageKind.PARAGRAPH, text, first + 1, end))

    def _heading(self, index: int) -> None:
        line = self._lines[index].strip(" ")
        title = line.lstrip("#")
        text = None if "#" in title or "{" in title else self._text(title.strip(" "), index, index + 1)
        if text is None:
            self._parse(index, index + 1)
        elif text:
            self.out.passages.append(Passage(PassageKind.HEADING, text, index + 1, index + 1))
            self.out.headings.append(Heading(len(line) - len(title), text.replace("\n", " "), index + 1))

    def _setext(self, first: int, underline: int) -> None:
        """Read a paragraph with a line of `-` below it."""
        source = _source(self._lines[first:underline])
        text = None if "|" in source or "{" in source else self._text(source, first, underline)
        if text is None:
            self._parse(first, underline + 1)
            return
        out = self.out
        out.setext.append(Setext(len(out.passages), first + 1, underline, text))
        if text:
            out.passages.append(Passage(PassageKind.HEADING, text, first + 1, underline + 1))
            out.headings.append(Heading(2, text.replace("\n", " "), first + 1))

    # What a parser reads

    def _parse_until_paragraph(self, first: int, index: int) -> int:
        """Parse a block of another kind; return the index of the line after it, or 0 if it changes the whole text."""
        lines = self._lines
        last = len(lines) - 1
        end = index + 1
        while end < last and (
            lines[end - 1].strip(" ") or lines[end].startswith(" ") or _kind(lines[end]) not in _OUTSIDE
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
        self._numbers.begin(piece.encode(), first + 1)
        self._reader.read(piece)

    # The text of one block

    def _text(self, source: str, first: int, end: int) -> str | None:
        """Return a block's text and keep its links and images; None if only a parser can tell."""
        marks = self._marks[first] if end - first == 1 else b"".join(self._marks[first:end])
        if not marks:
            return join_inline([source])
        pieces = _LINK.split(source) if b"[" in marks else [source]
        if not _is_understood(marks, source, pieces):
            return None
        if len(pieces) == 1 and b"{" not in marks and "://" not in source:
            return join_inline([source])
        inline = self._reader.inline
        self._numbers.begin(b"", first + 1)
        add = inline.text if end - first == 1 else self._lines_of_words
        for index in range(0, len(pieces) - 1, 3):
            words, name, url = pieces[index : index + 3]
            if words.endswith("!"):
                if len(words) > 1:
                    add(words[:-1], 0)
                inline.image(url, name)
            else:
                if words:
                    add(words, 0)
                inline.link(url, name)
        if pieces[-1]:
            add(pieces[-1], 0)
        return inline.take()

    def _lines_of_words(self, words: str, _start: int) -> None:
        inline = self._reader.inline
        for piece in _BREAK.split(words):
            if piece in _BREAKS:
                inline.parts.append(piece)
                self._numbers.begin(b"", self._numbers.line(0) + 1)
            elif piece:
                inline.text(piece, 0)


def _kind(line: str) -> str:
    """Return what a line begins: `text`, `rule`, `heading`, `blank` or an `other` block."""
    bare = line.lstrip(" ")
    if not bare:
        return "blank"
    if len(line) - len(bare) > _WIDEST_INDENTATION:
        return "other"
    match = _LINE.match(bare)
    return "text" if match is None else str(match.lastgroup)


def _source(lines: list[str]) -> str:
    """Return the lines of a block without the blanks around them, which may make a break that the author asked for."""
    if len(lines) == 1:
        return lines[0].strip(" ")
    pieces: list[str] = []
    for line in lines:
        pieces += (line.strip(" "), HARD_BREAK if line.endswith("  ") else SOFT_BREAK)
    return "".join(pieces[:-1])


def _is_understood(marks: bytes, source: str, pieces: list[str]) -> bool:
    """Return whether a block has no other markup than links, images and bold words; `pieces` is split at its links."""
    if marks.count(b"[") != len(pieces) // 3:
        return False
    if not marks.translate(None, _HARMLESS):
        return True
    # Nothing is struck out or made code by one sign alone.
    if b"\\" in marks or marks.count(b"`") > 1 or marks.count(b"~") > 1 or (b"&" in marks and ";" in source):
        return False
    if b"_" in marks and any(map(_OUTER_UNDERSCORE.search, pieces[::3] + pieces[1::3])):
        return False
    return b"*" not in marks or _is_bold_alone(GAP.join(pieces[::3]))


def _is_bold_alone(words: str) -> bool:
    """Return whether all stars are pairs of `**`, which no text keeps, whether a parser sees emphasis or not."""
    pairs = words.count("**")
    if words.count("*") != 2 * pairs or pairs % 2 or "***" in words:
        return False
    # Where they stand changes what belongs to an address or attribute list.
    return not pairs or not ("{" in words or "://" in words)
