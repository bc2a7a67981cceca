"""HTML blocks inside Markdown: the words a reader reads, without tags, in time linear in the text."""

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from ingest.body.html import BLOCKS, CODE, HIDDEN, JOINING, attributes, boundary, decode_entities, tag_name
from ingest.body.joints import GAP

HEADINGS = {f"h{level}": level for level in range(1, 7)}
_DELIMITER = re.compile("[\"'>]")


class Tags:
    """Finds the tags of a text one after another.

    A `>` inside a quoted attribute does not end a tag. Once that reading fails
    (a quote that never closes), quotes are ignored for the rest of the text:
    trying again at every `<` would take quadratic time.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._quotes = True
        self._exhausted = False

    def end(self, start: int) -> int:
        """Return the offset after the tag or comment that starts at `start`, or -1 where there is none."""
        text = self._text
        if text.startswith("<!--", start):
            return self._after("-->", start + 2)
        following = text[start + 1 : start + 2]
        if following in ("!", "?"):
            return self._after(">", start)
        if following == "/":
            following = text[start + 2 : start + 3]
        if not (following.isascii() and following.isalpha()):
            return -1
        if self._quotes:
            end = self._quoted(start)
            if end > 0:
                return end
            self._quotes = False
        return self._after(">", start)

    @staticmethod
    def removed(text: str) -> str:
        """Return a text without its tags."""
        tags, kept, position = Tags(text), [], 0
        while (start := text.find("<", position)) >= 0:
            end = tags.end(start)
            kept.append(text[position : start + (end < 0)])
            position = max(end, start + 1)
        return "".join([*kept, text[position:]])

    def _after(self, closer: str, start: int) -> int:
        if self._exhausted:
            return -1
        found = self._text.find(closer, start)
        if found < 0:
            # No `>` follows, and so nothing that ends in one: no tag starts anywhere below.
            self._exhausted = closer == ">" or self._text.find(">", start) < 0
            return len(self._text) if closer == "-->" else -1
        return found + len(closer)

    def _quoted(self, start: int) -> int:
        text, position = self._text, start
        while match := _DELIMITER.search(text, position):
            if match[0] == ">":
                return match.end()
            position = text.find(match[0], match.end()) + 1
            if position <= 0:
                break
        return -1


class Chunk(NamedTuple):
    """A passage of an HTML block: text that may still hold Markdown and entities; `line` counts from 0 in the block."""

    text: str
    line: int
    end_line: int
    heading: int
    """The level of the HTML heading that it stands in, else 0."""
    quotes: int
    """The number of `<blockquote>` that it stands in."""


@dataclass(slots=True)
class HtmlReading:
    """What an HTML block holds.

    At its end `hidden` names the element that is still open and in which nothing is prose, `quotes` is the number of
    open `<blockquote>`.
    """

    chunks: list[Chunk] = field(default_factory=list)
    links: list[tuple[str, str, int]] = field(default_factory=list)
    images: list[tuple[str, str, int]] = field(default_factory=list)
    code: list[str] = field(default_factory=list)
    code_blocks: int = 0
    hidden: str = ""
    quotes: int = 0


class HtmlBlock:
    """Reads one HTML block."""

    def __init__(self, raw: str, hidden: str, quotes: int) -> None:
        self._raw = raw
        self._reading = HtmlReading(hidden=hidden, quotes=quotes)
        self._parts: list[str] = []
        self._chunk_start = 0
        self._counted = 0
        self._line = 0
        self._heading = 0
        self._anchor: tuple[str, int, int] | None = None

    def read(self) -> HtmlReading:
        """Return the block's passages, links, images and code."""
        raw, tags, position = self._raw, Tags(self._raw), 0
        while position < len(raw):
            if self._reading.hidden:
                position = self._skip_hidden(position)
                continue
            start = raw.find("<", position)
            if start < 0:
                break
            end = tags.end(start)
            if end < 0:
                self._parts.append(raw[position : start + 1])
                position = start + 1
                continue
            self._parts.append(raw[position:start])
            self._tag(raw[start:end], start, end)
            position = end
        self._parts.append(raw[position:])
        self._flush(len(raw), len(raw))
        return self._reading

    def _skip_hidden(self, position: int) -> int:
        name = self._reading.hidden
        # `a<b` in a script is no tag, so only the closing tag counts.
        close = re.compile(f"</{name}\\b[^>]*>?", re.IGNORECASE | re.ASCII).search(self._raw, position)
        end = close.start() if close else len(self._raw)
        if name in CODE:
            self._reading.code_blocks += name == "pre"
            self._reading.code.append(decode_entities(Tags.removed(self._raw[position:end])).strip("\n"))
        if close is None:
            return end
        self._reading.hidden = ""
        return close.end()

    def _tag(self, tag: str, start: int, end: int) -> None:
        name = tag_name(tag)
        closing = tag.startswith("</")
        if name in ("http:", "https:"):
            self._parts.append(tag)  # an autolink, left to the Markdown parser
        elif name in BLOCKS:
            self._flush(start, end)
            self._heading = 0 if closing else HEADINGS.get(name, 0)
            if name == "blockquote":
                self._reading.quotes = max(0, self._reading.quotes + (-1 if closing else 1))
        if name in HIDDEN and not closing and not tag.endswith("/>"):
            self._reading.hidden = name
            self._parts.append(GAP)
        elif name == "img":
            found = attributes(tag)
            self._reading.images.append((found.get("src", ""), found.get("alt", ""), self._line_of(start)))
            self._parts.append(GAP)
        elif name == "a":
            self._link(tag, start, closing=closing)
        elif name not in JOINING:
            self._parts.append(boundary(name) if name else "")

    def _link(self, tag: str, start: int, *, closing: bool) -> None:
        if self._anchor is not None:
            url, first, line = self._anchor
            text = " ".join(decode_entities("".join(self._parts[first:]).replace(GAP, " ")).split())
            self._reading.links.append((url, text, line))
            self._anchor = None
        if not closing:
            url = attributes(tag).get("href", "")
            if url:
                self._anchor = (url, len(self._parts), self._line_of(start))

    def _flush(self, end: int, next_start: int) -> None:
        if self._anchor is not None:
            # A link around a block (`<a><p>…</p></a>`) ends here with what it has.
            self._link("</a>", end, closing=True)
        text = "".join(self._parts)
        stripped = text.strip()
        if stripped.replace(GAP, ""):
            skipped = self._raw[self._chunk_start : end]
            first = self._line_of(self._chunk_start + len(skipped) - len(skipped.lstrip()))
            last = self._line_of(self._chunk_start + len(skipped.rstrip()))
            self._reading.chunks.append(Chunk(stripped, first, last, self._heading, self._reading.quotes))
        self._parts.clear()
        self._chunk_start = next_start

    def _line_of(self, offset: int) -> int:
        if offset < self._counted:
            return self._line - self._raw.count("\n", offset, self._counted)
        self._line += self._raw.count("\n", self._counted, offset)
        self._counted = offset
        return self._line
