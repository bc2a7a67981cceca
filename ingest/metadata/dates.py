"""Dates as authors write them, read without a look at today's: RFC 3339 comes out, or nothing and the reason.

The author's precision is kept. A date stays a date; a time without seconds
gets the `:00` that RFC 3339 §5.6 demands and that moves no instant; a time
without a zone stays without one.
"""

from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ingest.metadata.date_reading import DateReading

_ISO_LENGTH = 10


def read_date(text: str) -> "DateReading":
    """Return what a date says; the same on every day, machine, locale and time zone."""
    from ingest.metadata.date_reading import DateReading  # noqa: PLC0415 - most dates are `is_iso_date` and stop there
    from ingest.metadata.written_dates import read_written_date  # noqa: PLC0415 - same; 10 ms of patterns to compile

    return DateReading(text) if is_iso_date(text) else read_written_date(text)


def is_iso_date(text: str) -> bool:
    """Return whether a text is a date of the calendar in the form 2024-05-01, from the year 1000 on."""
    if len(text) != _ISO_LENGTH or not text[4] == text[7] == "-" or text < "1000":
        return False
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
