"""One pass over the parser's events: blocks become passages, and what is in them is kept with its line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, TypeAlias

from ingest.body.fences import is_closed
from ingest.body.inline import Inline
from ingest.body.joints import HARD_BREAK, SOFT_BREAK, tidy
from ingest.body.model import Heading, Passage, PassageKind
from ingest.body.parsing import parser_for
from ingest.body.reading import Lines, Reading, Separator, Setext
from ingest.body.separators import is_explicit_separator, is_separator_line
from ingest.frozen import new_tuple

if TYPE_CHECKING:
    from collections.abc import Callable

# What the parser hands over with an event: a name, or a mapping of a name to its data.
Payload: TypeAlias = Any
Handler: TypeAlias = "Callable[[Reader, Payload, int, int], None]"

MAX_NESTING = 3


def read(text: str, data: bytes, *, indented_code: bool = True, depth: int = 0) -> Reading:
    """Return what a text (LF line ends) holds; `data` is the same text in UTF-8.

    MDX has no indented code: there `indented_code=False` reads it as Markdown. `depth` counts texts inside texts.
    """
    reader = Reader(Reading(), Lines(data), depth)
    if not indented_code and depth < MAX_NESTING:
        reader.read_indented_as_markdown()
    reader.read(text)
    return reader.out


class Reader:
    """State of one pass; every handler takes what the parser says and the byte range that it stands in."""

    def __init__(self, out: Reading, lines: Lines, depth: int = 0) -> None:
        self.out = out
        self._depth = depth
        self._lines = lines
        self.inline = Inline(out, lines)
        self._start = 0
        self._quotes = 0
        self._html_quotes = 0
        self._closed_quotes = 0
        self._lists = 0
        self._carried = ""
        self._unclosable: set[str] = set()
        self._block: list[str] = []
        self._in_code = False
        self._indented = False
        self._indented_as_markdown = False

    def read_indented_as_markdown(self) -> None:
        """Read what CommonMark takes for indented code as Markdown."""
        self._indented_as_markdown = True

    def read(self, text: str) -> None:
        """Add what a text holds to `out`; its UTF-8 is the `data` of the lines."""
        inline = self.inline
        event: Any
        for event, span in parser_for(text, self._lines.data).events_with_range(text, merge_text=True):
            if event.__class__ is str:
                self._break(event, span["start"])
                continue
            kind, value = event.popitem()
            if kind == "Text":
                if self._in_code:
                    self._block.append(value)
                else:
                    inline.text(value, span["start"])
                continue
            if kind == "Start":
                handler = _OPENERS.get(value if value.__class__ is str else next(iter(value)))
            elif kind == "End":
                handler = _CLOSERS.get(value if value.__class__ is str else next(iter(value)))
            else:
                handler = _OTHERS.get(kind)
            if handler is not None:
                handler(self, value, span["start"], span["end"])

    def _break(self, event: str, start: int) -> None:
        if event == "Rule":
            self._rule(start)
        else:
            self.inline.parts.append(SOFT_BREAK if event == "SoftBreak" else HARD_BREAK)

    # Blocks of text

    def _flush(self, kind: PassageKind, start: int, end: int) -> str:
        inline = self.inline
        text = inline.take()
        if text:
            line, last = self._lines.lines(start, end)
            if self._quotes or self._html_quotes:
                kind = PassageKind.QUOTE
            self.out.passages.append(new_tuple(Passage, (kind, text, line, last)))
        # `<code>` that is opened in a paragraph and never closed hides no more than that paragraph.
        inline.hidden = self._carried
        return text

    def _flush_item(self, end: int) -> None:
        """End the text that stands in a tight list item without a paragraph of its own."""
        if self.inline.parts:
            self._flush(PassageKind.LIST, self._start, end)

    def _open_block(self, _tag: Payload, start: int, _end: int) -> None:
        if self.inline.parts:
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
        if self._closed_quotes:
            self._html_quotes = max(0, self._html_quotes - self._closed_quotes)
            self._closed_quotes = 0

    def _close_heading(self, tag: Payload, start: int, end: int) -> None:
        level = int(tag["Heading"][1])
        name = self.inline.named() if self.inline.spans else ""
        index = len(self.out.passages)
        text = self._flush(PassageKind.HEADING, start, end)
        name = name or text.replace("\n", " ")
        if self._quotes or self._html_quotes or self._carried:
            return
        line = self._lines.line(start)
        if name:
            self.out.headings.append(Heading(level, name, line))
        lines_of_text = self._lines.data[start:end].rstrip().count(b"\n")
        if lines_of_text and level == 2:  # noqa: PLR2004 - an underline of `-` makes level 2
            self.out.setext.append(Setext(index, line, line + lines_of_text - 1, text))

    def _close_cell(self, _tag: Payload, _start: int, _end: int) -> None:
        # Not a soft break: two cells are two words, in Chinese too.
        self.inline.parts.append(" ")

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
        self._in_code = True
        self._indented = tag["CodeBlock"] == "Indented"
        if self._indented or self.out.unclosed_fence_line is not None:
            return
        if not is_closed(self._lines.data[start:end]):
            self.out.unclosed_fence_line = self._lines.line(start)

    def _block_text(self, text: str, _start: int, _end: int) -> None:
        self._block.append(text)

    def _close_code(self, _tag: Payload, start: int, end: int) -> None:
        self._in_code = False
        self._start = end
        text = "".join(self._block).rstrip("\n")
        if self._indented and self._indented_as_markdown:
            from textwrap import dedent  # noqa: PLC0415 - 1.5 ms that only MDX needs

            text = dedent(text)
            nested = read(text, text.encode(), indented_code=False, depth=self._depth + 1)
            self.out.merge(nested, self._lines.line(start) - 1)
            return
        self.out.code_blocks += 1
        self.out.code.append(text)

    # HTML

    def _open_html(self, _tag: Payload, start: int, _end: int) -> None:
        self._flush_item(start)
        self._block.clear()

    def _close_html(self, _tag: Payload, start: int, end: int) -> None:
        from ingest.body.html_passages import read_html_block  # noqa: PLC0415 - many articles have no HTML

        raw = "".join(self._block)
        self._start = end
        if raw.startswith("<!--") and is_explicit_separator(raw[: raw.find("-->") + 3]):
            self._separate(start, "")
        found = read_html_block(raw, self.inline.hidden, self._html_quotes, self._nested)
        if self._quotes:
            found.headings.clear()
            found.mark(PassageKind.QUOTE)
        self.out.merge(found, self._lines.line(start) - 1)
        self._carry(found.hidden, end)
        self._html_quotes = found.html_quotes if found.html_quotes and self._is_closed("blockquote", end) else 0

    def _nested(self, text: str) -> Reading | None:
        """Return what Markdown between tags holds, or None where texts are nested too deep."""
        if self._depth >= MAX_NESTING:
            return None
        return read(text, text.encode(), indented_code=False, depth=self._depth + 1)

    def _carry(self, hidden: str, end: int) -> None:
        """Let an element that an HTML block leaves open hide what follows, but only if it is closed further down."""
        if hidden and not self._is_closed(hidden, end):
            hidden = ""
        self._carried = self.inline.hidden = hidden

    def _is_closed(self, name: str, start: int) -> bool:
        """Return whether the end tag of an element follows; once it does not, it is not searched for again."""
        if name not in self._unclosable and self._lines.data.find(b"</" + name.encode(), start) < 0:
            self._unclosable.add(name)
        return name not in self._unclosable

    def _inline_html(self, html: str, start: int, _end: int) -> None:
        if html.startswith("<!--") and is_explicit_separator(html):
            self._separate(start, tidy("".join(self.inline.parts)))
        if self._html_quotes and html[:12].lower() == "</blockquote":
            # At the end of a paragraph, which is still the quotation's.
            self._closed_quotes += 1
        self.inline.tag(html, start)
        if self._carried and not self.inline.hidden:
            self._carried = ""

    def _separate(self, offset: int, partial: str) -> None:
        if not self._depth:
            separator = Separator(len(self.out.passages), self._lines.line(offset), partial, explicit=True)
            self.out.separators.append(separator)

    # Inside a block

    def _formula(self, _formula: Payload, _start: int, _end: int) -> None:
        self.inline.formula()

    def _code_span(self, code: Payload, _start: int, _end: int) -> None:
        self.inline.code(code)

    def _open_link(self, tag: Payload, start: int, _end: int) -> None:
        link = tag["Link"]
        self.inline.open_link(link["dest_url"], start, automatic=link["link_type"] in ("Autolink", "Email"))

    def _close_link(self, _tag: Payload, _start: int, _end: int) -> None:
        self.inline.close_link()

    def _open_image(self, tag: Payload, start: int, _end: int) -> None:
        self.inline.open_image(tag["Image"]["dest_url"], start)

    def _close_image(self, _tag: Payload, _start: int, _end: int) -> None:
        self.inline.close_image()

    def _strike(self, _tag: Payload, start: int, _end: int) -> None:
        # `~` alone strikes out too, but in `~5 到 10~` it is the author's.
        if not self._lines.data.startswith(b"~~", start):
            self.inline.parts.append("~")

    OPENERS: ClassVar[dict[str, Handler]] = {
        "Paragraph": _open_block,
        "Heading": _open_block,
        "Item": _open_block,
        "Table": _open_block,
        "FootnoteDefinition": _open_block,
        "List": _open_list,
        "BlockQuote": _open_quote,
        "CodeBlock": _open_code,
        "HtmlBlock": _open_html,
        "Link": _open_link,
        "Image": _open_image,
        "Strikethrough": _strike,
    }
    CLOSERS: ClassVar[dict[str, Handler]] = {
        "Paragraph": _close_paragraph,
        "Heading": _close_heading,
        "Item": _close_item,
        "TableCell": _close_cell,
        "TableHead": _close_row,
        "TableRow": _close_row,
        "List": _close_list,
        "BlockQuote": _close_quote,
        "CodeBlock": _close_code,
        "HtmlBlock": _close_html,
        "Link": _close_link,
        "Image": _close_image,
        "Strikethrough": _strike,
    }
    OTHERS: ClassVar[dict[str, Handler]] = {
        "Code": _code_span,
        "InlineHtml": _inline_html,
        "Html": _block_text,
        "InlineMath": _formula,
        "DisplayMath": _formula,
    }


_OPENERS, _CLOSERS, _OTHERS = Reader.OPENERS, Reader.CLOSERS, Reader.OTHERS
