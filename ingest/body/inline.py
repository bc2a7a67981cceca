"""The text inside a block, piece by piece: words, code spans, links, images and inline tags."""

import re

from ingest.body.attribute_lists import is_table_of_contents, without_attribute_list
from ingest.body.html import CODE, HIDDEN, attributes, boundary, tag_name
from ingest.body.joints import GAP, tidy
from ingest.body.model import Image, Link
from ingest.body.reading import Lines, Reading

_BARE_URL = r"(?i)(?:https?|ftp)://[!-;=?-_a-z~]+"
_TRAILING = frozenset("?!.,:;*_~'\"")
_FOOTNOTE = r"\[\^[^\]\s]{1,60}\]"
_CONTENTS = frozenset({"[toc]", "[[toc]]", "[[_toc_]]"})
# What stands above kramdown's `{:toc}` is a label of some words; a paragraph is the author's.
_LONGEST_LABEL = 40
_CALLOUT = r"\[![A-Za-z-]{1,20}\][+-]?"


class Inline:
    """Collects the pieces of one block after another; `take()` gives the block's text and starts the next."""

    __slots__ = ("_anchor", "_images", "_lines", "_links", "_out", "hidden", "parts", "spans")

    def __init__(self, out: Reading, lines: Lines) -> None:
        self.parts: list[str] = []
        self.hidden = ""
        """The element (`pre`, `script`, …) that is open and whose text is no prose."""
        self.spans: dict[int, str] = {}
        """The block's code spans, by their place among the pieces."""
        self._out = out
        self._lines = lines
        self._links: list[tuple[str, int, int, bool]] = []
        self._images: list[tuple[str, int, int]] = []
        self._anchor: tuple[str, int, int] | None = None

    def text(self, text: str, start: int) -> None:
        """Add words."""
        if self.hidden:
            if self.hidden in CODE:
                self._out.code.append(text)
            return
        if "}" in text and (text[0] == "{" or text[-1] == "}"):
            if is_table_of_contents(text) and sum(map(len, self.parts)) <= _LONGEST_LABEL:
                # `* Contents` on the line above only makes the list that the table replaces.
                self.parts.clear()
                self.spans.clear()
            text = without_attribute_list(text)
        if ":" in text and "://" in text:
            text, urls = without_addresses(text)
            if urls and not self._links and not self._images:
                line = self._lines.line(start)
                self._out.links += [Link(url, url, line) for url in urls]
        self.parts.append(text)

    def code(self, code: str) -> None:
        """Add a code span: no prose, but part of a link's or heading's name."""
        self._out.code.append(code)
        self.spans[len(self.parts)] = code
        self.parts.append(GAP)

    def formula(self) -> None:
        """Leave a formula out."""
        self.parts.append(GAP)

    def tag(self, tag: str, start: int) -> None:
        """Read an inline tag."""
        name, closing = tag_name(tag), tag.startswith("</")
        if self.hidden:
            if closing and name == self.hidden:
                self.hidden = ""
            return
        if name == "a":
            self._close_anchor()
            url = "" if closing else attributes(tag).get("href", "")
            if url:
                self._anchor = (url, len(self.parts), self._lines.line(start))
        elif name == "img":
            found = attributes(tag)
            self._out.images.append(Image(found.get("src", ""), found.get("alt", ""), self._lines.line(start)))
            self.parts.append(GAP)
        elif name in HIDDEN and not closing and not tag.endswith("/>"):
            self.hidden = name
            self.parts.append(GAP)
        elif name:
            self.parts.append(boundary(name))

    def open_link(self, url: str, start: int, *, automatic: bool = False) -> None:
        """Begin a link."""
        self._links.append((url, len(self.parts), self._lines.line(start), automatic))

    def close_link(self) -> None:
        """End the innermost link; the address that an autolink shows is no prose."""
        url, first, line, automatic = self._links.pop()
        if automatic:
            text = "".join(self.parts[first:]).replace(GAP, "") or url
            del self.parts[first:]
            self.parts.append(GAP)
            self._out.links.append(Link(url, url if "://" in url else text, line))
        else:
            self._out.links.append(Link(url, self.named(first), line))

    def open_image(self, url: str, start: int) -> None:
        """Begin an image."""
        self._images.append((url, len(self.parts), self._lines.line(start)))

    def close_image(self) -> None:
        """End an image; its alternative text is no prose."""
        url, first, line = self._images.pop()
        self._out.images.append(Image(url, self.named(first), line))
        del self.parts[first:]
        self.parts.append(GAP)

    def named(self, first: int = 0) -> str:
        """Return the text from a piece on with its code spans, as the name of a link or heading shows it."""
        if not self.spans:
            return tidy("".join(self.parts[first:])).replace("\n", " ")
        pieces = [self.spans.get(index, part) for index, part in enumerate(self.parts[first:], first)]
        return tidy("".join(pieces)).replace("\n", " ")

    def take(self) -> str:
        """Return the block's text and begin the next block."""
        if self._anchor is not None:
            self._close_anchor()
        parts = self.parts
        if not parts:
            return ""
        text = tidy("".join(parts))
        parts.clear()
        if self.spans:
            self.spans.clear()
        if "[" in text:
            text = without_markers(text)
        return text

    def _close_anchor(self) -> None:
        if self._anchor is not None:
            url, first, line = self._anchor
            self._out.links.append(Link(url, self.named(first), line))
            self._anchor = None


def without_addresses(text: str) -> tuple[str, list[str]]:
    """Return a text with gaps for its bare addresses, and these."""
    kept: list[str] = []
    urls: list[str] = []
    position = 0
    # The pattern tries every character, and the first address may stand at the end of a long paragraph.
    for match in re.compile(_BARE_URL).finditer(text, max(0, text.find("://") - len("https"))):
        url = _trimmed(match[0])
        kept += (text[position : match.start()], GAP)
        position = match.start() + len(url)
        urls.append(url)
    return "".join([*kept, text[position:]]), urls


def _trimmed(url: str) -> str:
    """Return a bare address without the punctuation of the sentence (GitHub Flavored Markdown §6.9)."""
    end = len(url)
    surplus = url.count(")") - url.count("(")
    while end and (url[end - 1] in _TRAILING or (url[end - 1] == ")" and surplus > 0)):
        end -= 1
        surplus -= url[end] == ")"
    return url[:end]


def without_markers(text: str) -> str:
    """Return a block's text without what a site makes of brackets: footnotes, callouts, a table of contents."""
    if "[^" in text:
        text = re.sub(_FOOTNOTE, "", text).strip()
    if text.startswith("[!"):
        text = re.sub(_CALLOUT, "", text, count=1).strip()
    return "" if text.lower() in _CONTENTS else text
