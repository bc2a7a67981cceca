"""JSON Lines: one object per finding and line."""

from collections.abc import Iterable, Iterator

from ingest.reporters.json_text import finding_objects
from ingest.reporters.model import FileReport, ReportContext


def report(reports: Iterable[FileReport], context: ReportContext) -> Iterator[str]:  # noqa: ARG001 - the reporters' shape
    """Yield a line per finding."""
    for file in reports:
        for text in finding_objects(file):
            yield f"{text}\n"
