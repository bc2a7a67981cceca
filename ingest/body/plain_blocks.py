"""The short way for what most articles are made of: paragraphs, headings, rules and flat lists, read line by line.

A parser is only asked about the blocks that need one, a quotation, emphasis or code in a paragraph. What may
reach from one block into another (HTML, definitions, templates, containers, formulas) leaves the whole text to it.
The results are those of `ingest.body.reader.read`.
"""

from ingest.body.indented_containers import may_have_indented_containers
from ingest.body.joints import HARD_BREAK, SOFT_BREAK, join_lines, tidy
from ingest.body.line_kinds import BEYOND_SIGNS, SIGNS, line_kind
from ingest.body.mdx import is_mdx
from ingest.body.model import Heading, Passage, PassageKind
from ingest.body.parsing import PLAIN, parser_for
from ingest.body.plain_lists import plain_list
from ingest.body.plain_text import block_text, line_text, plain_text
from ingest.body.reader import Reader
from ingest.body.reading import Lines, Reading, Separator, Setext
from ingest.frozen import new_tuple

# What may open something inside a block or end a text's plainness; signs that only count at the start of a line are
# looked for there.
_MARKS = b"\\`*_[{<&~|/\n" + bytes(range(0x20)) + b"\x7f"
_UNMARKED = bytes(set(range(256)) - set(_MARKS))
_UNDERSTOOD = b"\\`*_[{&~|/\n"
# What a bracket or brace before them begins.
_OF_DEFINITIONS = frozenset({b":"})
_OF_TEMPLATES = frozenset({b"{", b"%", b"#", b"/"})
_OUTSIDE = frozenset({"text", "rule", "heading"})
_BRACKET, _BRACE, _PIPE, _DOLLAR = b"[{|$"
_PARAGRAPH, _HEADING, _LIST = PassageKind.PARAGRAPH, PassageKind.HEADING, PassageKind.LIST


def read_plain(text: str, data: bytes) -> Reading | None:
    """Return what a text (LF line ends, `data` in UTF-8) holds, or None if it is not plain enough."""
    marks = data.translate(None, _UNMARKED)
    if marks.translate(None, _UNDERSTOOD) or (_BRACKET in marks and _is_followed(data, b"]", _OF_DEFINITIONS)):
        return None
    if _BRACE in marks and (_is_followed(data, b"{", _OF_TEMPLATES) or _is_module(text)):
        return None
    if _DOLLAR in data and parser_for(text, data) is not PLAIN:
        return None
    blanks = "  " in text or "\xa0" in text or "\u3000" in text
    blocks = _Blocks(text, marks, single_blanks=not blanks)
    return blocks.out if blocks.read() else None


def _is_module(text: str) -> bool:
    return "port" in text and ("import" in text or "export" in text) and is_mdx(text)


def _is_followed(data: bytes, sign: bytes, by: frozenset[bytes]) -> bool:
    """Return whether a sign stands right before one of some others."""
    after = data.find(sign) + 1
    while after:
        if data[after : after + 1] in by:
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
        lines, marks, words = self._lines, self._marks, str.strip if self._single_blanks else tidy
        passages, links, images = self.out.passages, self.out.links, self.out.images
        numbered = enumerate(lines, 1)
        for number, line in numbered:
            if not line:
                continue
            if line < BEYOND_SIGNS and line[0] in SIGNS and (kind := line_kind(line)) != "text":
                if kind == "rule":
                    self.out.separators.append(new_tuple(Separator, (len(passages), number, "", False)))
                    continue
                resume = self._from_sign(kind, number - 1)
            elif lines[number]:
                resume = self._from_text(number - 1)
            else:
                # What most of an article is made of is read right here.
                signs = marks[number - 1]
                text = plain_text(line.strip(" "), signs, number, links, images) if signs else words(line)
                if text:
                    passages.append(new_tuple(Passage, (_PARAGRAPH, text, number, number)))
                elif text is None:
                    self._parse(number - 1, number)
                continue
            if not resume:
                return False
            for _ in range(number, resume):
                next(numbered)
        return True

    def _from_text(self, first: int) -> int:
        """Read the paragraph that begins in a line, and the line that ends it.

        Return the line to go on with, or 0 if this text is for the parser alone.
        """
        lines = self._lines
        end = first + 1
        kind = ""
        while (line := lines[end]) and (
            line >= BEYOND_SIGNS or line[0] not in SIGNS or (kind := line_kind(line)) == "text"
        ):
            end += 1
        if line and kind == "rule":
            self._setext(first, end)
            return end + 1
        if line and kind == "other":
            return self._list(first, end) or self._parse_until_paragraph(first, end)
        self._paragraph(first, end)
        return end

    def _from_sign(self, kind: str, index: int) -> int:
        """Read what a line begins that is no text; return what `_from_text` returns."""
        if kind == "heading":
            self._heading(index)
        elif kind == "other":
            return self._list(-1, index) or self._parse_until_paragraph(index, index)
        return index + 1

    def _paragraph(self, first: int, end: int) -> None:
        text = self._text(first, end)
        if text is None:
            self._parse(first, end)
        elif text:
            self.out.passages.append(new_tuple(Passage, (_PARAGRAPH, text, first + 1, end)))

    def _heading(self, index: int) -> None:
        line = self._lines[index].strip(" ")
        title = line.lstrip("#")
        words, marks, number = title.strip(" "), self._marks[index], index + 1
        if "#" in title or "{" in title:
            text = None
        else:
            text = plain_text(words, marks, number, self.out.links, self.out.images) if marks else tidy(words)
        if text is None:
            self._parse(index, number)
        elif text:
            self.out.passages.append(new_tuple(Passage, (_HEADING, text, number, number)))
            self.out.headings.append(new_tuple(Heading, (len(line) - len(title), text.replace("\n", " "), number)))

    def _setext(self, first: int, underline: int) -> None:
        """Read a paragraph with a line of `-` below it."""
        marks = self._marks[first] if underline - first == 1 else b"".join(self._marks[first:underline])
        text = None if _PIPE in marks or _BRACE in marks else self._text(first, underline)
        if text is None:
            self._parse(first, underline + 1)
            return
        out = self.out
        out.setext.append(new_tuple(Setext, (len(out.passages), first + 1, underline, text)))
        if text:
            out.passages.append(new_tuple(Passage, (_HEADING, text, first + 1, underline + 1)))
            out.headings.append(new_tuple(Heading, (2, text.replace("\n", " "), first + 1)))

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
        out = self.out
        for line, text in found.items:
            if text:
                out.passages.append(new_tuple(Passage, (_LIST, text, line + 1, line + 1)))
        out.links += found.links
        out.images += found.images
        return found.end

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
        read = plain_text
        if self._single_blanks and end - first > 1:
            text = self._line_by_line(first, end)
            if text is not None:
                return text
            read = block_text
        source, marks = _source(self._lines[first:end]), b"".join(self._marks[first:end])
        return read(source, marks, first + 1, self.out.links, self.out.images) if marks else tidy(source)

    def _line_by_line(self, first: int, end: int) -> str | None:
        """Return the text of lines of which each can be read alone; None, with nothing kept, if one cannot."""
        lines, marks = self._lines[first:end], self._marks[first:end]
        if not any(marks):
            return join_lines([line.strip() for line in lines])
        links, images = self.out.links, self.out.images
        known = len(links), len(images)
        texts: list[str] = []
        for number, line in enumerate(lines, first + 1):
            signs = marks[number - first - 1]
            text = line_text(line.strip(" "), signs, number, links, images) if signs else line.strip()
            if text is None:
                del links[known[0] :]
                del images[known[1] :]
                return None
            texts.append(text)
        return join_lines(texts)


def _source(lines: list[str]) -> str:
    """Return the lines of a block without the blanks around them, which may make a break that the author asked for."""
    pieces: list[str] = []
    for line in lines:
        pieces += (line.strip(" "), HARD_BREAK if line.endswith("  ") else SOFT_BREAK)
    return "".join(pieces[:-1])
