"""What a date comes to."""

from typing import NamedTuple

from ingest.findings import Code


class DateReading(NamedTuple):
    """An RFC 3339 date or date-time, or None; `code` and `message` say what is wrong, if anything is.

    With SC004 there is no value. With SC005 there is none where the date is
    incomplete or has two readings; where only the zone, the weekday or the
    minutes are in doubt, the certain rest is the value.
    """

    value: str | None
    code: Code | None = None
    message: str = ""
