"""Values that YAML cannot read, or of which it loses words, because of their quotes."""

from collections.abc import Iterator

from ingest.findings import Code, Edit, Span
from ingest.findings.codes import FM008, FM010, FM012
from ingest.frontmatter.model import FrontMatter
from ingest.frontmatter.recovery.block import Block
from ingest.frontmatter.recovery.characters import CURLY
from ingest.frontmatter.recovery.model import Repair
from ingest.frontmatter.recovery.narrow import broken_values
from ingest.frontmatter.recovery.quoting import loses_words, mended, quoted, quotes_are_syntax, unwrapped
from ingest.frontmatter.recovery.shapes import KeyLine
from ingest.frontmatter.strict import parse_strict

# A list of names or a number may be commented; a sentence is not.
TEXT_FIELDS = frozenset({"title", "description"})


def value_step(text: str, block: Block) -> tuple[Repair, ...]:
    """Quote what needs (other) quotes: the fewest values that make the block readable, else all that seem broken."""
    if block.toml:
        return ()
    read = parse_strict(text)
    if not read.unread:
        return ()
    if fewest := narrow_repairs(read):
        return fewest
    unclear = {tear.key for tear in block.tears} | block.spread
    keys = (key for key in block.keys if key not in unclear and not _is_continued(block, key))
    return tuple(
        _repair(key, wanted) for key in keys if (wanted := mended(key.content)) is not None and not _is_meant(text, key)
    )


def narrow_repairs(read: FrontMatter) -> tuple[Repair, ...]:
    """Return the repairs of the fewest values that make an unread block readable; none where others are the cause."""
    return tuple(_repair(broken.key, broken.wanted) for broken in broken_values(read))


def _is_meant(text: str, key: KeyLine) -> bool:
    """Return whether a sign is YAML's: an anchor with its alias; where no sentence stands, a tag or a comment."""
    first, name = key.content[:1], "".join(key.content.split()[:1])[1:]
    if first in {"#", "!"}:
        return key.field not in TEXT_FIELDS
    return first in {"&", "*"} and bool(name) and f"{'*' if first == '&' else '&'}{name}" in text


def lost_words_step(text: str, block: Block) -> tuple[Repair, ...]:
    """Quote the titles and descriptions of which YAML takes words for a comment, without saying so."""
    if block.toml:
        return ()
    keys = (key for key in block.keys if key.field in TEXT_FIELDS and not _is_continued(block, key))
    return tuple(
        _repair(key, mended(key.content) or quoted(key.content))
        for key in keys
        if loses_words(key.content) or _is_tagged(text, key)
    )


def _is_tagged(text: str, key: KeyLine) -> bool:
    """Return whether YAML takes the first word for a tag, or for an anchor that no alias names."""
    first = key.content[:1]
    if first == "&":
        return f"*{key.content.split()[0][1:]}" not in text
    return first == "!" and len(key.content.split()) > 1


def curly_step(_text: str, block: Block) -> tuple[Repair, ...]:
    """Write ASCII quotes where typographic or full-width ones stand as syntax: around all values if around a date."""
    if block.toml:
        return ()
    wrapped = [key for key in block.keys if unwrapped(key.content) is not None]
    everywhere = any(key.field in {"date", "updated"} for key in wrapped)
    return tuple(
        _repair(key, quoted(unwrapped(key.content) or ""))
        for key in wrapped
        if everywhere or quotes_are_syntax(key.content, key.field)
    )


def _is_continued(block: Block, key: KeyLine) -> bool:
    following = next((line for line in block.lines if line.start >= key.line.stop), None)
    if following is None or following.start > block.lines[block.last].start or not following.bare:
        return False
    return following.text.startswith((" " * (key.indent + 1), "\t")) or following.bare.startswith("- ")


def _repair(key: KeyLine, wanted: str) -> Repair:
    typographic = key.content[0] in CURLY
    code: Code = FM012 if typographic else FM010
    message = f"The value of `{key.name}` needs {'ASCII' if typographic else 'other'} quotes."
    if key.content[0] not in CURLY and key.content[0] not in "\"'":
        message = f"The value of `{key.name}` needs quotes."
    edits = tuple(_smallest_edits(key.content, wanted, key.value.start))
    if wanted == f"{key.content}]":
        message = f"The list of `{key.name}` is never closed."
        return Repair(FM008, key.value, message, f"Write {wanted}", edits, field=key.name)
    return Repair(code, key.value, message, f"Write {wanted}", edits, field=key.name)


def _smallest_edits(written: str, wanted: str, start: int) -> Iterator[Edit]:
    """Yield the edits from one value to the other: characters inserted before, or put in the place of, single ones."""
    if len(wanted) < len(written):
        yield Edit(Span(start, start + len(written)), wanted)
        return
    index = 0
    pending = ""
    for position, char in enumerate(wanted):
        here = written[index : index + 1]
        if char == here:
            if pending:
                yield Edit(Span(start + index, start + index), pending)
            pending = ""
            index += 1
        elif not here or wanted[position + 1 : position + 2] == here:
            pending += char
        else:
            yield Edit(Span(start + index, start + index + 1), pending + char)
            pending = ""
            index += 1
    if pending or index < len(written):
        yield Edit(Span(start + index, start + len(written)), pending)
