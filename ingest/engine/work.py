"""What is done with one file of a run: read, judge, and keep the little that the run needs."""

import os
from collections.abc import Iterable
from dataclasses import dataclass, field
from hashlib import sha256
from typing import NamedTuple

from ingest.article import Article, Refusal
from ingest.engine.found import FoundFile, bytes_of
from ingest.engine.pipeline import Job
from ingest.engine.settings import Settings
from ingest.findings import Finding
from ingest.findings.codes import IO002
from ingest.findings.reports import FileReport, report_of
from ingest.rules.project import ArticleSummary, summary_of
from ingest.source import Unreadable, read_bytes


class Exported(NamedTuple):
    """A file's line of JSON, and what the summary counts."""

    path: str
    line: bytes
    refused: bool
    findings: tuple[tuple[str, str], ...]
    """Code and severity of each."""
    languages: str
    """`title_language/language`; empty for a refusal."""
    summary: ArticleSummary | None
    digest: bytes | None = None
    """SHA-256 of the file's bytes; None where there were none."""


class Checked(NamedTuple):
    """A file's findings, with what shows them."""

    report: FileReport
    refused: bool
    summary: ArticleSummary | None
    digest: bytes | None = None
    """SHA-256 of the file's bytes; None where there were none."""


_TINY_ARTICLE = b"---\ntitle: Tiny\n---\n\nAn article of a few words.\n"


@dataclass(frozen=True)
class Reader:
    """Reads found files under the settings of a run; crosses to worker processes."""

    settings: Settings = field(repr=False)

    def read(self, file: FoundFile) -> Article | Refusal:
        """Return the article in a file, or its refusal; never raises on content or on what the file system does."""
        judge = self.settings.judge_of(file.absolute)
        if file.problem:
            return judge.refuse(file.path, (IO002.at(None, file.problem),))
        data = read_bytes(file.absolute, judge.options.limits, file.root)
        if isinstance(data, Unreadable):
            return judge.refuse(file.path, data.findings)
        return judge.read(data, file.path, self.settings.place_of(file.absolute))

    def export(self, file: FoundFile) -> Exported:
        """Return a file's record or refusal as a line of JSON."""
        return self._exported(self.read(file), file.absolute)

    def export_bytes(self, data: bytes, path: str) -> Exported:
        """Return the line of JSON of an article that is no file."""
        return self._exported(self._judge_bytes(data, path), path)

    def prepare(self) -> None:
        """Read a tiny article, so that everything that reading takes is loaded."""
        self.export_bytes(_TINY_ARTICLE, "tiny.md")

    def _judge_bytes(self, data: bytes, path: str) -> Article | Refusal:
        absolute = os.path.abspath(path)
        return self.settings.judge_of(absolute).read(data, path, self.settings.place_of(absolute))

    def _exported(self, result: Article | Refusal, absolute: str) -> Exported:
        if isinstance(result, Refusal):
            return _refused(result)
        from ingest.record import record_of, to_json_line  # noqa: PLC0415 - a check makes no records

        return Exported(
            path=result.path,
            line=to_json_line(record_of(result, self.settings.config_of(absolute).collection)),
            refused=False,
            findings=_tally(result.findings),
            languages=f"{result.languages.title.language}/{result.languages.body.language}",
            summary=summary_of(result),
            digest=result.source.sha256,
        )

    def check(self, file: FoundFile) -> Checked:
        """Return a file's findings."""
        return _checked(self.read(file))

    def check_bytes(self, data: bytes, path: str) -> Checked:
        """Return the findings of an article that is no file."""
        return _checked(self._judge_bytes(data, path))


def _checked(result: Article | Refusal) -> Checked:
    report = report_of(result.path, result.findings, result.source)
    if isinstance(result, Refusal):
        return Checked(report, refused=True, summary=None, digest=_digest_of(result))
    return Checked(report, refused=False, summary=summary_of(result), digest=result.source.sha256)


def _digest_of(refusal: Refusal) -> bytes | None:
    data = refusal.source.data if refusal.source else refusal.data
    return None if data is None else sha256(data).digest()


def export_job(settings: Settings) -> Job[FoundFile, Exported]:
    """Return the job that turns files into lines of JSON."""
    reader = Reader(settings)
    return Job(reader.export, _export_lost, bytes_of, reader.prepare)


def check_job(settings: Settings) -> Job[FoundFile, Checked]:
    """Return the job that turns files into findings."""
    reader = Reader(settings)
    return Job(reader.check, _check_lost, bytes_of, reader.prepare)


def _export_lost(file: FoundFile, reason: str) -> Exported:
    return _refused(_lost(file, reason))


def _check_lost(file: FoundFile, reason: str) -> Checked:
    return Checked(FileReport(file.path, _lost(file, reason).findings), refused=True, summary=None)


def _lost(file: FoundFile, reason: str) -> Refusal:
    message = f"The file could not be worked on ({reason}); please report this with the file."
    return Refusal(file.path, None, (IO002.at(None, message)._replace(path=file.path),))


def _refused(refusal: Refusal) -> Exported:
    from ingest.record import refusal_record_of, to_json_line  # noqa: PLC0415 - same

    line = to_json_line(refusal_record_of(refusal))
    return Exported(
        path=refusal.path,
        line=line,
        refused=True,
        findings=_tally(refusal.findings),
        languages="",
        summary=None,
        digest=_digest_of(refusal),
    )


def _tally(findings: Iterable[Finding]) -> tuple[tuple[str, str], ...]:
    return tuple([(finding.code, finding.severity.value) for finding in findings])
