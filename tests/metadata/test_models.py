"""A site's own model: what it narrows and adds becomes findings, never exceptions."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Annotated, Literal

import pytest
from pydantic import AliasChoices, AliasPath, BaseModel, Field, field_validator, model_validator

from ingest.frontmatter import FrontMatter
from ingest.metadata import Metadata, MetadataOptions, MetadataReading

Read = Callable[..., MetadataReading]


class Post(Metadata):
    title: Annotated[str, Field(max_length=10)]
    date: Annotated[str, Field(pattern=r"^\d{4}-\d\d-\d\d$")]
    section: Literal["news", "docs"] = "news"
    rating: int | None = Field(None, validation_alias=AliasChoices("rating", "评分"))
    event_date: datetime | None = None


POST = MetadataOptions(Post)


def codes(reading: MetadataReading) -> list[tuple[str, str | None]]:
    return [(finding.code, finding.field) for finding in reading.findings]


def test_a_fitting_article_is_an_instance_of_the_model(read: Read) -> None:
    reading = read("title: T\ndate: 2024/5/1\nsection: docs\n评分: 3\nevent-date: 20240501", POST)
    metadata = reading.metadata
    assert reading.findings == ()
    assert isinstance(metadata, Post)
    assert (metadata.date, metadata.section, metadata.rating) == ("2024-05-01", "docs", 3)
    assert metadata.event_date == datetime(2024, 5, 1)  # noqa: DTZ001 - the article names no zone
    assert metadata.categories == ("docs",)


@pytest.mark.parametrize(
    ("block_text", "expected"),
    [
        ("date: 2024-05-01", [("SC002", "title")]),
        ("title:\ndate: 2024-05-01", [("SC009", "title")]),
        ("title: T", [("SC002", "date")]),
        ("title: T\ndate: 2024-02-30", [("SC004", "date")]),
        ("title: T\ndate: 2024-05-01 10:00", [("SC003", "date")]),
        ("title: much too long\ndate: 2024-05-01", [("SC003", "title")]),
        ("title: T\ndate: 2024-05-01\nsection: sport", [("SC003", "section")]),
        ("title: T\ndate: 2024-05-01\nrating: many", [("SC003", "rating")]),
        ("title: T\ndate: 2024-05-01\nevent_date: 1714550400", [("SC005", "event_date")]),
    ],
)
def test_what_does_not_fit_is_a_finding(read: Read, block_text: str, expected: list[tuple[str, str]]) -> None:
    assert codes(read(block_text, POST)) == expected


def test_what_is_refused_is_still_there_as_plain_metadata(read: Read) -> None:
    metadata = read("title: much too long\ndate: 2024-05-01\nauthor: Jane", POST).metadata
    assert type(metadata) is Metadata
    assert (metadata.title, metadata.date, metadata.authors[0].name) == ("much too long", "2024-05-01", "Jane")


def test_the_finding_stands_at_the_value(read: Read, block: Callable[[str], FrontMatter]) -> None:
    class Nested(Metadata):
        class Series(BaseModel):
            name: str
            part: int

        series: Series

    text = "series:\n  name: Intro\n  part: first"
    finding = read(text, MetadataOptions(Nested)).findings[0]
    assert finding.span is not None
    assert block(text).text[finding.span.start : finding.span.end] == "first"
    assert "`series.part`" in finding.message


def test_the_date_of_an_added_field_is_never_taken_for_seconds(read: Read) -> None:
    class Event(Metadata):
        day: date
        at: datetime | None = None

    metadata = read("day: 20240101\nat: 20240101", MetadataOptions(Event)).metadata
    assert isinstance(metadata, Event)
    assert (metadata.day, metadata.at) == (date(2024, 1, 1), datetime(2024, 1, 1))  # noqa: DTZ001 - no zone given


def test_a_path_alias_reaches_into_a_value(read: Read) -> None:
    class Seo(Metadata):
        seo_title: str = Field(validation_alias=AliasPath("seo", "title"))

    options = MetadataOptions(Seo)
    metadata = read("seo: {title: S}", options).metadata
    assert isinstance(metadata, Seo)
    assert metadata.seo_title == "S"


def test_a_field_that_is_renamed_is_still_the_field(read: Read) -> None:
    class Renamed(Metadata):
        title: str = Field(alias="headline")

    assert read("标题: T", MetadataOptions(Renamed)).metadata.title == "T"
    assert codes(read("date: 2024-05-01", MetadataOptions(Renamed))) == [("SC002", "title")]


def test_a_model_may_keep_all_keys(read: Read) -> None:
    class Open(Metadata, extra="allow"):
        pass

    metadata = read("title: T\nmytheme: {a: 1}", MetadataOptions(Open)).metadata
    assert metadata.model_extra == {"mytheme": {"a": 1}}


def test_validators_that_raise_anything_are_findings(read: Read) -> None:
    class Broken(Metadata):
        @field_validator("title")
        @classmethod
        def fail(cls, _: str) -> str:
            raise RuntimeError("out of order")

    reading = read("title: T", MetadataOptions(Broken))
    assert codes(reading) == [("SC003", None)]
    assert "RuntimeError: out of order" in reading.findings[0].message
    assert reading.metadata.title == "T"


def test_a_rule_over_the_whole_model_is_a_finding(read: Read) -> None:
    class Ordered(Metadata):
        @model_validator(mode="after")
        def check(self) -> "Ordered":
            if self.updated and self.date and self.updated < self.date:
                raise ValueError("updated before it was published")
            return self

    reading = read("date: 2024-05-02\nupdated: 2024-05-01", MetadataOptions(Ordered))
    assert codes(reading) == [("SC003", None)]
    assert "updated before it was published" in reading.findings[0].message


@pytest.mark.parametrize(
    ("required", "block_text", "missing"),
    [
        (("title", "date"), "title: T", ["date"]),
        (("author",), "title: T", ["authors"]),
        (("tags",), "tags: []", ["tags"]),
        (("translation_key",), "title: T", ["translation_key"]),
        (("Series",), "title: T", ["Series"]),
        (("Series",), "series: Intro", []),
        (("series",), "series: ''", ["series"]),
        (("date",), "date: 2024-02-30", []),
        (("date",), "created: 2024-05-01", []),
    ],
)
def test_required_fields(read: Read, required: tuple[str, ...], block_text: str, missing: list[str]) -> None:
    findings = read(block_text, MetadataOptions(required=required)).findings
    assert [finding.field for finding in findings if finding.code == "SC002"] == missing


def test_a_field_that_model_and_configuration_require_is_missing_once(read: Read) -> None:
    assert codes(read("title: T", MetadataOptions(Post, required=("date",)))) == [("SC002", "date")]


def test_a_missing_field_is_reported_at_the_start_of_the_block(read: Read) -> None:
    span = read("title: T", MetadataOptions(required=("date",))).findings[0].span
    assert span is not None
    assert (span.start, span.end) == (4, 4)


def test_metadata_cannot_be_changed(read: Read) -> None:
    metadata = read("title: T").metadata
    with pytest.raises(ValueError, match="frozen"):
        metadata.title = "other"  # type: ignore[misc]
