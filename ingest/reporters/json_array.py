"""One JSON array of all findings, an object per line."""

from collections.abc import Iterable, Iterator

from ingest.reporters.json_text import finding_objects
from ingest.reporters.model import FileReport, ReportContext


def report(reports: Iterable[FileReport], context: ReportContext) -> Iterator[str]:  # noqa: ARG001 - the reporters' shape
    """Yield the array, each object as its file comes; `[]` without findings."""
    before = "[\n"
    for file in reports:
        for text in finding_objects(file):
            yield f"{before}{text}"
            before = ",\n"
    yield "[]\n" if before == "[\n" else "\n]\n"
