"""Blocks of one `key value` line after another, where every value is a text: LCTT's header and MultiMarkdown's."""

from collections.abc import Iterable

from ingest.findings.codes import FM015
from ingest.frontmatter.duplicates import Duplicate, duplicate_keys
from ingest.frontmatter.model import Entry, Value
from ingest.frontmatter.reading import Block, Reading, refusal


def reading_of(block: Block, entries: Iterable[Entry]) -> Reading:
    """Return the reading of a block with these entries, in the order of the file; of duplicate keys the last counts."""
    kept: dict[str, Entry] = {}
    duplicates: list[Duplicate] = []
    count = 0
    for entry in entries:
        count += 2  # the key and the value
        if count > block.limits.nodes:
            message = f"The block has more than {block.limits.nodes:,} values."
            return refusal(FM015.at(entry.key_span, message))
        if (first := kept.get(entry.key)) is not None:
            duplicates.append(Duplicate(entry.key, first.key_span, entry.key_span))
        kept[entry.key] = entry
    data: dict[str, Value] = {entry.key: entry.value for entry in kept.values()}
    return Reading(data, tuple(kept.values()), {}, tuple(duplicate_keys(block, duplicates)))
