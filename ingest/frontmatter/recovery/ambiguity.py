"""Blocks with two readings that are equally good: none is taken."""

from ingest.findings import Finding, Span
from ingest.findings.codes import FM004, FM016
from ingest.frontmatter.model import FrontMatter
from ingest.frontmatter.recovery.block import Block, find_block
from ingest.frontmatter.recovery.lines import Line
from ingest.frontmatter.recovery.shapes import KeyLine, is_exact_delimiter
from ingest.frontmatter.vocabulary import FIELDS_BY_KEY, fold_key

MOST_SHOWN = 40


def two_titles(text: str, block: Block) -> Finding | None:
    """Return the finding about a quoted title that goes on behind a blank line, in words that are no note.

    It may be the first line, with a remark below it, or all of it, torn apart.
    """
    key = next((key for key in block.spread if key.field == "title"), None)
    if key is None:
        return None
    further = [line for line in block.lines if line.start > key.line.start and line.bare]
    if not further or further[0].start == key.line.stop:
        return None
    end = next((line for line in further if line.bare.endswith(key.content[0])), None)
    if end is None:
        return None
    span = Span(key.value.start, end.end)
    whole = " ".join(text[span.start : span.end].split())[1:-1]
    first = key.content[1:]
    message = f"The title may be `{_shown(first)}` or `{_shown(whole)}`; write the one that is meant on one line."
    return FM016.at(span, message, field=key.name)


def two_blocks(read: FrontMatter) -> Finding | None:
    """Return the finding about a second whole block, with another title, directly behind one that needed repairs.

    With the same date it is the same article's, its title translated or not.
    """
    start = read.body_start
    if "title" not in read.text[start : start + 400].casefold() and "标题" not in read.text[start : start + 400]:
        return None
    second = find_block(read.text[start:])
    if second is None or not (second.sure and second.clean and _is_closed(second)):
        return None
    key = next(key for key in second.keys if key.field == "title")
    first, title = _value(read, "title"), _title(key)
    dates = [_title(key) for key in second.keys if key.field == "date"]
    if not first or _title_words(first) == _title_words(title) or _value(read, "date") in dates:
        return None
    message = f"Two blocks follow each other, with the titles `{_shown(first)}` and `{_shown(title)}`; delete one."
    return FM004.at(_within(read, start, key.line), message)


def _value(read: FrontMatter, field: str) -> str:
    found = (entry.value for entry in read.entries if FIELDS_BY_KEY.get(fold_key(entry.key), ("",))[0] == field)
    return str(next(found, ""))


def _is_closed(block: Block) -> bool:
    return block.closer is not None and is_exact_delimiter(block.closer)


def _within(read: FrontMatter, start: int, line: Line) -> Span:
    first = read.offsets.to_source(start + line.start)
    return Span(first, max(first, read.offsets.to_source(start + line.end)))


def _title(key: KeyLine) -> str:
    return key.content.strip("'\"")


def _title_words(title: str) -> str:
    return "".join(char for char in title.casefold() if char.isalnum())


def _shown(title: str) -> str:
    return title if len(title) <= MOST_SHOWN else f"{title[:MOST_SHOWN]}…"
