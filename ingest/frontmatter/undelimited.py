"""Where a block without delimiter lines stands: JSON in braces, LCTT's header, MultiMarkdown's metadata."""

import re

from ingest.frontmatter.delimited import Delimited
from ingest.frontmatter.json_block import find_json
from ingest.frontmatter.lctt import find_lctt
from ingest.frontmatter.model import Format
from ingest.frontmatter.multimarkdown import find_multimarkdown
from ingest.source import Limits

_FIRST = re.compile(r"[ \t\r\n]*([^ \t\r\n])")


def find_undelimited(text: str, limits: Limits) -> Delimited | None:
    """Return the block at the top of a text that has no delimiter line above it, or None where there is none."""
    first = _FIRST.match(text)
    if first is None:
        return None
    if first[1] in '{"':
        return find_json(text, limits)
    kind, span = Format.LCTT, find_lctt(text)
    if span is None:
        kind, span = Format.MULTIMARKDOWN, find_multimarkdown(text)
    return None if span is None else Delimited(kind, span, span, span.end)
