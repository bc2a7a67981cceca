"""What the READMEs say of python-frontmatter is what it does."""

from pathlib import Path

import frontmatter
import pytest
from blocks import PROJECT, READMES, text_of

import ingest

BROKEN = sorted((PROJECT / "samples" / "broken").glob("*.md"))


def title_of(path: Path) -> str | None:
    try:
        found = frontmatter.load(str(path)).get("title")
    except Exception:  # noqa: BLE001 - that it may raise anything is the point
        return None
    return None if found is None else str(found)


@pytest.mark.parametrize("page", READMES)
def test_the_count_of_titles(page: str) -> None:
    articles = {path: ingest.read_article(path) for path in BROKEN}
    titles = {path: article.title for path, article in articles.items() if isinstance(article, ingest.Article)}
    read = sum(title_of(path) == title for path, title in titles.items())
    assert f"| {len(titles)}/26 | {read} |" in text_of(page)


def test_the_single_cases() -> None:
    assert frontmatter.loads("title: A\n---\nText").metadata == {}
    assert frontmatter.loads("---\ntitle: Station #12\n---\n")["title"] == "Station"
    assert frontmatter.loads("---\ntags: [a]\ntags: [b]\n---\n")["tags"] == ["b"]
    assert frontmatter.loads("---\nlang: no\n---\n")["lang"] is False
    with pytest.raises(ValueError, match=r"day .*range"):
        frontmatter.loads("---\ndate: 2024-02-30\n---\n")
    with pytest.raises(UnicodeDecodeError):
        frontmatter.load(str(PROJECT / "samples" / "encodings" / "gb18030.md"))
