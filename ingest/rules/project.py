"""Rules that compare articles: each sees one small summary an article, after all of them were read."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ingest.article import Article
from ingest.findings import Finding, Position
from ingest.findings.codes import SC011
from ingest.rules.suppressions import silent_codes


class ArticleSummary(NamedTuple):
    """What a project rule knows of an article."""

    path: str
    language: str
    slug: str | None
    url: str | None
    place: Position | None
    silent: frozenset[str] = frozenset()
    """The codes that a comment in the article silences at that place."""


def summary_of(article: Article) -> ArticleSummary | None:
    """Return what project rules compare, or None where there is nothing to compare."""
    metadata = article.fields
    if metadata.slug is None and metadata.url is None:
        return None
    languages = article.languages
    span = article.field_span("slug") or article.field_span("url")
    return ArticleSummary(
        path=article.path,
        language=languages.declared or languages.path_language or languages.body.language,
        slug=metadata.slug,
        url=metadata.url,
        place=article.source.position(span) if span else None,
        silent=silent_codes(article, span),
    )


def check_project(summaries: Iterable[ArticleSummary]) -> Iterator[Finding]:
    """Yield SC011 for every article whose address another one before it has already.

    The same slug in two languages or two folders is two addresses: Hugo, Jekyll
    and Docusaurus build it from the section, the date or the language as well.
    """
    first: dict[tuple[str, ...], ArticleSummary] = {}
    for summary in summaries:
        for key, field, value in _addresses(summary):
            earlier = first.setdefault(key, summary)
            if earlier is not summary and SC011.code not in summary.silent:
                message = f"`{value}` is the {field} of {earlier.path} as well: give one of them another."
                yield SC011.at(None, message, field=field)._replace(path=summary.path, position=summary.place)
                break


def _addresses(summary: ArticleSummary) -> Iterator[tuple[tuple[str, ...], str, str]]:
    folder = summary.path.rpartition("/")[0]
    if summary.url:
        yield ("url", summary.language, summary.url), "url", summary.url
    elif summary.slug:
        yield ("slug", summary.language, folder, summary.slug), "slug", summary.slug
