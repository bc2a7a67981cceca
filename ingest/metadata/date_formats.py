"""The explicit list of date formats: which number is the year, which the month, which the day."""

import re
from datetime import date
from typing import NamedTuple

from ingest.metadata.date_words import MONTHS, WEEKDAYS

_FLAGS = re.ASCII | re.IGNORECASE
_WEEKDAY = r"(?:(?P<weekday>[a-zÀ-ÿ]{3,10}(?:-feira)?)\.?,? )?"
_MONTH = r"(?P<month_name>[a-zÀ-ÿ]{3,10})\.?"
# `1er mai`, `1. Mai`; NFKC makes an `o` of the ordinal in `1º de maio`.
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th|er|o|\.)?"
_UNIX_CLOCK = r"(?P<clock>\d{1,2}:\d\d:\d\d(?: (?:[a-z]{1,5}|[+-]\d{4}))?)"

# A match must not be followed by a digit, else 2024-05-010 would be the first of May and a nought. They are compiled by
# `re` when they are first asked for: nearly every date has the first one.
_FORMATS = tuple(
    pattern + r"(?!\d)"
    for pattern in (
        rf"{_WEEKDAY}(?P<year>\d{{4}})(?P<separator>[-/.])(?P<month>\d{{1,2}})(?P=separator)(?P<day>\d{{1,2}})",
        r"(?P<month>\d{1,2})(?P<separator>[-/.])(?P<day>\d{1,2})(?P=separator)(?P<year>\d{4})(?P<swappable>)",
        rf"{_WEEKDAY}{_MONTH} {_DAY} {_UNIX_CLOCK} (?P<year>\d{{4}})",
        rf"{_WEEKDAY}{_MONTH} {_DAY},? (?P<year>\d{{4}})",
        rf"{_WEEKDAY}(?:the )?{_DAY}(?: of| de)?[ -]{_MONTH},?(?: del?)?[ -](?P<year>\d{{4}})",
        rf"{_WEEKDAY}(?P<year>\d{{4}})[ -]{_MONTH}[ -]{_DAY}",
    )
)
_COMPACT = re.compile(
    r"(?P<year>(?:19|20)\d\d)(?P<month>\d\d)(?P<day>\d\d)"
    r"(?:[Tt ]?(?P<hour>\d\d)(?P<minute>\d\d)(?P<second>\d\d)(?P<zone>Z|[+-]\d\d:?\d\d)?)?",
    re.ASCII,
)
_ISO_WEEK = re.compile(r"(\d{4})-?W(\d\d)-?([1-7])", re.ASCII)


class WrittenDate(NamedTuple):
    """A date's numbers, not yet checked against the calendar, and the text of the time behind them.

    `swappable` is true where the order says nothing of which is the month and
    which the day: 01/05/2024. `weekday` counts from 0 for Monday.
    """

    year: int
    month: int
    day: int
    clock: str = ""
    weekday: int | None = None
    swappable: bool = False


def match_date(text: str) -> WrittenDate | None:
    """Return the numbers of a date that is in one of the formats, None where it is in none of them."""
    for pattern in _FORMATS:
        match = re.match(pattern, text, _FLAGS)
        if match is not None and (found := _from_match(match, text)):
            return found
    if compact := _COMPACT.fullmatch(text):
        year, month, day, hour, minute, second, zone = compact.groups()
        clock = f"{hour}:{minute}:{second}{zone or ''}" if hour else ""
        return WrittenDate(int(year), int(month), int(day), clock)
    if week := _ISO_WEEK.fullmatch(text):
        return _from_week(*map(int, week.groups()))
    return None


def _from_match(match: re.Match[str], text: str) -> WrittenDate | None:
    groups = match.groupdict()
    month = MONTHS.get(groups["month_name"].lower()) if "month_name" in groups else int(groups["month"])
    weekday_name = (groups.get("weekday") or "").lower()
    weekday = WEEKDAYS.get(weekday_name)
    if month is None or (weekday_name and weekday is None):
        return None
    clock = f"{groups.get('clock') or ''}{text[match.end() :]}"
    return WrittenDate(int(groups["year"]), month, int(groups["day"]), clock, weekday, "swappable" in groups)


def _from_week(year: int, week: int, weekday: int) -> WrittenDate | None:
    try:
        day = date.fromisocalendar(year, week, weekday)
    except ValueError:
        return None
    return WrittenDate(day.year, day.month, day.day)
