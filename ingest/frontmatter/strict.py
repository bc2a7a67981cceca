"""Front matter read as a strict tool would: a block at the top, in its format, or not at all."""

from ingest.findings import Finding, Span
from ingest.findings.codes import FM001, FM002, FM008, FM015
from ingest.frontmatter.delimited import Delimited
from ingest.frontmatter.lines import line_of
from ingest.frontmatter.model import Format, FrontMatter
from ingest.frontmatter.reading import Block, Reading, refusal
from ingest.frontmatter.split import find_block
from ingest.frontmatter.yaml_lines import read_lines
from ingest.frozen import new_tuple
from ingest.source import DEFAULT_LIMITS, IDENTITY, Limits

_MISSING = FM001.at(Span(0, 0), "The file has no front matter; write `---`, a line `title: …` and `---` at its top.")
_BYTES_PER_CHARACTER = 4


def parse_strict(text: str, limits: Limits = DEFAULT_LIMITS) -> FrontMatter:
    """Return the front matter at the top of a text (without its byte order mark).

    Spans are code point offsets in `text`; `offsets` is the identity. A file without a block has the format NONE
    and FM001; a block that cannot be read is `unread`, with an error that says why. Never raises.
    """
    found = find_block(text, limits)
    if found is None:
        return FrontMatter(Format.NONE, text, Span(0, 0), 0, {}, (), IDENTITY, findings=(_MISSING,))
    if not found.closed:
        return _unclosed(text, found)
    kind, _, inside, body_start, _ = found
    start, end = inside
    data, entries, nested, findings, unread = read_block(
        new_tuple(Block, (text[start:end], start, line_of(text, start), limits)), kind
    )
    return new_tuple(
        FrontMatter, (kind, text, inside, body_start, data, entries, IDENTITY, nested, findings, unread, False)
    )


def parse_block(
    text: str, block_format: Format, base: int = 0, first_line: int = 1, limits: Limits = DEFAULT_LIMITS
) -> Reading:
    """Return what the inside of a block says, without its delimiters.

    `base` (code points) and `first_line` (from 1) say where the block begins in the text around it: the spans of the
    result are offsets there. A text that is not of this format gives a reading that is `unread`. Never raises.
    """
    return read_block(Block(text, base, first_line, limits), block_format)


def read_block(block: Block, block_format: Format) -> Reading:
    """Return what a block says in a format."""
    size = len(block.text)
    most = block.limits.front_matter_bytes
    if size * _BYTES_PER_CHARACTER > most and len(block.text.encode("utf-8", "surrogatepass")) > most:
        return refusal(_too_large(block))
    if block_format is Format.YAML:
        if (reading := read_lines(block)) is not None:
            return reading
        from ingest.frontmatter.yaml import read_yaml  # noqa: PLC0415 - PyYAML costs 15 ms, many sites have no need of it

        return read_yaml(block)
    from ingest.frontmatter.surrogates import first_surrogate  # noqa: PLC0415 - YAML's own reader looks for them

    if (offset := first_surrogate(block.text)) is not None:
        span = Span(block.base + offset, block.base + offset + 1)
        return refusal(FM008.at(span, "The block cannot be read: half of a character (a lone surrogate) stands here."))
    return _read_other(block, block_format)


def _read_other(block: Block, block_format: Format) -> Reading:
    if block_format is Format.TOML:
        from ingest.frontmatter.toml import read_toml  # noqa: PLC0415 - few articles are in TOML

        return read_toml(block)
    if block_format is Format.JSON:
        from ingest.frontmatter.json import read_json  # noqa: PLC0415 - few articles are in JSON

        return read_json(block)
    if block_format is Format.LCTT:
        from ingest.frontmatter.lctt import read_lctt  # noqa: PLC0415 - same

        return read_lctt(block)
    from ingest.frontmatter.multimarkdown import read_multimarkdown  # noqa: PLC0415 - same

    return read_multimarkdown(block) if block_format is Format.MULTIMARKDOWN else Reading({}, (), {})


def _too_large(block: Block) -> Finding:
    most = block.limits.front_matter_bytes
    return FM015.at(Span(block.base, block.base), f"The block is larger than the {most:,} bytes that are allowed.")


def _unclosed(text: str, found: Delimited) -> FrontMatter:
    mark = text[found.opening.start : found.opening.start + 3]
    message = f"No `{mark}` closes the block that opens here; write it on a line of its own after the last key."
    if mark.startswith("{"):
        message = "No `}` closes the block that opens here; write it after the last value."
    finding = FM002.at(found.opening, message)
    return FrontMatter(
        found.format, text, found.inside, found.body_start, {}, (), IDENTITY, {}, (finding,), unread=True
    )
