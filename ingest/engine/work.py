"""What is done with the files of a run: read, judge, and keep the little that the run needs."""

import os
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from ingest.article import Article, Refusal
from ingest.engine.found import FoundFile, bytes_of
from ingest.engine.job import BATCH_BYTES, BATCH_ITEMS, Job, draw
from ingest.engine.judging import Given, Judge
from ingest.engine.settings import Settings
from ingest.findings import Finding
from ingest.findings.codes import IO002
from ingest.findings.reports import FileReport, report_of
from ingest.frozen import new_tuple
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


_TINY_ARTICLES = (
    b"---\ntitle: Tiny\n---\n\nAn article of a few words.\n",
    "---\ntitle: Gardens of Lisbon reopen\n---\n\n里斯本的花园重新开放，人们在树下读书、散步。\n".encode(),
)


class Reader(NamedTuple):
    """Reads found files under the settings of a run; crosses to worker processes."""

    settings: Settings

    def read(self, files: Iterable[FoundFile]) -> Iterator[Article | Refusal]:
        """Yield the article in each file, or its refusal; never raises on content or on what the file system does."""
        drawn = iter(files)
        while batch := draw(drawn, bytes_of, BATCH_ITEMS, BATCH_BYTES):
            yield from _judged(map(self._opened, batch))

    def export(self, files: Sequence[FoundFile]) -> list[Exported]:
        """Return the record or refusal of each file of a batch as a line of JSON."""
        return _exported([self._opened(file) for file in files])

    def check(self, files: Sequence[FoundFile]) -> list[Checked]:
        """Return the findings of each file of a batch."""
        return [_checked(result) for result in _judged(map(self._opened, files))]

    def export_bytes(self, data: bytes, path: str) -> Exported:
        """Return the line of JSON of an article that is no file."""
        return _exported([self._given(data, path)])[0]

    def check_bytes(self, data: bytes, path: str) -> Checked:
        """Return the findings of an article that is no file."""
        return _checked(_judged([self._given(data, path)])[0])

    def prepare(self) -> None:
        """Read tiny articles, so that what reading takes is loaded: the second may need the profiles of letters."""
        for article in _TINY_ARTICLES:
            self.export_bytes(article, "tiny.md")

    def _opened(self, file: FoundFile) -> "_Opened":
        judge = self.settings.judge_of(file.absolute)
        if file.problem:
            return _Opened(judge, judge.refuse(file.path, (IO002.at(None, file.problem),)))
        data = read_bytes(file.absolute, judge.options.limits, file.root)
        if isinstance(data, Unreadable):
            return _Opened(judge, judge.refuse(file.path, data.findings))
        return _Opened(judge, Given(data, file.path, self.settings.place_of(file.absolute)))

    def _given(self, data: bytes, path: str) -> "_Opened":
        absolute = os.path.abspath(path)
        return _Opened(self.settings.judge_of(absolute), Given(data, path, self.settings.place_of(absolute)))


class _Opened(NamedTuple):
    """A file's bytes, or the refusal of one whose bytes cannot be had, and who judges it."""

    judge: Judge
    file: Given | Refusal


def _judged(batch: Iterable[_Opened]) -> list[Article | Refusal]:
    results: list[Article | Refusal] = []
    for judge, group in groupby(batch, attrgetter("judge")):
        files = [file for _, file in group]
        judged = iter(judge.read_all([file for file in files if not isinstance(file, Refusal)]))
        results += [file if isinstance(file, Refusal) else next(judged) for file in files]
    return results


def _exported(batch: Sequence[_Opened]) -> list[Exported]:
    from ingest.record import record_of, refusal_record_of, to_json_line  # noqa: PLC0415 - a check makes no records

    results = _judged(batch)
    records = [
        refusal_record_of(result) if isinstance(result, Refusal) else record_of(result, opened.judge.collection)
        for result, opened in zip(results, batch, strict=True)
    ]
    lines = [to_json_line(record) for record in records]
    return [_with_line(result, line) for result, line in zip(results, lines, strict=True)]


def _with_line(result: Article | Refusal, line: bytes) -> Exported:
    if isinstance(result, Refusal):
        return Exported(
            path=result.path,
            line=line,
            refused=True,
            findings=_tally(result.findings),
            languages="",
            summary=None,
            digest=_digest_of(result),
        )
    source, languages = result.source, result.languages
    pair = f"{languages.title.language}/{languages.body.language}"
    return new_tuple(
        Exported, (source.path, line, False, _tally(result.findings), pair, summary_of(result), source.sha256)
    )


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
    from ingest.record import refusal_record_of, to_json_line  # noqa: PLC0415 - same

    lost = _lost(file, reason)
    return _with_line(lost, to_json_line(refusal_record_of(lost)))


def _check_lost(file: FoundFile, reason: str) -> Checked:
    return Checked(FileReport(file.path, _lost(file, reason).findings), refused=True, summary=None)


def _lost(file: FoundFile, reason: str) -> Refusal:
    message = f"The file could not be worked on ({reason}); please report this with the file."
    return Refusal(file.path, None, (IO002.at(None, message)._replace(path=file.path),))


def _tally(findings: Iterable[Finding]) -> tuple[tuple[str, str], ...]:
    return tuple([(finding.code, str(finding.severity)) for finding in findings])
