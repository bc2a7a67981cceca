"""Dates in no explicit format, by dateutil: what it fills in from today or makes up is found out and not taken."""

import re
from dataclasses import dataclass, field
from datetime import datetime, timezone, tzinfo
from typing import NamedTuple

from ingest.metadata.date_words import MONTHS, WEEKDAYS

# Two days that differ in every part, a fortnight from each other in the month so that a lone weekday
# ("Friday") leads to two days as well, in months of 31 days and years of 366.
_DEFAULTS = (datetime(2004, 1, 1, 1, 1, 1, 1), datetime(2008, 3, 16, 2, 2, 2, 2))  # noqa: DTZ001 - naive, as the texts are
_HAS_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)", re.ASCII)
_YEAR_FIRST = re.compile(r"(?<!\d)\d{4}[-/. ]\d{1,2}[-/. ]\d{1,2}(?!\d)", re.ASCII)
_WORD = re.compile(r"[A-Za-z]+")
_COMPACT = re.compile(r"(?<!\d)(\d{4})(\d\d)(\d\d)(?!\d)", re.ASCII)
_FRACTION = re.compile(r"(?<=:\d\d)[.,](\d{1,6})(?!\d)", re.ASCII)
_RANGE = re.compile(r"(?<!\d)\d{1,2} ?[-/] ?\d{1,2}(?!\d)", re.ASCII)
_HALF = re.compile(r"(?<![A-Za-z])[ap]\.?m(?![A-Za-z])", re.IGNORECASE)
_TWO_READINGS = "it can be read in more than one way"
_UNACCOUNTED = "not every number in it is a part of one date and time"
_NOON = 12


class TailReading(NamedTuple):
    """What both readings agree on: an RFC 3339 text, or None and the reason; `weekday` counts from 0 for Monday."""

    value: str | None
    reason: str = ""
    weekday: int | None = None


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
    """Return what dateutil makes of a text whatever the day, or None where it reads nothing.

    A value uses every number of the text once, and every part of it stands in
    the text: dateutil makes 20:24 of the year in `May 1-3, 2024`, and of
    `10:00:00 08:00` the second time alone.
    """
    zones = _Zones()
    month_first = _both(text, zones, dayfirst=False)
    if month_first is None:
        return None
    missing = tuple(part for part in ("year", "month", "day") if _differ(month_first, part))
    if missing or _HAS_YEAR.search(text) is None:
        return TailReading(None, f"it does not say the {' or '.join(missing or ('year',))}")
    # Behind a year comes the month everywhere, but dateutil's dayfirst turns 2024-05-01 round as well.
    day_first = month_first if _YEAR_FIRST.search(text) else _both(text, zones, dayfirst=True)
    if zones.doubtful or day_first is None or day_first[0] != month_first[0]:
        return TailReading(None, _TWO_READINGS)
    words = [word.lower() for word in _WORD.findall(text)]
    weekdays = {WEEKDAYS[word] for word in words if word in WEEKDAYS}
    if len(weekdays) > 1:
        return TailReading(None, _TWO_READINGS)
    if not _is_accounted_for(text, month_first, months=sum(word in MONTHS for word in words)):
        return TailReading(None, _UNACCOUNTED)
    return TailReading(_in_precision(month_first), weekday=next(iter(weekdays), None))


def _both(text: str, zones: _Zones, *, dayfirst: bool) -> tuple[datetime, datetime] | None:
    from dateutil import parser  # noqa: PLC0415 - 15 ms that most runs never need

    try:
        first, second = (parser.parse(text, default=day, dayfirst=dayfirst, tzinfos=zones) for day in _DEFAULTS)
    except Exception:  # noqa: BLE001 - dateutil raises OverflowError, IndexError and more besides its ParserError
        return None
    return first, second


def _differ(both: tuple[datetime, datetime], part: str) -> bool:
    return bool(getattr(both[0], part) != getattr(both[1], part))


def _is_accounted_for(text: str, both: tuple[datetime, datetime], months: int) -> bool:
    """Return whether the numbers of a text are those of its reading, each once, the month perhaps by name."""
    if months > 1 or (months and _RANGE.search(text)):
        return False
    value = both[0]
    fraction = _FRACTION.search(text)
    microsecond = int(fraction[1].ljust(6, "0")) if fraction else 0
    if not _differ(both, "microsecond") and value.microsecond != microsecond:
        return False
    written = re.findall(r"\d+", _COMPACT.sub(r"\1 \2 \3", _FRACTION.sub("", text)), re.ASCII)
    if f"{value.year:04}" not in written:
        return False
    stated = [value.year, value.day, *([] if months else [value.month])]
    if _has_time(both):
        hour = value.hour % _NOON or _NOON if _HALF.search(text) else value.hour
        stated += [hour, value.minute, *([] if _differ(both, "second") else [value.second])]
    return sorted(map(int, written)) == sorted(stated)


def _has_time(both: tuple[datetime, datetime]) -> bool:
    return not (_differ(both, "hour") or _differ(both, "minute"))


def _in_precision(both: tuple[datetime, datetime]) -> str:
    value = both[0]
    if not _has_time(both):
        return value.date().isoformat()
    second = 0 if _differ(both, "second") else value.second
    microsecond = 0 if _differ(both, "microsecond") else value.microsecond
    text = value.replace(second=second, microsecond=microsecond, tzinfo=None).isoformat()
    text = text.rstrip("0") if microsecond else text
    return text + ("Z" if value.tzinfo else "")
