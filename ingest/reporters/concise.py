"""One line per finding: `path:line:col: CODE[*] message`, which editors and grep understand."""

from collections.abc import Iterable, Iterator

from ingest.findings import Applicability, Finding
from ingest.reporters.colours import palette
from ingest.reporters.model import FileReport, ReportContext
from ingest.reporters.visible import sentence, visible_path


def report(reports: Iterable[FileReport], context: ReportContext) -> Iterator[str]:
    """Yield a line per finding; what is about the whole file stands at 1:1, because editors want a place."""
    colours = palette(colour=context.colour)
    for file in reports:
        path = colours.paint(colours.bold, visible_path(file.path))
        for finding in file.findings:
            line, column = (finding.position.line, finding.position.column) if finding.position else (1, 1)
            code = colours.paint(colours.of(finding.severity), finding.code)
            mark = colours.paint(colours.fix, fix_mark(finding, context))
            yield f"{path}:{line}:{column}: {code}{mark} {sentence(finding.message)}\n"


def fix_mark(finding: Finding, context: ReportContext) -> str:
    """Return `[*]` where `--fix` mends the finding without dropping a word, else nothing."""
    safe = finding.fix is not None and finding.fix.applicability is Applicability.SAFE
    return "[*]" if safe and context.show_fixes else ""
