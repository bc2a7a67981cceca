"""Where a block and its body lie in a text."""

from typing import NamedTuple

from ingest.findings import Span
from ingest.frontmatter.model import Format


class Delimited(NamedTuple):
    """A block: its opening delimiter, its inside and the begin of the body; `closed` is false where nothing ends it."""

    format: Format
    opening: Span
    inside: Span
    body_start: int
    closed: bool = True
