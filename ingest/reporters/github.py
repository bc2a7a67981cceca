"""Annotations in GitHub Actions: workflow commands, the worst first, no more than GitHub shows."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from ingest.findings import Finding, Severity
from ingest.reporters import concise
from ingest.reporters.concise import fix_mark
from ingest.reporters.model import FileReport, ReportContext
from ingest.reporters.visible import sentence, visible

LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
SHOWN_PER_LEVEL = 10  # GitHub drops the annotations of a step beyond ten per level without a word
# The characters that the toolkit's `escapeData` and `escapeProperty` replace.
DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
PROPERTY = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def report(reports: Iterable[FileReport], context: ReportContext) -> Iterator[str]:
    """Yield ten annotations per level, errors first, then the findings beyond them as a folded group of the log."""
    shown: dict[Severity, list[str]] = {severity: [] for severity in LEVELS}
    rest: list[str] = []
    plain = replace(context, colour=False)
    for file in reports:
        for finding in file.findings:
            commands = shown[finding.severity]
            if len(commands) < SHOWN_PER_LEVEL:
                commands.append(_command(file.path, finding, context))
            else:
                rest.extend(concise.report([file._replace(findings=(finding,))], plain))
    for commands in shown.values():
        yield from commands
    if rest:
        yield f"::group::Findings beyond the {SHOWN_PER_LEVEL} of each level that GitHub annotates: {len(rest)}\n"
        yield from rest
        yield "::endgroup::\n"


def _command(path: str, finding: Finding, context: ReportContext) -> str:
    properties = {"file": path, **_place(finding), "title": f"{finding.code} {finding.rule}"}
    written = ",".join(f"{name}={visible(value).translate(PROPERTY)}" for name, value in properties.items())
    message = sentence(finding.message)
    if finding.fix is not None and fix_mark(finding, context):
        message = f"{message}\n[*] fix available: {sentence(finding.fix.description)}"
    return f"::{LEVELS[finding.severity]} {written}::{message.translate(DATA)}\n"


def _place(finding: Finding) -> dict[str, str]:
    position = finding.position
    if position is None:
        return {}
    place = {"line": str(position.line), "endLine": str(position.end_line)}
    if position.line == position.end_line:  # GitHub refuses columns of an annotation over several lines
        place |= {"col": str(position.column), "endColumn": str(position.end_column)}
    return place
