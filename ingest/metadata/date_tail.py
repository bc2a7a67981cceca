"""Dates in no explicit format, by dateutil: what it would fill in from today is found out and not taken."""

import re
from dataclasses import dataclass, field
from datetime import datetime, timezone, tzinfo

# Two days that differ in every part, a fortnight from each other in the month so that a lone weekday
# ("Friday") leads to two days as well, in months of 31 days and years of 366.
_DEFAULTS = (datetime(2004, 1, 1, 1, 1, 1, 1), datetime(2008, 3, 16, 2, 2, 2, 2))  # noqa: DTZ001 - naive, as the texts are
_HAS_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)", re.ASCII)
_YEAR_FIRST = re.compile(r"(?<!\d)\d{4}[-/. ]\d{1,2}[-/. ]\d{1,2}(?!\d)", re.ASCII)


@dataclass(frozen=True, slots=True)
class TailReading:
    """What dateutil and the two defaults agree on: an RFC 3339 text, or None, with the parts that are missing."""

    value: str | None
    missing: tuple[str, ...] = ()
    two_readings: bool = False


@dataclass(slots=True)
class _Zones:
    """Takes the place of the machine's zones: UTC by name is known, every other zone is noted, not looked up."""

    doubtful: bool = False
    asked: list[str] = field(default_factory=list)

    def __call__(self, name: str | None, offset: int | None) -> tzinfo | None:
        if name in {"UTC", "GMT", "Z", "UT"} and not offset:
            return timezone.utc  # noqa: UP017
        # dateutil turns the sign of GMT+0800 round, and reads 10-30 as an offset of 30 hours.
        if name is not None or offset is not None:
            self.doubtful = True
        return None


def read_by_dateutil(text: str) -> TailReading | None:
    """Return what dateutil makes of a text whatever the day, or None where it reads nothing."""
    zones = _Zones()
    month_first = _both(text, zones, dayfirst=False)
    if month_first is None:
        return None
    missing = tuple(part for part in ("year", "month", "day") if _differ(month_first, part))
    if missing or _HAS_YEAR.search(text) is None:
        return TailReading(None, missing or ("year",))
    # Behind a year comes the month everywhere, but dateutil's dayfirst turns 2024-05-01 round as well.
    day_first = month_first if _YEAR_FIRST.search(text) else _both(text, zones, dayfirst=True)
    if zones.doubtful or day_first is None or day_first[0] != month_first[0]:
        return TailReading(None, two_readings=True)
    return TailReading(_in_precision(month_first))


def _both(text: str, zones: _Zones, *, dayfirst: bool) -> tuple[datetime, datetime] | None:
    from dateutil import parser  # noqa: PLC0415 - 15 ms that most runs never need

    try:
        first, second = (parser.parse(text, default=day, dayfirst=dayfirst, tzinfos=zones) for day in _DEFAULTS)
    except Exception:  # noqa: BLE001 - dateutil raises OverflowError, IndexError and more besides its ParserError
        return None
    return first, second


def _differ(both: tuple[datetime, datetime], part: str) -> bool:
    return bool(getattr(both[0], part) != getattr(both[1], part))


def _in_precision(both: tuple[datetime, datetime]) -> str:
    value = both[0]
    if _differ(both, "hour") or _differ(both, "minute"):
        return value.date().isoformat()
    second = 0 if _differ(both, "second") else value.second
    microsecond = 0 if _differ(both, "microsecond") else value.microsecond
    text = value.replace(second=second, microsecond=microsecond, tzinfo=None).isoformat()
    return text + ("Z" if value.tzinfo else "")
