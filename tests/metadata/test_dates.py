"""Dates: a table of what authors write, and what must not change what it says."""

import os
import re
import subprocess
import sys
import unicodedata
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.metadata import read_date

TABLE = Path(__file__).with_name("dates.tsv")
ROWS = [
    line.split("\t") for line in TABLE.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")
]
# RFC 3339 §5.6 full-date and date-time, the zone optional as the design wants it.
RFC_3339 = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?)?", re.ASCII)
PRINT_ALL = """
import sys
from ingest.metadata import read_date
for line in sys.stdin.read().split("\\n"):
    print(ascii(read_date(line)))
"""


@pytest.mark.parametrize(("written", "value", "code"), ROWS, ids=[row[0] for row in ROWS])
def test_a_date_is_read_as_written(written: str, value: str, code: str) -> None:
    reading = read_date(written)
    assert (reading.value or "-") == value
    assert (reading.code.code if reading.code else "-") == code


@pytest.mark.parametrize("written", [row[0] for row in ROWS if row[2] != "-"])
def test_a_date_that_is_not_taken_as_it_stands_says_what_to_write(written: str) -> None:
    message = read_date(written).message
    assert f"`{written.strip()}`" in message
    assert re.search(r"write|correct", message)


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("2024-02-30", "February 2024 has 29 days"),
        ("2024-13-45", "there is no month 13"),
        ("01/05/2024", "January 5 for some and May 1 for others"),
        ("2024-05-01 10:00 CST", "`CST`"),
        ("Mon, 01 May 2024", "Wednesday"),
        ("May 1", "does not say the year"),
        ("0001-01-01", "the year 1"),
    ],
)
def test_the_reason_is_named(written: str, reason: str) -> None:
    assert reason in read_date(written).message


def outputs(time_zone: str, language: str) -> bytes:
    environment = {**os.environ, "TZ": time_zone, "LC_ALL": language, "PYTHONUTF8": "1"}
    lines = "\n".join(row[0] for row in ROWS).encode()
    done = subprocess.run(
        [sys.executable, "-c", PRINT_ALL], input=lines, env=environment, capture_output=True, check=True
    )
    return done.stdout


def test_zone_and_language_of_the_machine_change_nothing() -> None:
    assert outputs("America/Chicago", "C") == outputs("Asia/Shanghai", "de_DE.UTF-8")


@given(st.text(max_size=100))
def test_any_text_gives_a_date_or_a_reason(written: str) -> None:
    reading = read_date(written)
    if reading.value is None:
        assert reading.code is not None
        assert reading.message
    else:
        assert RFC_3339.fullmatch(reading.value)


@given(st.from_regex(r"[0-9]{1,4}[-/. :T年月日]?[0-9]{1,4}[-/. :T年月日]?[0-9]{0,4}.{0,12}", fullmatch=True))
def test_nearly_a_date_gives_a_date_or_a_reason(written: str) -> None:
    reading = read_date(written)
    assert (reading.code is not None) or (reading.value and RFC_3339.fullmatch(reading.value))


@given(
    st.dates(min_value=date(1000, 1, 1)),
    st.sampled_from(["{0:%Y}-{0:%m}-{0:%d}", "{0.year}年{0.month}月{0.day}日", "{0:%Y}/{0.month}/{0.day}"]),
)
def test_every_day_of_the_calendar_is_read(day: date, form: str) -> None:
    assert read_date(form.format(day)).value == str(day)


WORDS = """
2024 1999 24 05 5 1 01 3 31 May Mai 1st 1-3 1/2 2024-05-01 2024/05/02 01/05/2024 10:30 8:00 10:30:05 23:59:60 .5
+08:00 -07:00 +8 Z UTC GMT CST am PM Wed Friday T at of de – , / - . ~
年 月 日 2024年 5月 1日 上午 下午 晚上 3点 半 星期三 (周三)
"""
PIECES = st.lists(st.tuples(st.sampled_from(WORDS.split()), st.sampled_from(["", " ", " ", ", "])), max_size=5)
DATES = st.sampled_from(["", "2024-05-01 ", "2024-05-01T10:30:00", "May 1 ", "1 May 2024", "2024年5月1日"])
SOUP = st.tuples(DATES, PIECES.map(lambda pieces: "".join(map("".join, pieces)))).map("".join)
HOURS_OF_AFTERNOON = {hour + 12: hour for hour in range(1, 12)}


def numbers_of(text: str) -> list[int]:
    """Return the numbers of a date in order of size, with those that two spellings leave out or share made alike."""
    text = re.sub(r"(?<=[+-]\d\d):?00$", "", re.sub(r"(?<=:\d\d):00(?=$|[^\d:])", "", text))
    numbers = [int(number) for number in re.findall(r"\d+", text)]
    return sorted(HOURS_OF_AFTERNOON.get(number, number) for number in numbers if number)


@given(SOUP)
def test_every_number_of_a_date_is_used_and_none_is_made_up(written: str) -> None:
    reading = read_date(written)
    if reading.value is None or reading.code is not None:
        return
    text = unicodedata.normalize("NFKC", written)
    month = [5] if re.search("ma[iy]", text, re.IGNORECASE) else []
    minutes = [30] if "半" in text else []
    assert sorted(numbers_of(text) + month + minutes) == numbers_of(reading.value), reading.value
    assert reading.value[:4] in text
