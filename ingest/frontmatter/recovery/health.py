"""Whether a reading needs no repair, and whether one that needed some may be believed: cheap tests on what was read."""

import re
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from ingest.frontmatter.model import Format, FrontMatter, Value
from ingest.frontmatter.recovery.characters import CURLY, INVISIBLE, WIDE_SPACE
from ingest.frontmatter.vocabulary import FIELDS_BY_KEY, fold_key

# Keys that stand at the start of a body may be the rest of a block that a delimiter cut in two. The line end before
# them, which a block has behind it, is a character that a search can skip to.
_KEYS_IN_BODY = re.compile(
    r"\n(?=[\"'*\u00a0\u200b\ufefftda标日作])[\"'*\u00a0\u200b\ufeff]{0,3}"
    r"(?:title|date|author|标题|日期|作者)[\"'* \t]{0,3}[:：]",
    re.IGNORECASE,
)
_YEAR_FIRST = r"\d{4}[-/.年]\s?(\d{1,2})(?:[-/.月]\s?(\d{1,2}))?"
_ONE_LINE = frozenset({"title", "date", "updated", "authors", "slug", "lang"})
_UNREADABLE = frozenset(INVISIBLE + WIDE_SPACE + "*：`")
_TAGS = frozenset("!&")
_QUOTES = frozenset(CURLY)
# What another notation writes behind a value.
_MARKS = frozenset(",;>\\")
_BRACKETS = frozenset(")）]】")
_ODD_ENDS = _QUOTES | _BRACKETS
BODY_START = 400
MONTHS, DAYS, TITLE = 12, 31, 500
_ISO_LENGTH = len("2024-05-01")
_LONGEST_DATE = 60  # "Wed, 01 May 2024 10:00:00 +0800 (China Standard Time)"


class _Key(NamedTuple):
    """What a key says about its value: its first field, whether it can be a title, and what is wrong with itself."""

    field: str | None
    is_title: bool
    is_one_line: bool
    is_date: bool
    is_unreadable: bool


@lru_cache(maxsize=4096)
def _key_of(key: str) -> _Key:
    fields = FIELDS_BY_KEY.get(fold_key(key), ())
    first = fields[0] if fields else None
    is_date = first in {"date", "updated"}
    return _Key(first, "title" in fields, first in _ONE_LINE, is_date, not fields and not _UNREADABLE.isdisjoint(key))


def is_healthy(read: FrontMatter) -> bool:
    """Return whether nothing about a reading asks for a repair. Costs some microseconds."""
    if read.unread or not read.data:
        return False
    if read.format is not Format.YAML:
        return is_plausible(read)
    fields = _sound_fields(read)
    return _are_of_an_article(fields) and not _is_indented(read) and not _goes_on(read)


def _sound_fields(read: FrontMatter) -> set[str | None]:
    """Return the fields of a block's keys, none where one of its values may have been read as what it does not say."""
    text = read.text
    fields: set[str | None] = set()
    for name, value, (_, key_end), (_, end), plain in read.entries:
        key = _key_of(name)
        field, is_title, is_one_line, _, is_unreadable = key
        if is_unreadable or (is_title and text[key_end + 2 : key_end + 3] in _TAGS):
            return set()
        if text[end : end + 1] != "\n" and _loses_words(text[end : end + 8]):
            return set()
        if isinstance(value, str) and value:
            if is_one_line and not _is_on_one_line(value, key):
                return set()
            if (value[-1] in _ODD_ENDS or value[0] in _QUOTES) and _is_doubtful(value, key, plain=plain):
                return set()
        fields.add(field)
    return fields


def is_plausible(read: FrontMatter) -> bool:
    """Return whether a reading can only be an article's block: readable, with a title or two other fields."""
    return is_readable(read) and _are_of_an_article({_key_of(entry.key).field for entry in read.entries})


def _are_of_an_article(fields: set[str | None]) -> bool:
    return "title" in fields or len(fields - {None}) > 1


def has_keys(read: FrontMatter) -> bool:
    """Return whether a block was read, and every key as it was meant."""
    return not read.unread and bool(read.entries) and all(_UNREADABLE.isdisjoint(entry.key) for entry in read.entries)


def is_readable(read: FrontMatter) -> bool:
    """Return whether a block was read with sensible values: on one line, where that is how they are, and dates."""
    if read.unread or read.format is Format.NONE or not read.entries:
        return False
    return all(_is_sensible(entry.value, _key_of(entry.key)) for entry in read.entries)


def _is_sensible(value: Value, key: _Key) -> bool:
    if not key.is_one_line or not isinstance(value, str):
        return not key.is_unreadable
    return _is_on_one_line(value, key)


def _is_on_one_line(value: str, key: _Key) -> bool:
    return "\n" not in value and len(value) <= TITLE and (not key.is_date or is_date(value))


def is_date(value: str) -> bool:
    """Return whether a text can be a date: a placeholder without digits may be, the thirteenth month is not."""
    if value[-1:] in _MARKS:
        return False
    if value[4:5] == "-" and len(value) < _LONGEST_DATE and _is_of_the_calendar(value[:_ISO_LENGTH]):
        return True
    match = re.match(_YEAR_FIRST, value.strip())
    if match is None:
        return len(value) < _LONGEST_DATE
    return 1 <= int(match[1]) <= MONTHS and (match[2] is None or 1 <= int(match[2]) <= DAYS)


def _is_of_the_calendar(value: str) -> bool:
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True


def _is_indented(read: FrontMatter) -> bool:
    start = read.entries[0].key_span.start if read.entries else 0
    if start == 0 or read.text[start - 1] not in " \t":
        return False
    return not read.text[:start].rstrip(" \t").endswith("?")  # `? key` is another way to write one


def _is_doubtful(value: str, key: _Key, *, plain: bool) -> bool:
    """Return whether a value with an odd start or end has quotes that YAML does not know, or a note in it."""
    if value[-1] in _BRACKETS and key.is_title:
        return _has_note(value)
    if value[0] in _QUOTES or value[-1] in _QUOTES:
        return plain and _quotes_are_syntax(value, key.field)
    return False


def _has_note(value: str) -> bool:
    from ingest.frontmatter.recovery.note_words import has_note  # noqa: PLC0415 - few titles end with a bracket

    return has_note(value)


def _loses_words(behind: str) -> bool:
    """Return whether words of a value stand in what is behind it."""
    behind = behind.lstrip(" \t")
    if behind[:1] != "#":
        return False
    from ingest.frontmatter.recovery.quoting import loses_words  # noqa: PLC0415 - few blocks have comments

    return loses_words(f" {behind}")


def _quotes_are_syntax(value: str, field: str | None) -> bool:
    from ingest.frontmatter.recovery.quoting import quotes_are_syntax  # noqa: PLC0415 - few values have such quotes

    return quotes_are_syntax(value, field)


def _goes_on(read: FrontMatter) -> bool:
    """Return whether the block goes on in what was read as the body."""
    start = read.body_start
    if _KEYS_IN_BODY.search(read.text, start - 1, start + BODY_START) is None:
        return False
    from ingest.frontmatter.recovery.block import find_block  # noqa: PLC0415 - few bodies begin like a block

    block = find_block(read.text)
    return block is not None and bool(block.tears or block.strays)
