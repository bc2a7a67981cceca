"""Scalars as the author wrote them: a number loses its form when it is read (`1.10`, `007`, `2024.10`)."""

import re

from ingest.findings import Span
from ingest.frontmatter.model import FrontMatter, Value
from ingest.source import OffsetMap

_NUMBER = r"[-+.0-9][-+._0-9A-Za-z]{0,63}"


def written(front_matter: FrontMatter, value: Value, span: Span | None) -> str:
    """Return the text of a scalar: strings as they are, numbers and booleans as they stand in the file."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    source = slice_of(front_matter, span) if span else None
    if source is not None and re.fullmatch(_NUMBER, source):
        return source
    try:
        return str(value)
    except ValueError:  # an integer of more than 4,300 digits, which the parsers' limits keep out
        return ""


def slice_of(front_matter: FrontMatter, span: Span) -> str | None:
    """Return the text of a span of the source, or None where a repair has changed it."""
    start = _in_text(front_matter.offsets, span.start)
    if start is None:
        return None
    end = start + span.end - span.start
    if front_matter.offsets.to_source(end - 1) != span.end - 1:
        return None
    return front_matter.text[start:end]


def _in_text(offsets: OffsetMap, source_offset: int) -> int | None:
    """Return where a character of the source stands in the parsed text."""
    ends = (*offsets.starts[1:], None)
    for start, origin, fixed, end in zip(offsets.starts, offsets.origins, offsets.fixed, ends, strict=True):
        place = start + source_offset - origin
        if not fixed and place >= start and (end is None or place < end):
            return place
    return None
