"""Keys that are a date in one generator and a switch in another, drafts, and plain texts."""

from collections.abc import Callable

import pytest

from ingest.metadata import MetadataReading

Read = Callable[..., MetadataReading]


@pytest.mark.parametrize(
    ("line", "draft", "date"),
    [
        ("draft: true", True, None),
        ("draft: false", False, None),
        ("draft: 'true'", True, None),
        ("草稿: 是", True, None),
        ("draft: 0", False, None),
        ("draft: yes", True, None),
        ("draft: Off", False, None),
        ("draft: ' '", None, None),
        ("published: on", False, None),
        ("published: false", True, None),
        ("published: true", False, None),
        ("published: 'no'", True, None),
        ("published: 2024-05-01", None, "2024-05-01"),
        ("publish: false", True, None),
        ("publish: 2024-05-01", None, None),
        ("status: draft", True, None),
        ("status: published", False, None),
        ("status: new", None, None),
        ("status: {name: x}", None, None),
        ("draft:", None, None),
        ("draft: false\npublished: 2024-05-01", False, "2024-05-01"),
    ],
)
def test_drafts(read: Read, line: str, draft: bool | None, date: str | None) -> None:  # noqa: FBT001 - a table's column
    reading = read(line)
    assert (reading.metadata.draft, reading.metadata.date) == (draft, date)
    assert reading.findings == ()


@pytest.mark.parametrize("value", ["maybe", "[true]", "2"])
def test_a_draft_that_is_neither_is_reported(read: Read, value: str) -> None:
    reading = read(f"draft: {value}")
    assert reading.metadata.draft is None
    assert [finding.code for finding in reading.findings] == ["SC003"]


@pytest.mark.parametrize(
    ("line", "updated"),
    [
        ("lastmod: 2024-05-01", "2024-05-01"),
        ("last_update: {date: 2024-05-01, author: Jane}", "2024-05-01"),
        ("date: {created: 2024-04-01, updated: 2024-05-01}", "2024-05-01"),
        ("date: {updated: 2024-05-01}", "2024-05-01"),
        ("lastUpdated: 2024-05-01", "2024-05-01"),
        ("lastUpdated: true", None),
        ("更新时间: 2024年5月1日", "2024-05-01"),
    ],
)
def test_dates_of_change(read: Read, line: str, updated: str | None) -> None:
    reading = read(line)
    assert (reading.metadata.updated, reading.findings) == (updated, ())


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("true", "SC003"),
        ("[2024-05-01]", "SC003"),
        ("{year: 2024}", "SC003"),
        ("TBD", "SC009"),
        ("'{{ date }}'", "SC009"),
        ("2024.10", "SC005"),
        ("2024", "SC005"),
        ("soon", "SC004"),
    ],
)
def test_a_value_that_is_no_date_is_reported(read: Read, value: str, code: str) -> None:
    reading = read(f"date: {value}")
    assert reading.metadata.date is None
    assert [(finding.code, finding.field) for finding in reading.findings] == [(code, "date")]


@pytest.mark.parametrize(
    ("value", "date"), [("20240501", "2024-05-01"), ("2024-05-01 10:00:00", "2024-05-01T10:00:00")]
)
def test_numbers_and_times_of_yaml_are_read_as_written(read: Read, value: str, date: str) -> None:
    assert read(f"date: {value}").metadata.date == date


@pytest.mark.parametrize(
    ("line", "field", "value"),
    [
        ("lang: no", "lang", "no"),
        ("locale: zh_CN", "lang", "zh_CN"),
        ("description: >\n  two\n  lines", "description", "two lines"),
        ("摘要: 一句话。", "description", "一句话。"),
        ("summary: short", "description", "short"),
        ("translationKey: about", "translation_key", "about"),
        ("ref: 12", "translation_key", "12"),
        ("description: ''", "description", None),
    ],
)
def test_plain_texts(read: Read, line: str, field: str, value: str | None) -> None:
    reading = read(line)
    assert (getattr(reading.metadata, field), reading.findings) == (value, ())


@pytest.mark.parametrize(
    ("line", "code"), [("description: [a]", "SC003"), ("lang: true", "SC003"), ("description: undefined", "SC009")]
)
def test_what_is_no_text_is_reported(read: Read, line: str, code: str) -> None:
    assert [finding.code for finding in read(line).findings] == [code]
