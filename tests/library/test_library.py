"""The library does what the commands do, without files where none are needed."""

import os
from pathlib import Path

import pytest

import ingest

ARTICLE = """---
title: Night trains come back
date: 2024-05-01
authors: [{name: Rail Desk, url: https://rail.example.org}]
lang: en
---

The sleeper from the coast runs again, and it is full on most nights of the week.

## Timetable

It leaves at ten, [the operator](https://rail.example.org/times) says, and arrives at seven.
"""
CHINESE_TITLE = ARTICLE.replace("Night trains come back", "夜班火车回来了，座无虚席")


def test_front_matter_of_text_and_bytes_is_the_same() -> None:
    of_text, of_bytes = ingest.parse_front_matter(ARTICLE), ingest.parse_front_matter(ARTICLE.encode())
    assert of_text.data == of_bytes.data
    assert of_text.data["title"] == "Night trains come back"
    assert of_text.body == of_bytes.body == ARTICLE.split("---\n", 2)[2]
    assert of_text.findings == ()


def test_broken_front_matter_is_read_and_reported() -> None:
    read = ingest.parse_front_matter(ARTICLE.removeprefix("---\n"))
    assert read.data["title"] == "Night trains come back"
    assert [finding.code for finding in read.findings] == ["FM003"]


def test_front_matter_in_another_encoding_says_so() -> None:
    read = ingest.parse_front_matter(CHINESE_TITLE.encode("gb18030"))
    assert read.data["title"] == "夜班火车回来了，座无虚席"
    assert [finding.code for finding in read.findings] == ["IO004"]


@pytest.mark.parametrize("content", [b"\x00\xff\xfe\x01", "\ud800", "", "---", b"{", "---\n- a\n---\nb"])
def test_no_content_raises(content: str | bytes) -> None:
    assert isinstance(ingest.parse_front_matter(content).data, dict)


def test_an_article_has_everything() -> None:
    article = ingest.parse_article(ARTICLE.encode(), path="posts/trains.md")
    assert isinstance(article, ingest.Article)
    assert isinstance(article.metadata, ingest.Metadata)
    assert (article.title, article.metadata.date) == ("Night trains come back", "2024-05-01")
    assert article.metadata.authors == (ingest.Person("Rail Desk", "https://rail.example.org"),)
    assert article.languages.body.language == "en"
    assert [heading.text for heading in article.body.outline] == ["Timetable"]
    assert article.findings == ()


def test_a_finding_knows_its_place() -> None:
    article = ingest.parse_article(CHINESE_TITLE.encode(), path="posts/trains.md")
    (finding,) = article.findings
    assert (finding.code, finding.path, finding.field) == ("LG001", "posts/trains.md", "title")
    assert finding.position is not None
    assert (finding.position.line, finding.position.column) == (2, 8)


def test_a_configuration_can_be_given() -> None:
    config = ingest.Config(ignore=("LG001",), collection="news")
    assert ingest.parse_article(CHINESE_TITLE.encode(), config=config).findings == ()


def test_a_path_rule_holds_for_its_paths_only() -> None:
    config = ingest.Config(per_file_ignores={"zh/*": ("LG",)})
    assert ingest.parse_article(CHINESE_TITLE.encode(), path="zh/a.md", config=config).findings == ()
    assert ingest.parse_article(CHINESE_TITLE.encode(), path="posts/a.md", config=config).findings


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("---\ntitle: ''\n---\n\nNone\n", {"SC001", "SC009", "BD001"}),
        ("---\ntitle: 'None'\n---\n\nNone\n", {"SC001", "SC009", "BD001"}),
        ("", {"SC001", "BD001", "FM001"}),
        ("---\ntitle: Only a title\n---\n", {"BD001"}),
        ("Just a text without any heading or block, which goes on for a while.\n", {"SC001", "FM001"}),
    ],
)
def test_what_is_no_article_is_refused_with_the_reason(text: str, codes: set[str]) -> None:
    refusal = ingest.parse_article(text.encode())
    assert isinstance(refusal, ingest.Refusal)
    assert {finding.code for finding in refusal.findings} == codes


def test_a_refusal_cannot_be_silenced() -> None:
    refusal = ingest.parse_article(b"", config=ingest.Config(ignore=("ALL",)))
    assert isinstance(refusal, ingest.Refusal)
    assert refusal.findings


def test_the_first_heading_is_a_title() -> None:
    article = ingest.parse_article(b"# Night trains\n\nThey come back, and they are full on most nights.\n")
    assert isinstance(article, ingest.Article)
    assert article.title == "Night trains"


def test_a_section_page_needs_no_body() -> None:
    assert isinstance(ingest.parse_article(b"---\ntitle: Posts\n---\n", path="content/_index.md"), ingest.Article)
    assert isinstance(ingest.parse_article(b"---\ntitle: A\nlayout: home\n---\n", path="a.md"), ingest.Article)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "posts").mkdir()
    (tmp_path / "posts" / "trains.md").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "posts" / "火车.md").write_text(CHINESE_TITLE, encoding="utf-8")
    (tmp_path / "posts" / "empty.md").write_text("", encoding="utf-8")
    return tmp_path


def test_export_gives_records_and_refusals_in_the_order_of_paths(site: Path) -> None:
    results = list(ingest.export([site], config=ingest.Config(collection="news")))
    assert [result.path for result in results] == ["posts/empty.md", "posts/trains.md", "posts/火车.md"]
    assert [isinstance(result, ingest.RefusalRecord) for result in results] == [True, False, False]
    record = results[1]
    assert isinstance(record, ingest.Record)
    assert record.id == "news/posts/trains.md"


def test_lines_of_the_record_are_lines_of_the_file(site: Path) -> None:
    record = next(result for result in ingest.export([site / "posts" / "trains.md"]))
    assert isinstance(record, ingest.Record)
    lines = ARTICLE.split("\n")
    assert lines[record.outline[0].line - 1] == "## Timetable"
    assert "the operator" in lines[record.links[0].line - 1]


def test_lines_of_a_repaired_file_are_lines_of_the_file_too(site: Path) -> None:
    broken = "```markdown\n" + ARTICLE.removeprefix("---\n") + "```\n"
    (site / "posts" / "trains.md").write_text(broken, encoding="utf-8")
    record = next(result for result in ingest.export([site / "posts" / "trains.md"]))
    assert isinstance(record, ingest.Record)
    assert record.title == "Night trains come back"
    assert broken.split("\n")[record.outline[0].line - 1] == "## Timetable"


def test_check_gives_the_findings_of_all_files(site: Path) -> None:
    found = [(finding.path, finding.code) for finding in ingest.check([site])]
    assert ("posts/火车.md", "LG001") in found
    assert ("posts/empty.md", "BD001") in found
    assert not [path for path, _ in found if path == "posts/trains.md"]


def test_two_articles_with_one_slug(site: Path) -> None:
    for name in ("a.md", "b.md"):
        (site / "posts" / name).write_text(ARTICLE.replace("lang: en", "slug: trains"), encoding="utf-8")
    found = [finding for finding in ingest.check([site]) if finding.code == "SC011"]
    assert [(finding.path, "posts/a.md" in finding.message) for finding in found] == [("posts/b.md", True)]


def test_the_same_slug_in_two_languages_is_no_duplicate(site: Path) -> None:
    for name, lang in (("a.md", "en"), ("b.md", "fr")):
        text = ARTICLE.replace("lang: en", f"slug: trains\nlang: {lang}")
        (site / "posts" / name).write_text(text, encoding="utf-8")
    assert not [finding for finding in ingest.check([site]) if finding.code == "SC011"]


def test_read_article_takes_the_nearest_configuration(site: Path) -> None:
    (site / "ingest.toml").write_text('ignore = ["LG001"]\n')
    assert ingest.read_article(site / "posts" / "火车.md").findings == ()


def test_a_folder_may_name_the_language(site: Path) -> None:
    (site / "ingest.toml").write_text('languages = ["zh", "en"]\n')
    (site / "zh").mkdir()
    (site / "zh" / "trains.md").write_text(ARTICLE.replace("lang: en\n", ""), encoding="utf-8")
    from_above = [finding.code for finding in ingest.check([site / "zh"])]
    assert from_above == ["LG003"]


def test_a_missing_path_is_an_error_of_usage(tmp_path: Path) -> None:
    with pytest.raises(ingest.IngestError, match="nowhere"):
        list(ingest.export([tmp_path / "nowhere"]))


def test_a_pipe_does_not_hang(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.md")
    (result,) = ingest.export([tmp_path / "pipe.md"])
    assert [finding.code for finding in result.findings] == ["IO002"]
