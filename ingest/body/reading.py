"""What one pass over the parser's events finds, and the lines of byte offsets."""

from typing import NamedTuple

from ingest.body.joints import GAP
from ingest.body.model import Heading, Image, Link, Passage, PassageKind

# A gap is what a component leaves behind that stood there.
_BLANKS = b" \t\n" + GAP.encode()


class Setext(NamedTuple):
    """A level-2 heading made by an underline of `-`.

    `passage` is its index among the passages, or where it would stand if it has no text (an image).
    """

    passage: int
    line: int
    end_line: int
    text: str


class Separator(NamedTuple):
    """A place where an excerpt may end: after that many passages and the beginning of the next one."""

    passages: int
    line: int
    partial: str = ""
    explicit: bool = False


class Reading:
    """What one pass found; lines count from 1."""

    __slots__ = (
        "code",
        "code_blocks",
        "headings",
        "hidden",
        "html_quotes",
        "images",
        "links",
        "passages",
        "separators",
        "setext",
        "unclosed_fence_line",
    )

    def __init__(self) -> None:
        self.passages: list[Passage] = []
        self.code: list[str] = []
        self.code_blocks = 0
        self.headings: list[Heading] = []
        self.links: list[Link] = []
        self.images: list[Image] = []
        self.setext: list[Setext] = []
        self.separators: list[Separator] = []
        self.unclosed_fence_line: int | None = None
        self.hidden = ""
        """The element that an HTML block leaves open and in which nothing is prose."""
        self.html_quotes = 0
        """The number of `<blockquote>` that an HTML block leaves open."""

    def mark(self, kind: PassageKind) -> None:
        """Give all passages one kind."""
        self.passages = [passage._replace(kind=kind) for passage in self.passages]

    def merge(self, found: "Reading", offset: int) -> None:
        """Add what a text inside this one holds; its first line is line `offset + 1` here."""
        self.passages += [p._replace(line=p.line + offset, end_line=p.end_line + offset) for p in found.passages]
        self.headings += [heading._replace(line=heading.line + offset) for heading in found.headings]
        self.links += [link._replace(line=link.line + offset) for link in found.links]
        self.images += [image._replace(line=image.line + offset) for image in found.images]
        self.code += found.code
        self.code_blocks += found.code_blocks
        if self.unclosed_fence_line is None and found.unclosed_fence_line is not None:
            self.unclosed_fence_line = found.unclosed_fence_line + offset


class Lines:
    """The lines of a text in UTF-8 (LF line ends), addressed by the byte offsets that the parser gives.

    Offsets come nearly in order, so the line ends between one and the next are counted, not listed.
    """

    __slots__ = ("_line", "_offset", "data")

    def __init__(self, data: bytes) -> None:
        self.data = data
        self._offset = 0
        self._line = 1

    def begin(self, data: bytes, line: int) -> None:
        """Address another text from now on, a piece of the whole that begins at that line."""
        self.data = data
        self._offset = 0
        self._line = line

    def line(self, offset: int) -> int:
        """Return the line of an offset, from 1."""
        known = self._offset
        if offset >= known:
            self._line += self.data.count(b"\n", known, offset)
        else:
            self._line -= self.data.count(b"\n", offset, known)
        self._offset = offset
        return self._line

    def lines(self, start: int, end: int) -> tuple[int, int]:
        """Return the lines in which a range starts and in which its last visible character stands."""
        data, known = self.data, self._offset
        line = self._line = (
            self._line + data.count(b"\n", known, start)
            if start >= known
            else self._line - data.count(b"\n", start, known)
        )
        self._offset = start
        # Most passages are one line.
        first_end = data.find(b"\n", start, end)
        if first_end < 0 or first_end == end - 1:
            return line, line
        self._offset = start + len(data[start:end].rstrip(_BLANKS))
        self._line = line + data.count(b"\n", start, self._offset)
        return line, self._line

    def source_line(self, offset: int) -> bytes:
        """Return the rest of a line from an offset on."""
        end = self.data.find(b"\n", offset)
        return self.data[offset:] if end < 0 else self.data[offset:end]
