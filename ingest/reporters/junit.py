"""JUnit XML, which every CI server shows: a suite per file, a failing case per error or warning."""

from collections.abc import Iterable, Iterator

from ingest.findings import Finding, Severity
from ingest.reporters.model import FileReport, ReportContext
from ingest.reporters.visible import sentence, visible

ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;"})


def report(reports: Iterable[FileReport], context: ReportContext) -> Iterator[str]:
    """Yield the document; a file without findings is a case that passes, and so is a run without files."""
    yield f'<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="{_xml(context.tool)}">\n'
    empty = True
    for file in reports:
        yield _suite(file)
        empty = False
    if empty:
        yield _suite(FileReport(context.tool))
    yield "</testsuites>\n"


def _suite(file: FileReport) -> str:
    name = _xml(file.path)
    cases = [_case(finding, name) for finding in file.findings]
    cases = cases or [f'    <testcase classname="{name}" name="{name}"/>\n']
    failures = sum(finding.severity is not Severity.INFO for finding in file.findings)
    counts = f'tests="{len(cases)}" failures="{failures}" errors="0" skipped="0"'
    return f'  <testsuite name="{name}" {counts}>\n{"".join(cases)}  </testsuite>\n'


def _case(finding: Finding, path: str) -> str:
    position = finding.position
    place = f"{position.line}:{position.column}: " if position else ""
    line = f' line="{position.line}"' if position else ""
    message = _xml(sentence(finding.message))
    body = (
        f"      <system-out>{place}{message}</system-out>\n"
        if finding.severity is Severity.INFO
        else f'      <failure type="{finding.severity}" message="{message}">{path}:{place or " "}{message}</failure>\n'
    )
    name = f"{_xml(finding.code)} {_xml(finding.rule)}"
    return f'    <testcase classname="{path}" name="{name}" file="{path}"{line}>\n{body}    </testcase>\n'


def _xml(text: str) -> str:
    """Return text for content and attributes; XML 1.0 §2.2 allows control characters not even as entities."""
    return visible(text).translate(ENTITIES)
