"""Outcomes as bytes for the cache, and back: JSON, so that a stranger's cache can only be wrong, never run."""

from collections.abc import Sequence
from typing import Any

import orjson

from ingest.engine.work import Checked, Exported
from ingest.findings import Applicability, Edit, Finding, Fix, Position, Severity, Span
from ingest.findings.reports import FileReport
from ingest.rules.project import ArticleSummary


class ExportedCodec:
    """An exported line behind a head of what the summary counts."""

    def encode(self, outcome: Exported) -> bytes:
        """Return the outcome as bytes."""
        head = (outcome.path, outcome.refused, outcome.findings, outcome.languages, outcome.summary)
        return orjson.dumps(head, default=_plain_sequence, option=orjson.OPT_APPEND_NEWLINE) + outcome.line

    def decode(self, stored: bytes, path: str, digest: bytes) -> Exported:
        """Return the outcome again."""
        head, _, line = stored.partition(b"\n")
        path, refused, findings, languages, summary = orjson.loads(head)
        return Exported(path, line, refused, tuple(map(tuple, findings)), languages, _summary(summary), digest)

    def digest(self, outcome: Exported) -> bytes | None:
        """Return the digest of the file's bytes, None where there were none."""
        return outcome.digest


class CheckedCodec:
    """A file's findings; where there are none, and nothing that a project rule compares, no bytes at all."""

    def encode(self, outcome: Checked) -> bytes:
        """Return the outcome as bytes."""
        report = outcome.report
        if not (report.findings or outcome.refused or outcome.summary):
            return b""
        edits = [((span.start, span.end), _quadruple(place)) for span, place in report.edit_positions.items()]
        findings = [_plain(finding) for finding in report.findings]
        content = (report.path, outcome.refused, findings, list(report.lines.items()), edits, outcome.summary)
        return orjson.dumps(content, default=_plain_sequence)

    def decode(self, stored: bytes, path: str, digest: bytes) -> Checked:
        """Return the outcome again."""
        if not stored:
            return Checked(FileReport(path), refused=False, summary=None, digest=digest)
        path, refused, findings, lines, edits, summary = orjson.loads(stored)
        report = FileReport(
            path,
            tuple(_finding(path, plain) for plain in findings),
            dict(lines),
            {Span(*span): Position(*place) for span, place in edits},
        )
        return Checked(report, refused, _summary(summary), digest)

    def digest(self, outcome: Checked) -> bytes | None:
        """Return the digest of the file's bytes, None where there were none."""
        return outcome.digest


def _summary(plain: list[Any] | None) -> ArticleSummary | None:
    if plain is None:
        return None
    path, language, slug, url, place, silent = plain
    return ArticleSummary(path, language, slug, url, Position(*place) if place else None, frozenset(silent))


def _plain_sequence(value: frozenset[str] | Position | ArticleSummary) -> Sequence[object]:
    """Return a set in order, and a named tuple, which JSON does not know either, as it is."""
    return sorted(value) if isinstance(value, frozenset) else tuple(value)


def _quadruple(position: Position | None) -> tuple[int, int, int, int] | None:
    return (position.line, position.column, position.end_line, position.end_column) if position else None


def _plain(finding: Finding) -> tuple[object, ...]:
    fix = finding.fix
    edits = [(edit.span.start, edit.span.end, edit.replacement) for edit in fix.edits] if fix else None
    return (
        finding.code,
        finding.rule,
        finding.severity.value,
        finding.message,
        (finding.span.start, finding.span.end) if finding.span else None,
        finding.field,
        (fix.description, edits, fix.applicability.value) if fix else None,
        _quadruple(finding.position),
    )


def _finding(path: str, plain: list[Any]) -> Finding:
    code, rule, severity, message, span, field, fix, position = plain
    return Finding(
        code=code,
        rule=rule,
        severity=Severity(severity),
        message=message,
        span=Span(*span) if span else None,
        field=field,
        fix=_fix(fix) if fix else None,
        path=path,
        position=Position(*position) if position else None,
    )


def _fix(plain: list[Any]) -> Fix:
    description, edits, applicability = plain
    return Fix(
        description,
        tuple(Edit(Span(start, end), replacement) for start, end, replacement in edits),
        Applicability(applicability),
    )
