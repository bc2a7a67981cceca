"""Dates in any other form than 2024-05-01: the formats one by one, then dateutil, then the reason why not."""

import re
import unicodedata
from datetime import date
from functools import lru_cache

from ingest.findings.codes import SC004, SC005
from ingest.metadata.clock import Clock, read_clock
from ingest.metadata.date_formats import WrittenDate, match_date
from ingest.metadata.date_reading import DateReading
from ingest.metadata.date_words import MONTH_NAMES, WEEKDAY_NAMES
from ingest.metadata.text import shown

_LONGEST = 80
_ADVICE = "write it as 2024-05-01 or 2024-05-01T10:30:00+08:00"
_FIRST_YEAR = 1000  # below it stand slips (0024-05-01) and the zero time of Go and .NET (0001-01-01)
_MONTHS_IN_YEAR = 12
_ISO_LENGTH = len("2024-05-01")
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−"), "-")

# Compiled by `re` when they are first asked for: nearly every date has one of the formats.
_INCOMPLETE = r"\d{4}|\d{4}[-/.]\d{1,2}|\d{6}|\d{1,2}[-/.]\d{4}|\d{4}-?W\d\d|\d{1,2}[-/.]\d{1,2}|\d{1,2}:\d\d(?::\d\d)?"
_TWO_DIGIT_YEAR = r"\d{1,2}([-/.])\d{1,2}\1\d\d(?:[ T,].{0,40})?"
_EPOCH = r"-?(?:\d{10}|\d{13}|\d{16})(?:\.\d{1,12})?"


def read_written_date(text: str) -> DateReading:
    """Return what a date in any form says."""
    return _read(text) if len(text) <= _LONGEST else _no_date(text, "it is too long for one")


@lru_cache(maxsize=1024)
def _read(written: str) -> DateReading:
    plain = text = " ".join(unicodedata.normalize("NFKC", written).translate(_DASHES).split())
    if not text.isascii():
        from ingest.metadata.east_asian_dates import ascii_date  # noqa: PLC0415 - few dates are in words

        text = ascii_date(text) or text
    if found := match_date(text):
        clock = read_clock(found.clock)
        return _read_tail(written, plain) if clock is None else _checked(written, found, clock)
    for pattern, reason in (
        (_INCOMPLETE, "year, month and day are not all there"),
        (_TWO_DIGIT_YEAR, "the year has two digits, and any of the three numbers could be it"),
        (_EPOCH, "a number of seconds or milliseconds is not read as a date"),
    ):
        if re.fullmatch(pattern, text, re.ASCII):
            return _unclear(written, reason)
    return _read_tail(written, text)


def _checked(written: str, found: WrittenDate, clock: Clock) -> DateReading:
    year, month, day = found.year, found.month, found.day
    if found.swappable:
        if month != day and max(month, day) <= _MONTHS_IN_YEAR:
            return _unclear(
                written, f"it is {_month_name(month)} {day} for some and {_month_name(day)} {month} for others"
            )
        if month > _MONTHS_IN_YEAR:
            month, day = day, month
    if wrong := _not_in_calendar(year, month, day) or clock.wrong:
        return _no_date(written, wrong)
    return _with_doubts(written, date(year, month, day), clock, found.weekday)


def _with_doubts(written: str, day: date, clock: Clock, weekday: int | None) -> DateReading:
    value = day.isoformat() + clock.text
    if clock.doubt:
        return DateReading(value, SC005, f"the date {shown(written)} was read as {value}: {clock.doubt}; {_ADVICE}")
    if weekday not in {None, day.weekday()}:
        actual = WEEKDAY_NAMES[day.weekday()]
        return DateReading(value, SC005, f"the date {shown(written)} was a {actual}; correct the weekday or the date")
    return DateReading(value)


def _not_in_calendar(year: int, month: int, day: int) -> str:
    if year < _FIRST_YEAR:
        return f"the year {year} is too early for an article"
    if not 1 <= month <= _MONTHS_IN_YEAR:
        return f"there is no month {month}"
    from calendar import monthrange  # noqa: PLC0415 - only on the way to a finding

    last = monthrange(year, month)[1]
    return "" if 1 <= day <= last else f"{_month_name(month)} {year} has {last} days"


def _read_tail(written: str, text: str) -> DateReading:
    from ingest.metadata.date_tail import read_by_dateutil  # noqa: PLC0415 - few dates are in words

    tail = read_by_dateutil(text)
    if tail is None:
        return _no_date(written, "nothing reads it as one")
    if tail.value is None:
        return _unclear(written, tail.reason)
    return _with_doubts(
        written, date.fromisoformat(tail.value[:_ISO_LENGTH]), Clock(tail.value[_ISO_LENGTH:]), tail.weekday
    )


def _no_date(written: str, reason: str) -> DateReading:
    return DateReading(None, SC004, f"{shown(written)} is no date: {reason}; {_ADVICE}")


def _unclear(written: str, reason: str) -> DateReading:
    return DateReading(None, SC005, f"the date {shown(written)} is unclear: {reason}; {_ADVICE}")


def _month_name(month: int) -> str:
    return MONTH_NAMES[month - 1].capitalize()
