"""The passages of an HTML block; Markdown between its tags is read as Markdown."""

import re
from collections.abc import Callable

from ingest.body.html import decode_entities
from ingest.body.html_blocks import Chunk, HtmlBlock
from ingest.body.joints import tidy
from ingest.body.model import Heading, Image, Link, Passage, PassageKind
from ingest.body.reading import Reading

_MARKDOWN = re.compile(r"[*_`\[~]|://")
_STRAY = re.compile(r"<(?!https?://)")


def read_html_block(raw: str, hidden: str, quotes: int, nested: Callable[[str], Reading | None]) -> Reading:
    """Return what an HTML block holds, lines counted from 1 in the block.

    `hidden` names the element that was left open before it, `quotes` is the number of `<blockquote>` left open;
    `nested` reads the Markdown inside.
    """
    html = HtmlBlock(raw, hidden, quotes).read()
    out = Reading()
    out.code, out.code_blocks = html.code, html.code_blocks
    out.links = [Link(url, text, line + 1) for url, text, line in html.links]
    out.images = [Image(url, alt, line + 1) for url, alt, line in html.images]
    out.hidden, out.html_quotes = html.hidden, html.quotes
    for chunk in html.chunks:
        _add(chunk, out, nested)
    return out


def _add(chunk: Chunk, out: Reading, nested: Callable[[str], Reading | None]) -> None:
    # Indentation is the HTML's: four blanks would make code of it.
    text = "\n".join([line.lstrip() for line in chunk.text.split("\n")])
    first = len(out.passages)
    kind = PassageKind.QUOTE if chunk.quotes else PassageKind.HTML
    # What is left of `<` here belongs to no tag; it must not open another HTML block.
    found = nested(_STRAY.sub("&lt;", text)) if _MARKDOWN.search(text) else None
    if found is not None:
        found.headings.clear()
        found.mark(kind)
        out.merge(found, chunk.line)
    elif plain := tidy(decode_entities(text)):
        out.passages.append(Passage(kind, plain, chunk.line + 1, chunk.end_line + 1))
    if chunk.heading and not chunk.quotes and len(out.passages) > first:
        out.headings.append(Heading(chunk.heading, out.passages[first].text, chunk.line + 1))
