import json
from pathlib import Path

import pytest

from ingest.language import ArticleText

ARTICLES = Path(__file__).parent / "articles.jsonl"


@pytest.fixture(scope="session")
def samples() -> list[ArticleText]:
    """Return the tests' own articles: three in each of fourteen languages, about the same three things."""
    rows = [json.loads(line) for line in ARTICLES.read_text(encoding="utf-8").splitlines()]
    return [ArticleText(row["title"], tuple(row["passages"]), declared=row["language"]) for row in rows]


@pytest.fixture(scope="session")
def headings() -> list[ArticleText]:
    """Return the same articles under shorter titles: two or three words, few of which stand in the body."""
    rows = [json.loads(line) for line in ARTICLES.read_text(encoding="utf-8").splitlines()]
    return [
        ArticleText(heading, tuple(row["passages"]), declared=row["language"])
        for row in rows
        for heading in row["headings"]
    ]


@pytest.fixture(scope="session")
def bodies(samples: list[ArticleText]) -> dict[str, tuple[str, ...]]:
    """All passages of a language's articles, by language."""
    found: dict[str, tuple[str, ...]] = {}
    for sample in samples:
        language = str(sample.declared)
        found[language] = (*found.get(language, ()), *sample.passages)
    return found
