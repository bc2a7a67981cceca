"""Dates as authors write them, read without a look at today's: RFC 3339 comes out, or nothing and the reason.

The author's precision is kept. A date stays a date; a time without seconds
gets the `:00` that RFC 3339 §5.6 demands and that moves no instant; a time
without a zone stays without one.
"""

from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ingest.metadata.date_reading import DateReading

_ISO_LENGTH = len("2024-05-01")
_CLOCK_LENGTH = len("10:30:00")
_LONGEST_ZONE = 12


def read_date(text: str) -> "DateReading":
    """Return what a date says; the same on every day, machine, locale and time zone."""
    from ingest.metadata.date_reading import DateReading  # noqa: PLC0415 - most dates are `is_iso_date` and stop there
    from ingest.metadata.written_dates import read_written_date  # noqa: PLC0415 - same; 10 ms of patterns to compile

    usual = usual_date(text)
    return read_written_date(text) if usual is None else DateReading(usual)


def usual_date(text: str) -> str | None:
    """Return what a date or date-time says in one of the usual forms, None in any other: `read_date` reads them all."""
    if len(text) == _ISO_LENGTH:
        return text if is_iso_date(text) else None
    day, mark, clock, zone = text[:_ISO_LENGTH], text[10:11], text[11:19], text[19:]
    if clock[2:3] != ":" or mark not in {" ", "T"} or not is_iso_date(day):
        return None
    if len(clock) == len("10:30"):
        clock, zone = f"{clock}:00", ""
    elif clock[5:6] != ":":
        return None
    offset = _usual_offset(zone) if zone else ""
    return f"{day}T{clock}{offset}" if offset is not None and _is_time(clock) else None


def _is_time(text: str) -> bool:
    # Python's own reader takes `07:21:Z` as well, and from 3.14 on 24:00:00.
    hours, minutes, seconds = text[:2], text[3:5], text[6:]
    digits = hours + minutes + seconds
    if len(text) != _CLOCK_LENGTH or not (digits.isascii() and digits.isdigit()):
        return False
    return hours < "24" and minutes < "60" and seconds < "60"


def _usual_offset(zone: str) -> str | None:
    """Return what stands behind the seconds of a time, as RFC 3339 writes it; None where it is in doubt."""
    # `10:30:00 PM` has no zone, but a half of the day.
    is_usual = len(zone) <= _LONGEST_ZONE and zone.isascii() and "m" not in zone.lower()
    return _offset(zone) if is_usual else None


@lru_cache(maxsize=256)  # a site has few zones, and writes each in one way
def _offset(zone: str) -> str | None:
    from ingest.metadata.clock import read_clock  # noqa: PLC0415 - most dates have no time, or one without a zone

    midnight = "T00:00:00"
    clock = read_clock(midnight + zone)
    return None if clock is None or clock.wrong or clock.doubt else clock.text.removeprefix(midnight)


def is_iso_date(text: str) -> bool:
    """Return whether a text is a date of the calendar in the form 2024-05-01, from the year 1000 on."""
    if len(text) != _ISO_LENGTH or not text[4] == text[7] == "-" or text < "1000":
        return False
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
