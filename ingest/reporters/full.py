"""Findings for people: where, what, the line of the source with carets, how to mend it."""

from collections.abc import Iterable, Iterator

from ingest.reporters.model import FileReport, ReportContext


def report(reports: Iterable[FileReport], context: ReportContext) -> Iterator[str]:
    """Yield a paragraph per finding, ended by an empty line."""
    for file in reports:
        if file.findings:
            from ingest.reporters.paragraphs import paragraphs  # noqa: PLC0415 - a healthy file has none

            yield from paragraphs(file, context)
