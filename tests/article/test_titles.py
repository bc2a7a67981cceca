"""Which heading is an article's title, and which is a line of a broken block."""

import pytest

from ingest import Article, Refusal, parse_article

TEXT = "\n\nThe ferry leaves the old harbour every morning, and the people on it have known each other for years.\n"


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        ("Old harbours\n---", "Old harbours"),
        ("Old harbours: a guide\n===", "Old harbours: a guide"),
        ("# Title: how to write one", "Title: how to write one"),
        ("<h1>Date: the fruit</h1>", "Date: the fruit"),
    ],
)
def test_a_heading_is_the_title(heading: str, title: str) -> None:
    article = parse_article((heading + TEXT).encode(), "a.md")
    assert isinstance(article, Article)
    assert article.title == title


@pytest.mark.parametrize("line", ["title: Old harbours", "**Author:** Bo", "标题：老港口", "Date: 2024-05-01"])
def test_a_key_over_a_delimiter_is_no_title(line: str) -> None:
    article = parse_article((f"Some words.\n\n{line}\n---" + TEXT).encode(), "a.md")
    assert isinstance(article, Refusal)
    assert "SC001" in {finding.code for finding in article.findings}
