"""One pass over the parser's events: blocks become passages, and what is in them is kept with its line."""

from __future__ import annotations

from textwrap import dedent
from typing import TYPE_CHECKING, Any, TypeAlias

from ingest.body.fences import is_closed
from ingest.body.html_passages import read_html_block
from ingest.body.inline import Inline
from ingest.body.joints import HARD_BREAK, SOFT_BREAK, join_inline
from ingest.body.model import Heading, Passage, PassageKind
from ingest.body.parsing import parser_for
from ingest.body.reading import Lines, Reading, Separator, Setext
from ingest.body.separators import is_explicit_separator, is_separator_line

if TYPE_CHECKING:
    from collections.abc import Callable

# What the parser hands over with an event: a name, or a mapping of a name to its data.
Payload: TypeAlias = Any
Handler: TypeAlias = "Callable[[Payload, int, int], None]"

MAX_NESTING = 3


def read(text: str, *, indented_code: bool = True, depth: int = 0) -> Reading:
    """Return what a text (LF line ends) holds.

    MDX has no indented code: there `indented_code=False` reads it as Markdown. `depth` counts texts inside texts.
    """
    reader = _Reader(text, depth)
    if not indented_code and depth < MAX_NESTING:
        reader.read_indented_as_markdown()
    reader.read(text)
    return reader.out


class _Reader:
    """State of one pass; every handler takes what the parser says and the byte range that it stands in."""

    def __init__(self, text: str, depth: int) -> None:
        self.out = Reading()
        self._depth = depth
        self._lines = Lines(text)
        self._inline = Inline(self.out, self._lines)
        self._start = 0
        self._quotes = 0
        self._lists = 0
        self._carried = ""
        self._unclosable: set[str] = set()
        self._block: list[str] = []
        self._indented = False
        self._indented_as_markdown = False
        self._handlers = self._text_handlers()
        self._openers = self._start_handlers()
        self._closers = self._end_handlers()

    def _text_handlers(self) -> dict[str, Handler]:
        inline = self._inline
        return {
            "Text": inline.text,
            "Code": inline.code,
            "InlineHtml": self._inline_html,
            "Html": self._block_text,
            "InlineMath": inline.formula,
            "DisplayMath": inline.formula,
        }

    def _start_handlers(self) -> dict[str, Handler]:
        inline = self._inline
        return {
            "Paragraph": self._open_block,
            "Heading": self._open_block,
            "Item": self._open_block,
            "Table": self._open_block,
            "FootnoteDefinition": self._open_block,
            "List": self._open_list,
            "BlockQuote": self._open_quote,
            "CodeBlock": self._open_code,
            "HtmlBlock": self._open_html,
            "Link": inline.open_link,
            "Image": inline.open_image,
            "Strikethrough": self._strike,
        }

    def _end_handlers(self) -> dict[str, Handler]:
        inline = self._inline
        return {
            "Paragraph": self._close_paragraph,
            "Heading": self._close_heading,
            "Item": self._close_item,
            "TableCell": self._close_cell,
            "TableHead": self._close_row,
            "TableRow": self._close_row,
            "List": self._close_list,
            "BlockQuote": self._close_quote,
            "CodeBlock": self._close_code,
            "HtmlBlock": self._close_html,
            "Link": inline.close_link,
            "Image": inline.close_image,
            "Strikethrough": self._strike,
        }

    def read_indented_as_markdown(self) -> None:
        """Read what CommonMark takes for indented code as Markdown."""
        self._indented_as_markdown = True

    def read(self, text: str) -> None:
        """Fill `out` with what the text holds."""
        parts, handlers, openers, closers = self._inline.parts, self._handlers, self._openers, self._closers
        event: Any
        for event, span in parser_for(text).events_with_range(text, merge_text=True):
            if event.__class__ is str:
                if event == "Rule":
                    self._rule(span["start"])
                else:
                    parts.append(SOFT_BREAK if event == "SoftBreak" else HARD_BREAK)
                continue
            kind, value = event.popitem()
            if kind == "Start":
                handler = openers.get(value if value.__class__ is str else next(iter(value)))
            elif kind == "End":
                handler = closers.get(value if value.__class__ is str else next(iter(value)))
            else:
                handler = handlers.get(kind)
            if handler is not None:
                handler(value, span["start"], span["end"])

    # Blocks of text

    def _flush(self, kind: PassageKind, start: int, end: int) -> str:
        text = self._inline.take()
        if text:
            if self._quotes:
                kind = PassageKind.QUOTE
            self.out.passages.append(Passage(kind, text, self._lines.line(start), self._lines.last_line(start, end)))
        if self._inline.hidden != self._carried:
            # `<code>` that is opened in a paragraph and never closed hides no more than that paragraph.
            self._inline.hidden = self._carried
        return text

    def _flush_item(self, end: int) -> None:
        """End the text that stands in a tight list item without a paragraph of its own."""
        if self._inline.parts:
            self._flush(PassageKind.LIST, self._start, end)

    def _open_block(self, _tag: Payload, start: int, _end: int) -> None:
        if self._inline.parts:
            self._flush_item(start)
        self._start = start

    def _open_list(self, _tag: Payload, start: int, _end: int) -> None:
        self._flush_item(start)
        self._lists += 1

    def _close_list(self, _tag: Payload, _start: int, end: int) -> None:
        self._lists -= 1
        self._start = end

    def _open_quote(self, _tag: Payload, start: int, _end: int) -> None:
        self._flush_item(start)
        self._quotes += 1

    def _close_quote(self, _tag: Payload, _start: int, end: int) -> None:
        self._quotes -= 1
        self._start = end

    def _close_item(self, _tag: Payload, _start: int, end: int) -> None:
        self._flush_item(end)

    def _close_paragraph(self, _tag: Payload, start: int, end: int) -> None:
        self._flush(PassageKind.LIST if self._lists else PassageKind.PARAGRAPH, start, end)
        self._start = end

    def _close_heading(self, tag: Payload, start: int, end: int) -> None:
        level = int(tag["Heading"][1])
        name = self._inline.named() if self._inline.spans else ""
        index = len(self.out.passages)
        text = self._flush(PassageKind.HEADING, start, end)
        name = name or text.replace("\n", " ")
        if self._quotes or self._carried:
            return
        line = self._lines.line(start)
        if name:
            self.out.headings.append(Heading(level, name, line))
        lines_of_text = self._lines.data[start:end].rstrip().count(b"\n")
        if lines_of_text and level == 2:  # noqa: PLR2004 - an underline of `-` makes level 2
            self.out.setext.append(Setext(index, line, line + lines_of_text - 1, text))

    def _close_cell(self, _tag: Payload, _start: int, _end: int) -> None:
        # Not a soft break: two cells are two words, in Chinese too.
        self._inline.parts.append(" ")

    def _close_row(self, _tag: Payload, start: int, end: int) -> None:
        self._flush(PassageKind.TABLE, start, end)

    def _rule(self, start: int) -> None:
        self._flush_item(start)
        if not (self._quotes or self._lists or self._depth) and is_separator_line(self._lines.source_line(start)):
            self.out.separators.append(Separator(len(self.out.passages), self._lines.line(start)))

    # Code

    def _open_code(self, tag: Payload, start: int, end: int) -> None:
        self._flush_item(start)
        self._block.clear()
        self._handlers["Text"] = self._block_text
        self._indented = tag["CodeBlock"] == "Indented"
        if self._indented or self.out.unclosed_fence_line is not None:
            return
        if not is_closed(self._lines.data[start:end]):
            self.out.unclosed_fence_line = self._lines.line(start)

    def _block_text(self, text: str, _start: int, _end: int) -> None:
        self._block.append(text)

    def _close_code(self, _tag: Payload, start: int, end: int) -> None:
        self._handlers["Text"] = self._inline.text
        self._start = end
        text = "".join(self._block).rstrip("\n")
        if self._indented and self._indented_as_markdown:
            nested = read(dedent(text), indented_code=False, depth=self._depth + 1)
            self.out.merge(nested, self._lines.line(start) - 1)
            return
        self.out.code_blocks += 1
        self.out.code.append(text)

    # HTML

    def _open_html(self, _tag: Payload, start: int, _end: int) -> None:
        self._flush_item(start)
        self._block.clear()

    def _close_html(self, _tag: Payload, start: int, end: int) -> None:
        raw = "".join(self._block)
        self._start = end
        if raw.startswith("<!--") and is_explicit_separator(raw[: raw.find("-->") + 3]):
            self._separate(start, "")
        found = read_html_block(raw, self._inline.hidden, self._nested)
        if self._quotes:
            found.headings.clear()
            found.mark(PassageKind.QUOTE)
        self.out.merge(found, self._lines.line(start) - 1)
        self._carry(found.hidden, end)

    def _nested(self, text: str) -> Reading | None:
        """Return what Markdown between tags holds, or None where texts are nested too deep."""
        return read(text, indented_code=False, depth=self._depth + 1) if self._depth < MAX_NESTING else None

    def _carry(self, hidden: str, end: int) -> None:
        """Let an element that an HTML block leaves open hide what follows, but only if it is closed further down."""
        if hidden and (hidden in self._unclosable or self._lines.data.find(b"</" + hidden.encode(), end) < 0):
            self._unclosable.add(hidden)
            hidden = ""
        self._carried = self._inline.hidden = hidden

    def _inline_html(self, html: str, start: int, end: int) -> None:
        if html.startswith("<!--") and is_explicit_separator(html):
            self._separate(start, join_inline(self._inline.parts))
        self._inline.tag(html, start, end)
        if self._carried and not self._inline.hidden:
            self._carried = ""

    def _separate(self, offset: int, partial: str) -> None:
        if not self._depth:
            separator = Separator(len(self.out.passages), self._lines.line(offset), partial, explicit=True)
            self.out.separators.append(separator)

    def _strike(self, _tag: Payload, start: int, _end: int) -> None:
        # `~` alone strikes out too, but in `~5 到 10~` it is the author's.
        if not self._lines.data.startswith(b"~~", start):
            self._inline.parts.append("~")
