"""SC006: the date in a file name, beside the one that the front matter gives."""

import re
from datetime import date

from ingest.findings import Finding
from ingest.findings.codes import SC006
from ingest.metadata.problems import sentence
from ingest.metadata.reading import MetadataReading
from ingest.metadata.text import shown

_NAME_DATE = r"(\d{4})([-_.]?)(\d\d)\2(\d\d)(?!\d)"
_DAY = len("2024-05-01")
# Clocks in Shanghai and in UTC, or a night between writing and publishing, put a day between the two: on one site of
# 6,000 articles 93 of 100 differ by exactly one.
_TOLERATED_DAYS = 1
_YEARS = range(1970, 2101)
_FIRST, _PAST = "1970", "2101"


def date_of_file_name(path: str) -> date | None:
    """Return the date that the name of a file or its folder begins with: `2024-05-01-title.md`."""
    if (day := _plain_day(path[path.rfind("/") + 1 :])) is not None:
        return day
    parts = [part for part in path.split("/") if part not in {"", "."}]
    for name in parts[:-3:-1]:
        if not "0" <= name[0] <= "9":
            continue
        match = re.match(_NAME_DATE, name, re.ASCII)
        if match is None or int(match[1]) not in _YEARS:
            continue
        try:
            return date(int(match[1]), int(match[3]), int(match[4]))
        except ValueError:
            continue
    return None


def _plain_day(name: str) -> date | None:
    """Return the date that a name begins with if it is written with hyphens, as nearly all are."""
    day = name[:_DAY]
    if not day[4:5] == day[7:8] == "-" or not _FIRST <= day < _PAST or name[_DAY : _DAY + 1].isdigit():
        return None
    try:
        return date.fromisoformat(day)
    except ValueError:
        return None


def check_file_name_date(reading: MetadataReading, path: str) -> Finding | None:
    """Return SC006 where the date in the path is more than a day from the date of the front matter."""
    written = reading.fields.date
    named = date_of_file_name(path) if written else None
    if written is None or named is None:
        return None
    try:
        apart = abs((date.fromisoformat(str(written)[:_DAY]) - named).days)
    except ValueError:  # a site's own model may hold something else
        return None
    if apart <= _TOLERATED_DAYS:
        return None
    origin = reading.origins.get("date")
    message = (
        f"the date {shown(written[:_DAY])} is {apart} days from {shown(named.isoformat())} in the file name; "
        "correct one of them"
    )
    return SC006.at(origin.span if origin else None, sentence(message), field="date")
