"""The time of day and the zone behind a date, as RFC 3339 writes them."""

import re
from typing import NamedTuple

_LAST_HOUR, _LAST_MINUTE, _NOON = 23, 59, 12
_LEAP_SECOND = 60
_FARTHEST_WEST, _FARTHEST_EAST = 12, 14  # hours from UTC that a place on Earth has

_TIME = re.compile(
    r"(?:[Tt]|, ?|,? at | )?"
    r"(?P<hour>\d{1,2})(?::(?P<minute>\d\d)(?::(?P<second>\d\d)(?:[.,](?P<fraction>\d{1,12}))?)?)?"
    r"(?: ?(?P<half>[AaPp])\.?[Mm]\.?(?![A-Za-z]))?"
    r" ?(?P<zone>[^ \[(][^\[(]{0,40})?(?: ?(?:\[[^\]\d]{1,40}\]|\([^)\d]{1,60}\)))?",
    re.ASCII,
)
_UTC = re.compile(r"(?:Z|z|UTC|utc|GMT|UT)")
_OFFSET = re.compile(r"(?:UTC|GMT)? ?(?P<sign>[+-])(?P<hours>\d{1,2})(?::?(?P<minutes>\d\d))?", re.ASCII)
_ZONE_NAME = re.compile(r"[A-Z]{2,5}|[A-Z][A-Za-z]+(?:/[A-Z][A-Za-z_+-]+)+")


class Clock(NamedTuple):
    """A time of day: `text` is the part of an RFC 3339 date-time from `T` on, empty where there is no time.

    `wrong` says why the text is no time, `doubt` what could not be told from
    it: a zone whose name means several offsets, or an hour without minutes.
    """

    text: str = ""
    wrong: str = ""
    doubt: str = ""


NO_CLOCK = Clock()
_HOUR_ALONE = Clock(doubt="the time has no minutes")


def read_clock(text: str) -> Clock | None:
    """Return the time in what follows a date (`T10:30Z`, ` 10:30 PM +0800`), or None where it is no time at all."""
    if not text:
        return NO_CLOCK
    match = _TIME.fullmatch(text)
    zone = _read_zone((match["zone"] or "").strip()) if match else None
    if match is None or zone is None:
        return None
    if not match["minute"] and not match["half"]:
        return _HOUR_ALONE
    hour = _hour(int(match["hour"]), (match["half"] or "").lower())
    minute, second = int(match["minute"] or 0), int(match["second"] or 0)
    wrong = _wrong(hour, minute, second)
    if wrong or zone.wrong:
        return Clock(wrong=wrong or zone.wrong)
    if _is_range(match):
        return Clock(f"T{hour:02}:{minute:02}:00", doubt=f"`{zone.text}` is a zone for some and the end for others")
    fraction = f".{match['fraction']}" if match["fraction"] else ""
    return Clock(f"T{hour:02}:{minute:02}:{second:02}{fraction}{zone.text}", doubt=zone.doubt)


def _is_range(match: re.Match[str]) -> bool:
    """Return whether a zone may be the time at which something ends: `10:00-12:00`."""
    end = _OFFSET.fullmatch((match["zone"] or "").strip())
    if end is None or match["second"] or not end["minutes"] or not match.string[match.start("zone") :].startswith("-"):
        return False
    return ":" in match["zone"] and int(end["hours"]) > int(match["hour"])


def _hour(hour: int, half: str) -> int:
    """Return the hour from 0 to 23, or -1 where it does not go with its half of the day."""
    if not half or (half == "p" and hour > _NOON):  # `14:30 PM` says one thing twice
        return hour
    if hour > _NOON:
        return -1
    return hour % _NOON + (_NOON if half == "p" else 0)


def _wrong(hour: int, minute: int, second: int) -> str:
    if not 0 <= hour <= _LAST_HOUR:
        return "there is no such hour"
    if minute > _LAST_MINUTE:
        return f"there is no minute {minute}"
    # RFC 3339 §5.7: a leap second is the 61st of a minute that ends an hour.
    if second > _LAST_MINUTE and not (second == _LEAP_SECOND and minute == _LAST_MINUTE):
        return f"there is no second {second}"
    return ""


def _read_zone(zone: str) -> Clock | None:
    if not zone:
        return NO_CLOCK
    if _UTC.fullmatch(zone):
        return Clock("Z")
    if offset := _OFFSET.fullmatch(zone):
        hours, minutes = int(offset["hours"]), int(offset["minutes"] or 0)
        farthest = _FARTHEST_WEST if offset["sign"] == "-" else _FARTHEST_EAST
        if hours * 60 + minutes > farthest * 60 or minutes > _LAST_MINUTE:
            return Clock(wrong=f"there is no zone {zone}")
        return Clock(f"{offset['sign']}{hours:02}:{minutes:02}")
    if _ZONE_NAME.fullmatch(zone):
        # `CST` is -06:00 in Chicago and +08:00 in Shanghai; what `Asia/Shanghai` was that day depends on a database.
        return Clock(doubt=f"the zone `{zone}` can mean more than one offset from UTC")
    return None
