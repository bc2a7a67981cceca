"""FM009: a key that stands twice in one mapping, with both places."""

from ingest.findings import Finding, Span
from ingest.findings.codes import FM009
from ingest.frontmatter.lines import line_of
from ingest.frontmatter.reading import Block


def duplicate_key(block: Block, key: str, first: Span, second: Span) -> Finding:
    """Return the finding at the second of two places in the text around a block; the message names both lines."""
    lines = [block.first_line + line_of(block.text, span.start - block.base) - 1 for span in (first, second)]
    where = f"on lines {lines[0]} and {lines[1]}" if lines[0] != lines[1] else f"on line {lines[0]}"
    message = f"`{key}` stands twice, {where}; most tools fail, some take the last one, as was done here. Delete one."
    return FM009.at(second, message, field=key)
