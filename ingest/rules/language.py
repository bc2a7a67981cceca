"""LG: where the languages of one article disagree."""

from collections.abc import Iterator

from ingest.article import Article
from ingest.findings import Finding, Severity, Span
from ingest.findings.codes import LG001, LG002, LG003, LG004, LG005, LG006
from ingest.language import Mismatch, language_name
from ingest.rules.model import Rule


def _because(mismatch: Mismatch) -> str:
    return f" ({'; '.join(mismatch.evidence)})" if mismatch.evidence else ""


def _title(article: Article) -> Iterator[Finding]:
    mismatch = article.languages.title_mismatch
    if mismatch:
        message = (
            f"The title is {language_name(mismatch.found)} but the body is {language_name(mismatch.expected)}"
            f"{_because(mismatch)}: translate one of them."
        )
        yield LG001.at(article.field_span("title"), message, field="title")


def _declared(article: Article) -> Iterator[Finding]:
    mismatch = article.languages.declared_mismatch
    if mismatch:
        message = (
            f"`{article.metadata.lang}` declares {language_name(mismatch.expected)} but the body is "
            f"{language_name(mismatch.found)}{_because(mismatch)}: write `lang: {mismatch.found}`, or translate the body."
        )
        yield LG002.at(article.field_span("lang"), message, field="lang")


def _path(article: Article) -> Iterator[Finding]:
    mismatch = article.languages.path_mismatch
    if mismatch:
        message = (
            f"The path says {language_name(mismatch.expected)} but the body is {language_name(mismatch.found)}"
            f"{_because(mismatch)}: move the file, or translate the body."
        )
        yield LG003.at(None, message, field="path")


def _mixed(article: Article) -> Iterator[Finding]:
    languages = article.languages
    shares = ", ".join(f"{round(share.share * 100)} % {language_name(share.language)}" for share in languages.shares[:4])
    passages = article.own_passages
    for index, stretch in enumerate(languages.stretches):
        first, last = passages[stretch.first_passage], passages[stretch.last_passage - 1]
        span = article.lines_span(first.line, last.end_line)
        message = (
            f"{stretch.words} words of {language_name(stretch.language)} in a body that is "
            f"{language_name(languages.body.language)} (altogether {shares}): translate them, or mark them as a quotation."
        )
        if index == 0 or stretch.words >= _NOTEWORTHY:
            yield LG004.at(span, message, field="body", severity=_mixed_severity(article))


_MIXED_SHARE = 0.15
_NOTEWORTHY = 10
"""Shorter stretches beside the first are in the shares, not in findings of their own."""


def _mixed_severity(article: Article) -> Severity:
    shares = article.languages.shares
    return LG004.severity if len(shares) > 1 and 1 - shares[0].share >= _MIXED_SHARE else Severity.INFO


def _chinese(article: Article) -> Iterator[Finding]:
    mismatch = article.languages.chinese_mismatch
    if mismatch:
        message = (
            f"{language_name(mismatch.found)} stands in an article that is {language_name(mismatch.expected)}"
            f"{_because(mismatch)}: convert one of them."
        )
        yield LG005.at(article.field_span("title"), message, field="title")


def _description(article: Article) -> Iterator[Finding]:
    languages = article.languages
    for field, mismatch in (("description", languages.description_mismatch), ("tags", languages.tags_mismatch)):
        if mismatch:
            verb = "is" if field == "description" else "are"
            message = (
                f"The {field} {verb} {language_name(mismatch.found)} but the body is "
                f"{language_name(mismatch.expected)}{_because(mismatch)}: translate one of them."
            )
            yield LG006.at(article.field_span(field) or Span(0, 0), message, field=field)


RULES = (
    Rule(LG001, _title),
    Rule(LG002, _declared),
    Rule(LG003, _path),
    Rule(LG004, _mixed),
    Rule(LG005, _chinese),
    Rule(LG006, _description),
)
