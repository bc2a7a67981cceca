"""Markdown → Body."""

from operator import attrgetter

from ingest.body.containers import without_containers
from ingest.body.destinations import Destinations
from ingest.body.excerpts import excerpt_of
from ingest.body.headings import accidental_headings
from ingest.body.indented_containers import may_have_indented_containers, without_indented_containers
from ingest.body.mdx import is_mdx, without_mdx
from ingest.body.metrics import measure
from ingest.body.model import AccidentalHeading, Body, Passage, PassageKind, Stated
from ingest.body.parsing import parsable
from ingest.body.plain_blocks import read_plain
from ingest.body.reader import read
from ingest.body.reading import Reading
from ingest.body.repeated_blocks import repeated_block, without_block
from ingest.body.templates import has_templates, without_templates
from ingest.source.encoded import encoded

_BRACE, _ANGLE = b"{<"
_TEXT = attrgetter("text")
NOTHING_STATED = Stated()


def read_body(markdown: str, stated: Stated = NOTHING_STATED) -> Body:
    """Return what the Markdown after the front matter holds; lines count from 1 in `markdown`. Never raises.

    A block that repeats what front matter states is kept in `markdown` and nowhere else.
    """
    text, data = parsable(markdown)
    block = repeated_block(text, stated)
    if block is not None:
        text = without_block(text, block)
        data = text.encode()
    reading = read_plain(text, data)
    if reading is None:
        reading = _read_any(text, data)
    accidental = accidental_headings(reading)
    if accidental:
        _demote(reading, accidental)
    prose = "\n\n".join(map(_TEXT, reading.passages))
    known = encoded(prose)
    return Body(
        markdown=markdown,
        prose=prose,
        passages=tuple(reading.passages),
        code="\n".join(reading.code),
        excerpt=excerpt_of(reading, accidental),
        outline=tuple(reading.headings),
        links=tuple(reading.links),
        images=tuple(reading.images),
        metrics=measure(prose, known, reading.code_blocks),
        unclosed_fence_line=reading.unclosed_fence_line,
        accidental_headings=accidental,
        repeated_block=block,
        encoded=known,
    )


def _read_any(text: str, data: bytes) -> Reading:
    """Return what a text holds; what is no Markdown is taken out before a parser reads it."""
    # Signs of one byte are looked for in the bytes: in a Chinese `str` that takes thirty times as long.
    braces = _BRACE in data
    containers = b":::" in data
    indented = may_have_indented_containers(data)
    destinations = None
    mdx = (braces or _ANGLE in data) and is_mdx(text)
    if mdx:
        text = without_mdx(text)
    if braces and has_templates(text):
        destinations = Destinations()
        text = without_templates(text, destinations)
    if containers:
        text = without_containers(text)
    if indented:
        text = without_indented_containers(text)
    unchanged = not (mdx or braces or containers or indented)
    reading = read(text, data if unchanged else text.encode(), indented_code=not mdx)
    if destinations is not None:
        destinations.restore(reading)
    return reading


def _demote(reading: Reading, accidental: tuple[AccidentalHeading, ...]) -> None:
    """Make paragraphs of headings that nobody meant."""
    lines = {heading.line for heading in accidental}
    reading.headings = [heading for heading in reading.headings if heading.line not in lines]
    for setext in reading.setext:
        if setext.line in lines and setext.text:
            _, text, line, _ = reading.passages[setext.passage]
            reading.passages[setext.passage] = Passage(PassageKind.PARAGRAPH, text, line, setext.end_line)
