"""Findings under the name of their file, in columns."""

from collections.abc import Iterable, Iterator

from ingest.findings import Finding
from ingest.reporters.cells import padded, width
from ingest.reporters.colours import Palette, palette
from ingest.reporters.concise import fix_mark
from ingest.reporters.model import FileReport, ReportContext
from ingest.reporters.visible import sentence, visible_path


def report(reports: Iterable[FileReport], context: ReportContext) -> Iterator[str]:
    """Yield a paragraph per file that has findings."""
    colours = palette(colour=context.colour)
    for file in reports:
        if not file.findings:
            continue
        places = [_place(finding) for finding in file.findings]
        labels = [f"{finding.code}{fix_mark(finding, context)}" for finding in file.findings]
        widths = (max(map(len, places)), max(map(width, labels)))
        yield f"{colours.paint(colours.bold, visible_path(file.path))}\n"
        for finding, place, label in zip(file.findings, places, labels, strict=True):
            yield _row(finding, place.rjust(widths[0]), padded(label, widths[1]), colours)
        yield "\n"


def _place(finding: Finding) -> str:
    return f"{finding.position.line}:{finding.position.column}" if finding.position else "-"


def _row(finding: Finding, place: str, label: str, colours: Palette) -> str:
    severity = colours.paint(colours.of(finding.severity), f"{finding.severity:<7}")
    return f"  {colours.paint(colours.dim, place)}  {severity}  {label}  {sentence(finding.message)}\n"
