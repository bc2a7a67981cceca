"""Dates as authors write them, read without a look at today's: RFC 3339 comes out, or nothing and the reason.

The author's precision is kept. A date stays a date; a time without seconds
gets the `:00` that RFC 3339 §5.6 demands and that moves no instant; a time
without a zone stays without one.
"""

import re
import unicodedata
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from ingest.findings import Code
from ingest.findings.codes import SC004, SC005
from ingest.metadata.clock import Clock, read_clock
from ingest.metadata.date_formats import MONTH_NAMES, WrittenDate, match_date
from ingest.metadata.date_tail import read_by_dateutil
from ingest.metadata.east_asian_dates import ascii_date
from ingest.metadata.text import shown

_ISO_LENGTH = 10
_LONGEST = 80
_ADVICE = "write it as 2024-05-01 or 2024-05-01T10:30:00+08:00"
_FIRST_YEAR = 1000  # below it stand slips (0024-05-01) and the zero time of Go and .NET (0001-01-01)
_MONTHS_IN_YEAR = 12
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

_INCOMPLETE = re.compile(
    r"\d{4}|\d{4}[-/.]\d{1,2}|\d{6}|\d{1,2}[-/.]\d{4}|\d{4}-?W\d\d|\d{1,2}[-/.]\d{1,2}|\d{1,2}:\d\d(?::\d\d)?", re.ASCII
)
_TWO_DIGIT_YEAR = re.compile(r"\d{1,2}([-/.])\d{1,2}\1\d\d(?:[ T,].{0,40})?", re.ASCII)
_EPOCH = re.compile(r"-?(?:\d{10}|\d{13}|\d{16})(?:\.\d{1,12})?", re.ASCII)


@dataclass(frozen=True, slots=True)
class DateReading:
    """An RFC 3339 date or date-time, or None; `code` and `message` say what is wrong, if anything is.

    With SC004 there is no value. With SC005 there is none where the date is
    incomplete or has two readings; where only the zone, the weekday or the
    minutes are in doubt, the certain rest is the value.
    """

    value: str | None
    code: Code | None = None
    message: str = ""


def read_date(text: str) -> DateReading:
    """Return what a date says; the same on every day, machine, locale and time zone."""
    if len(text) == _ISO_LENGTH and text[4] == "-" == text[7] and text >= "1000":
        try:
            date.fromisoformat(text)
        except ValueError:
            pass
        else:
            return DateReading(text)
    return _read_other(text) if len(text) <= _LONGEST else _no_date(text, "it is too long for one")


@lru_cache(maxsize=1024)
def _read_other(written: str) -> DateReading:
    text = " ".join(unicodedata.normalize("NFKC", written).split())
    if not text.isascii():
        text = ascii_date(text) or text
    if found := match_date(text):
        return _checked(written, found)
    for pattern, reason in (
        (_INCOMPLETE, "year, month and day are not all there"),
        (_TWO_DIGIT_YEAR, "the year has two digits, and any of the three numbers could be it"),
        (_EPOCH, "a number of seconds or milliseconds is not read as a date"),
    ):
        if pattern.fullmatch(text):
            return _unclear(written, reason)
    return _read_tail(written, text)


def _checked(written: str, found: WrittenDate) -> DateReading:
    clock = read_clock(found.clock)
    if clock is None:
        return _read_tail(written, " ".join(written.split()))
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


def _with_doubts(written: str, day: date, clock: Clock, weekday: str) -> DateReading:
    value = day.isoformat() + clock.text
    if clock.doubt:
        return DateReading(value, SC005, f"the date {shown(written)} was read as {value}: {clock.doubt}; {_ADVICE}")
    actual = _WEEKDAYS[day.weekday()]
    if weekday and not actual.lower().startswith(weekday):
        return DateReading(value, SC005, f"the date {shown(written)} was a {actual}; correct the weekday or the date")
    return DateReading(value)


def _not_in_calendar(year: int, month: int, day: int) -> str:
    if year < _FIRST_YEAR:
        return f"the year {year} is too early for an article"
    if not 1 <= month <= _MONTHS_IN_YEAR:
        return f"there is no month {month}"
    last = monthrange(year, month)[1]
    return "" if 1 <= day <= last else f"{_month_name(month)} {year} has {last} days"


def _read_tail(written: str, text: str) -> DateReading:
    tail = read_by_dateutil(text)
    if tail is None:
        return _no_date(written, "nothing reads it as one")
    if tail.two_readings:
        return _unclear(written, "it can be read in more than one way")
    if tail.value is None:
        return _unclear(written, f"it does not say the {' or '.join(tail.missing)}")
    return DateReading(tail.value)


def _no_date(written: str, reason: str) -> DateReading:
    return DateReading(None, SC004, f"{shown(written)} is no date: {reason}; {_ADVICE}")


def _unclear(written: str, reason: str) -> DateReading:
    return DateReading(None, SC005, f"the date {shown(written)} is unclear: {reason}; {_ADVICE}")


def _month_name(month: int) -> str:
    return MONTH_NAMES[month - 1].capitalize()
