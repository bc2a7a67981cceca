"""From bytes to an article with everything that the rules say of it, or to its refusal."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from ingest.article import Article, ArticleOptions, Placed, Refusal, read_articles
from ingest.config import Config, PathRules, article_options, path_rules_of, selection_of
from ingest.findings import Finding
from ingest.findings.reports import reading_order
from ingest.frozen import new_tuple
from ingest.rules import Selection, check_article, suppress
from ingest.source import Source, Undecodable, decode


class Given(NamedTuple):
    """A file's bytes, the path of its record, and its path in the project."""

    data: bytes
    path: str
    place: str = ""


class Judge(NamedTuple):
    """What turns bytes into an article or a refusal: how it is read, and which rules speak where."""

    options: ArticleOptions = ArticleOptions()
    selection: Selection = Selection()
    path_rules: PathRules = PathRules()
    collection: str | None = None

    @classmethod
    def of(cls, config: Config, root: str | None = None) -> "Judge":
        """Return the judge that a configuration describes; `root` is the folder that holds it."""
        return cls(article_options(config, root), selection_of(config), path_rules_of(config), config.collection)

    def for_path(self, path: str) -> "Judge":
        """Return the judge for a file; `path` is relative to the folder of the configuration, as its patterns are."""
        selection = self.path_rules.narrow(self.selection, path)
        return self if selection is self.selection else self._replace(selection=selection)

    def read(self, data: bytes, path: str, place: str = "") -> Article | Refusal:
        """Return the article in some bytes, or its refusal; never raises on content.

        `path` is the record's; `place` the path in the project, which may name a language (`content/zh/a.md`).
        """
        return self.read_all((Given(data, path, place),))[0]

    def read_all(self, files: Sequence[Given]) -> list[Article | Refusal]:
        """Return what `read` returns of each file, in their order; some dozen at once take less time."""
        decoded = [decode(data, path, self.options.limits) for data, path, _ in files]
        texts = [
            Placed(source, place)
            for source, (_, _, place) in zip(decoded, files, strict=True)
            if not isinstance(source, Undecodable)
        ]
        judged = iter(self._judge_all(texts))
        return [
            replace(self.refuse(source.path, source.findings), data=source.data)
            if isinstance(source, Undecodable)
            else next(judged)
            for source in decoded
        ]

    def judge(self, source: Source, place: str = "") -> Article | Refusal:
        """Return the article in a source with its findings, or its refusal."""
        return self._judge_all((Placed(source, place),))[0]

    def _judge_all(self, sources: Sequence[Placed]) -> list[Article | Refusal]:
        articles = read_articles(sources, self.options)
        return [
            replace(article, findings=_located(article.findings, placed.source))
            if isinstance(article, Refusal)
            else self._with_findings(article)
            for article, placed in zip(articles, sources, strict=True)
        ]

    def _with_findings(self, article: Article) -> Article:
        selection = self.selection
        noticed = (*article.findings, *check_article(article, selection.enabled))
        if noticed:
            noticed = selection.apply(noticed)
        findings = suppress(article, noticed, selection.enabled)
        if findings is not noticed:  # what is said of the article's comments may be silent too
            findings = selection.apply(findings)
        return article.with_findings(_located(findings, article.source)) if findings or article.findings else article

    def refuse(self, path: str, findings: Iterable[Finding]) -> Refusal:
        """Return the refusal of a file that has no text; no selection can silence why."""
        return Refusal(path, None, tuple(finding._replace(path=path) for finding in findings))


def _located(findings: Iterable[Finding], source: Source) -> tuple[Finding, ...]:
    path, position = source.path, source.position
    located = [
        new_tuple(Finding, (code, rule, severity, message, span, field, fix, path, position(span) if span else None))
        for code, rule, severity, message, span, field, fix, _, _ in findings
    ]
    if len(located) > 1:
        located.sort(key=reading_order)
    return tuple(located)
