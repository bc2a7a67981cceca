"""Several names of one field: which counts, and when they contradict each other."""

from collections.abc import Callable

import pytest

from ingest.findings import Edit, Span
from ingest.frontmatter import FrontMatter
from ingest.metadata import MetadataReading, read_metadata
from ingest.source.drafts import Draft

Read = Callable[..., MetadataReading]


@pytest.mark.parametrize("key", ["Title", "TITLE", "ｔｉｔｌｅ", "标题", "題目", "headline"])
def test_a_key_means_its_field_in_any_case_width_and_language(read: Read, key: str) -> None:
    assert read(f"{key}: T").metadata.title == "T"


@pytest.mark.parametrize("key", ["publish_date", "publish-date", "publishDate", "PublishDate", "publishdate"])
def test_a_key_is_compared_without_underscores_and_hyphens(read: Read, key: str) -> None:
    assert read(f"{key}: 2024-05-01").metadata.date == "2024-05-01"


@pytest.mark.parametrize(
    ("lines", "field", "value"),
    [
        ("标题: B\ntitle: A", "title", "A"),
        ("pubDate: 2024-05-02\ndate: 2024-05-01", "date", "2024-05-01"),
        ("日期: 2024-05-01\npubDate: 2024-05-02", "date", "2024-05-01"),
        ("author: B\nauthors: A", "authors", "A"),
    ],
)
def test_the_canonical_name_wins_wherever_it_stands(read: Read, lines: str, field: str, value: str) -> None:
    reading = read(lines)
    got = getattr(reading.metadata, field)
    assert (got[0].name if isinstance(got, tuple) else got) == value
    assert [(finding.code, finding.field) for finding in reading.findings] == [("SC008", field)]


def test_a_conflict_names_both_keys_lines_and_values(read: Read, block: Callable[[str], FrontMatter]) -> None:
    text = "date: 2024-05-01\ntitle: T\npubDate: 2024-05-02"
    finding = read(text).findings[0]
    for part in ("`pubDate` (line 4)", "`2024-05-02`", "`date` (line 2)", "`2024-05-01`"):
        assert part in finding.message
    assert finding.span is not None
    assert block(text).text[finding.span.start : finding.span.end] == "2024-05-02"


def test_in_a_repaired_text_a_conflict_names_no_lines() -> None:
    source = "title: A\n标题: B\n---\n"
    draft = Draft.of(source).edited([Edit(Span(0, 0), "---\n")])
    front_matter = _repaired(source, draft)
    finding = read_metadata(front_matter).findings[0]
    assert finding.code == "SC008"
    assert "line" not in finding.message


def _repaired(source: str, draft: Draft) -> FrontMatter:
    from ingest.frontmatter import Entry, Format

    entries = (
        Entry("title", "A", Span(0, 5), Span(7, 8)),
        Entry("标题", "B", Span(9, 11), Span(13, 14)),
    )
    data = {entry.key: entry.value for entry in entries}
    return FrontMatter(
        Format.YAML,
        draft.text,
        Span(4, 4 + len(source) - 4),
        len(draft.text),
        data,
        entries,
        draft.offsets,
        repaired=True,
    )


@pytest.mark.parametrize(
    "lines",
    [
        "title: A\nheadline: A",
        "title: A\nheadline: ' A '",
        "title: A\nname: intro",
        "date: 2024-05-01\ncreated: 2024/5/1",
        "date: 2024-05-01\npubDate: 2024/5/1",
        "date: 2024-05-01\npublishDate: 2024-06-01",
        "date: 2024-05-01\npublish_date: 2024-06-01",
        "date: 2024-05-01\npublished: 2024-06-01",
        "date: 2024-05-01\ncreated: 2023-05-01",
        "created_at: 2023-05-01\ndate: 2024-05-01",
        "日期: 2024-05-01\n创建日期: 2023-05-01",
        "pubDate: 2024-05-01\ndate: {created: 2023-05-01}",
        "date: 2024-05-01\ncreated: 2024-05-01 10:00:00",
        "date: 2024-05-01T10:00:00+08:00\ncreated: 2024-05-01T02:00:00Z",
        "authors: [Jane, John]\nauthor: Jane",
        "author: Jane\nauthors: [{name: Jane, url: https://jane.example}]",
        "tags: [a, b]\ntag: a",
        "lang: zh\nlocale: zh_CN",
        "description: long\nsummary: short",
        "draft: false\npublished: true",
        "image: a.png\ncover: b.png",
        "date: 2024-05-01\ncreated:",
    ],
)
def test_names_that_agree_or_mean_something_of_their_own_are_no_conflict(read: Read, lines: str) -> None:
    assert read(lines).findings == ()


@pytest.mark.parametrize(
    ("lines", "field"),
    [
        ("draft: false\npublished: false", "draft"),
        ("tags: [a]\nlabels: [b]", "tags"),
        ("lang: zh\nlocale: en", "lang"),
        ("date: 2024-05-01T10:00:00Z\npubDate: 2024-05-01T11:00:00Z", "date"),
        ("date: 2024-05-01\n发布日期: 2024-05-02", "date"),
        ("created: 2024-05-01\npubDate: 2024-05-02", "date"),
        ("source_url: https://a.example/\nvia: https://b.example/", "source_url"),
        ("categories: [a]\ncategory: b", "categories"),
    ],
)
def test_contradictions_are_reported(read: Read, lines: str, field: str) -> None:
    assert [(finding.code, finding.field) for finding in read(lines).findings] == [("SC008", field)]


def test_where_the_canonical_name_says_nothing_another_one_counts(read: Read) -> None:
    reading = read("title: None\n标题: 真标题")
    assert reading.metadata.title == "真标题"
    assert reading.origins["title"].path == ("标题",)
    assert [finding.code for finding in reading.findings] == ["SC009"]


def test_origins_tell_where_a_value_stands(read: Read, block: Callable[[str], FrontMatter]) -> None:
    text = "last_update: {date: 2024-05-01}\n作者: 张三"
    origins = read(text).origins
    spans = {name: origin.span for name, origin in origins.items()}
    written = {name: block(text).text[span.start : span.end] for name, span in spans.items() if span}
    assert written == {"updated": "2024-05-01", "authors": "张三"}
    assert origins["updated"].key == "last_update.date"
