"""LG: where the languages of one article disagree."""

from collections.abc import Iterable, Sequence

from ingest.article import Article
from ingest.findings import Finding, Severity, Span
from ingest.findings.codes import LG001, LG002, LG003, LG004, LG005, LG006
from ingest.language import UNDETERMINED, Mismatch, Stretch, language_name
from ingest.rules.model import Rule


def _because(mismatch: Mismatch) -> str:
    return f" ({'; '.join(mismatch.evidence)})" if mismatch.evidence else ""


def _title(article: Article) -> Iterable[Finding]:
    mismatch = article.languages.title_mismatch
    if mismatch is None:
        return ()
    body = language_name(mismatch.expected)
    said = f"The title is {language_name(mismatch.found)} but the body is {body}"
    if mismatch.found == f"{UNDETERMINED}-{article.languages.body.script}":
        # A word that is Spanish and Portuguese: nobody is helped by hearing that it is in Latin script.
        said = f"The title is not {body}, but the body is"
    message = f"{said}{_because(mismatch)}: translate one of them."
    return (LG001.at(article.field_span("title"), message, field="title"),)


def _declared(article: Article) -> Iterable[Finding]:
    mismatch = article.languages.declared_mismatch
    if mismatch is None:
        return ()
    message = (
        f"`{article.fields.lang}` declares {language_name(mismatch.expected)} but the body is "
        f"{language_name(mismatch.found)}{_because(mismatch)}: write `lang: {mismatch.found}`, "
        "or translate the body."
    )
    return (LG002.at(article.field_span("lang"), message, field="lang"),)


def _path(article: Article) -> Iterable[Finding]:
    mismatch = article.languages.path_mismatch
    if mismatch is None:
        return ()
    message = (
        f"The path says {language_name(mismatch.expected)} but the body is {language_name(mismatch.found)}"
        f"{_because(mismatch)}: move the file, or translate the body."
    )
    return (LG003.at(None, message, field="path"),)


def _mixed(article: Article) -> Iterable[Finding]:
    languages = article.languages
    if not languages.stretches:
        return ()
    spans = [_stretch_span(article, stretch) for stretch in languages.stretches]
    words = sum(stretch.words for stretch in languages.stretches)
    shares = ", ".join(
        f"{round(share.share * 100)} % {language_name(share.language)}" for share in languages.shares[:_MOST_SHARES]
    )
    message = (
        f"The body mixes languages ({shares}): {words} words on {_lines(article, spans)} are not "
        f"{language_name(languages.body.language)}; translate them, or mark them as a quotation."
    )
    severity = LG004.severity if languages.mixed else Severity.INFO
    return (LG004.at(spans[0], message, field="body", severity=severity),)


_MOST_SHARES = 4
_MOST_STRETCHES = 6


def _stretch_span(article: Article, stretch: Stretch) -> Span:
    passages = article.own_passages
    first, last = passages[stretch.first_passage], passages[stretch.last_passage - 1]
    return article.lines_span(first.line, last.end_line)


def _lines(article: Article, spans: Sequence[Span]) -> str:
    positions = [article.source.position(span) for span in spans[:_MOST_STRETCHES]]
    ranges = [
        str(place.line) if place.line == place.end_line else f"{place.line}-{place.end_line}" for place in positions
    ]
    more = f" and {len(spans) - len(ranges)} more places" if len(spans) > len(ranges) else ""
    noun = "line" if len(spans) == 1 and "-" not in ranges[0] else "lines"
    return f"{noun} {', '.join(ranges)}{more}"


def _chinese(article: Article) -> Iterable[Finding]:
    mismatch = article.languages.chinese_mismatch
    if mismatch is None:
        return ()
    message = (
        f"{language_name(mismatch.found)} stands in an article that is {language_name(mismatch.expected)}"
        f"{_because(mismatch)}: convert one of them."
    )
    return (LG005.at(article.field_span("title"), message, field="title"),)


def _description(article: Article) -> Iterable[Finding]:
    languages = article.languages
    if languages.description_mismatch is None and languages.tags_mismatch is None:
        return ()
    fields = (("description", "is", languages.description_mismatch), ("tags", "are", languages.tags_mismatch))
    return [_field(article, field, verb, mismatch) for field, verb, mismatch in fields if mismatch]


def _field(article: Article, field: str, verb: str, mismatch: Mismatch) -> Finding:
    message = (
        f"The {field} {verb} {language_name(mismatch.found)} but the body is "
        f"{language_name(mismatch.expected)}{_because(mismatch)}: translate one of them."
    )
    return LG006.at(article.field_span(field) or Span(0, 0), message, field=field)


RULES = (
    Rule(LG001, _title),
    Rule(LG002, _declared),
    Rule(LG003, _path),
    Rule(LG004, _mixed),
    Rule(LG005, _chinese),
    Rule(LG006, _description),
)
