"""Findings as a Markdown table, to be pasted into an issue or a pull request."""

from collections.abc import Iterable, Iterator

from ingest.reporters.concise import fix_mark
from ingest.reporters.model import FileReport, ReportContext
from ingest.reporters.visible import sentence

# CommonMark 0.31.2 §2.4: any ASCII punctuation can be escaped; these begin or end something in the middle of a line.
ESCAPES = str.maketrans({character: f"\\{character}" for character in "\\`*_{}[]<>&|~#!$"})
# An escape does not stop GitHub's autolinks and mentions, a comment between their characters does.
LINKS = (("@", "@<!-- -->"), ("://", ":<!-- -->//"), ("www.", "www<!-- -->."))


def report(reports: Iterable[FileReport], context: ReportContext) -> Iterator[str]:
    """Yield the table, a row per finding; a line that says so where there is none."""
    head = "| Place | Severity | Rule | Message |\n| --- | --- | --- | --- |\n"
    for file in reports:
        for finding in file.findings:
            place = f"{file.path}:{finding.position.line}:{finding.position.column}" if finding.position else file.path
            rule = f"{finding.code}{fix_mark(finding, context)}"
            cells = (escape(place), str(finding.severity), escape(rule), escape(finding.message))
            yield f"{head}| {' | '.join(cells)} |\n"
            head = ""
    if head:
        yield "No findings.\n"


def escape(text: str) -> str:
    """Return text that Markdown shows as it is, on one line and within a cell of a table."""
    shown = sentence(text).translate(ESCAPES)
    for sign, broken in LINKS:
        shown = shown.replace(sign, broken)
    return shown
