"""From bytes to an article with everything that the rules say of it, or to its refusal."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from ingest.article import Article, ArticleOptions, Refusal, read_article
from ingest.config import Config, PathRules, article_options, path_rules_of, selection_of
from ingest.findings import Finding
from ingest.findings.reports import reading_order
from ingest.rules import Selection, check_article, suppress
from ingest.source import Source, Undecodable, decode


@dataclass(frozen=True, slots=True)
class Judge:
    """What turns bytes into an article or a refusal: how it is read, and which rules speak where."""

    options: ArticleOptions = field(default_factory=ArticleOptions)
    selection: Selection = field(default_factory=Selection)
    path_rules: PathRules = field(default_factory=PathRules)
    collection: str | None = None

    @classmethod
    def of(cls, config: Config, root: str | None = None) -> "Judge":
        """Return the judge that a configuration describes; `root` is the folder that holds it."""
        return cls(article_options(config, root), selection_of(config), path_rules_of(config), config.collection)

    def for_path(self, path: str) -> "Judge":
        """Return the judge for a file; `path` is relative to the folder of the configuration, as its patterns are."""
        selection = self.path_rules.narrow(self.selection, path)
        return self if selection is self.selection else replace(self, selection=selection)

    def read(self, data: bytes, path: str, place: str = "") -> Article | Refusal:
        """Return the article in some bytes, or its refusal; never raises on content.

        `path` is the record's; `place` the path in the project, which may name a language (`content/zh/a.md`).
        """
        source = decode(data, path, self.options.limits)
        if isinstance(source, Undecodable):
            return replace(self.refuse(path, source.findings), data=data)
        return self.judge(source, place)

    def judge(self, source: Source, place: str = "") -> Article | Refusal:
        """Return the article in a source with its findings, or its refusal."""
        article = read_article(source, self.options, place)
        if isinstance(article, Refusal):
            return replace(article, findings=_located(article.findings, source))
        selection = self.selection
        findings = selection.apply((*article.findings, *check_article(article, selection.enabled)))
        findings = selection.apply(suppress(article, findings, selection.enabled))
        return article.with_findings(_located(findings, source)) if findings or article.findings else article

    def refuse(self, path: str, findings: Iterable[Finding]) -> Refusal:
        """Return the refusal of a file that has no text; no selection can silence why."""
        return Refusal(path, None, tuple(finding._replace(path=path) for finding in findings))


def _located(findings: Iterable[Finding], source: Source) -> tuple[Finding, ...]:
    located = [
        finding._replace(path=source.path, position=source.position(finding.span) if finding.span else None)
        for finding in findings
    ]
    if len(located) > 1:
        located.sort(key=reading_order)
    return tuple(located)
