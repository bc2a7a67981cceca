"""FM009: a key that stands twice in one mapping, with both places."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ingest.findings import Finding, Span
from ingest.findings.codes import FM009
from ingest.frontmatter.reading import Block
from ingest.source.model import LINE_END


class Duplicate(NamedTuple):
    """A key and the two places where it stands, in the text around the block."""

    key: str
    first: Span
    second: Span


def duplicate_keys(block: Block, duplicates: Iterable[Duplicate]) -> Iterator[Finding]:
    """Yield a finding at the second place of each duplicate; its message names both lines."""
    starts: list[int] = []
    for duplicate in duplicates:
        starts = starts or [match.end() for match in re.finditer(LINE_END, block.text)] or [len(block.text)]
        first, second = (
            block.first_line + bisect_right(starts, span.start - block.base)
            for span in (duplicate.first, duplicate.second)
        )
        where = f"on lines {first} and {second}" if first != second else f"on line {first}"
        message = f"`{duplicate.key}` stands twice, {where}: most tools fail, others take the last one. Delete one."
        yield FM009.at(duplicate.second, message, field=duplicate.key)
