"""From an article to its record."""

import hashlib
from collections.abc import Sequence
from functools import lru_cache

from ingest.article import Article, Refusal
from ingest.findings import Finding
from ingest.findings.wire import FindingRecord, to_record
from ingest.metadata import Person
from ingest.record.model import (
    SCHEMA_VERSION,
    HeadingRecord,
    ImageRecord,
    LinkRecord,
    MetricsRecord,
    PersonRecord,
    Record,
    RefusalRecord,
    ShareRecord,
    SourceRecord,
)
from ingest.source import Source


def record_of(article: Article, collection: str | None = None) -> Record:
    """Return the record of an article; `collection` comes before its id."""
    metadata, body, languages = article.fields, article.body, article.languages
    source, path = article.source, article.path
    line_of = article.line_in_file()
    return Record(
        schema_version=SCHEMA_VERSION,
        id=f"{collection}/{path}" if collection else path,
        path=path,
        title=article.title,
        title_language=languages.title.language,
        language=languages.body.language,
        languages=tuple([_share(language, share) for language, share in languages.shares]),
        language_declared=languages.declared or languages.path_language,
        summary=metadata.description,
        excerpt=body.excerpt,
        authors=_people(metadata.authors),
        translators=_people(metadata.translators),
        editors=_people(metadata.editors),
        reviewers=_people(metadata.reviewers),
        date_published=metadata.date,
        date_modified=metadata.updated,
        tags=metadata.tags,
        categories=metadata.categories,
        draft=metadata.draft,
        slug=metadata.slug,
        url=metadata.url,
        source_url=metadata.source_url,
        image=metadata.image,
        translation_key=metadata.translation_key,
        content_markdown=body.markdown,
        content_text=body.prose,
        outline=tuple([HeadingRecord(level, text, line_of(line)) for level, text, line in body.outline]),
        links=tuple([LinkRecord(url, text, line_of(line)) for url, text, line in body.links]),
        images=tuple([ImageRecord(url, alt, line_of(line)) for url, alt, line in body.images]),
        metrics=MetricsRecord(*body.metrics),
        front_matter=article.front_matter.data,
        source=_source_record(source, str(article.front_matter.format), body.encoded.utf8),
        findings=_findings(article.findings, source) if article.findings else (),
    )


def refusal_record_of(refusal: Refusal) -> RefusalRecord:
    """Return the record of a refusal."""
    return RefusalRecord(refusal.path, _refused_source(refusal), _findings(refusal.findings, refusal.source))


def _refused_source(refusal: Refusal) -> SourceRecord | None:
    if refusal.source is not None:
        return _source_record(refusal.source, "none", None)
    if refusal.data is not None:
        return SourceRecord("none", None, "none", len(refusal.data), _digest(refusal.data), None)
    return None


@lru_cache(maxsize=256)  # most articles are in one language alone
def _share(language: str, share: float) -> ShareRecord:
    return ShareRecord(language, round(share, 3))


def _people(people: tuple[Person, ...]) -> tuple[PersonRecord, ...]:
    return tuple([PersonRecord(person.name, person.url) for person in people]) if people else ()


def _findings(findings: Sequence[Finding], source: Source | None) -> tuple[FindingRecord, ...]:
    position_of = source.position if source is not None else Source("", b"", "").position
    return tuple([to_record(finding, position_of) for finding in findings])


def _source_record(source: Source, front_matter_format: str, prose: bytes | None) -> SourceRecord:
    return SourceRecord(
        format=front_matter_format,
        encoding=source.encoding,
        newline=str(source.newline),
        bytes=len(source.data),
        digest=f"sha256:{source.sha256.hex()}",
        text_digest=None if prose is None else _digest(prose),
    )


def _digest(data: bytes) -> str:
    return f"sha256:{hashlib.sha256(data).hexdigest()}"
