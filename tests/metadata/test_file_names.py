"""SC006: the date in a path and the date in the front matter."""

from collections.abc import Callable
from datetime import date
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.metadata import MetadataReading, check_file_name_date, date_of_file_name, file_names

Read = Callable[..., MetadataReading]


@pytest.mark.parametrize(
    ("path", "day"),
    [
        ("2024-05-01-title.md", date(2024, 5, 1)),
        ("_posts/2024-05-01-title.md", date(2024, 5, 1)),
        ("blog/2024-05-01-title/index.md", date(2024, 5, 1)),
        ("2024_05_01.md", date(2024, 5, 1)),
        ("20240501-title.md", date(2024, 5, 1)),
        ("2024-02-30-title.md", None),
        ("title-2024-05-01.md", None),
        ("2024-05-title.md", None),
        ("20240501123.md", None),
        ("99991231-id.md", None),
        ("title.md", None),
        ("", None),
    ],
)
def test_the_date_of_a_file_name(path: str, day: date | None) -> None:
    assert date_of_file_name(path) == day


DAYS = st.from_regex(r"(?:19[67]|20[019]|21[01])\d[-_.]?[01]\d[-_.]?[0-3]\d[\d\u00b2\u0664-]?", fullmatch=True)
ENDS = st.sampled_from(["", ".md", "-title.md", "1.md", "-W", "\u0664"])


@given(st.lists(st.builds("{}{}".format, DAYS, ENDS) | st.sampled_from(["", ".", "blog", "2024-W01-1"]), max_size=3))
def test_a_day_with_hyphens_is_read_as_any_other(names: list[str]) -> None:
    path = "/".join(names)
    with patch.object(file_names, "_plain_day", return_value=None):
        expected = date_of_file_name(path)
    assert date_of_file_name(path) == expected


@pytest.mark.parametrize(
    ("written", "reported"),
    [
        ("date: 2024-05-01", False),
        ("date: 2024-05-01T23:00:00Z", False),
        ("date: 2024-05-02", False),
        ("date: 2024-04-30", False),
        ("date: 2024-05-03", True),
        ("created: 2023-05-01", True),
        ("title: T", False),
    ],
)
def test_a_date_more_than_a_day_from_the_file_name_is_reported(read: Read, written: str, reported: bool) -> None:  # noqa: FBT001 - a table's column
    finding = check_file_name_date(read(written), "posts/2024-05-01-title.md")
    assert (finding is not None) is reported
    if finding is not None:
        assert (finding.code, finding.field) == ("SC006", "date")
        assert finding.span is not None
        assert "`2024-05-01`" in finding.message
