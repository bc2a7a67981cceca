"""GitLab's Code Quality report: a JSON array of issues with fingerprints that stay when lines move."""

from collections.abc import Iterable, Iterator

from ingest.findings import Finding, Severity
from ingest.findings.identity import Identifier, Identity
from ingest.reporters.json_text import encoded
from ingest.reporters.model import FileReport, ReportContext
from ingest.reporters.visible import sentence, utf8_path

LEVELS = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def report(reports: Iterable[FileReport], context: ReportContext) -> Iterator[str]:  # noqa: ARG001 - the reporters' shape
    """Yield the array, an issue per line; GitLab wants a line, so what is about the whole file stands at line 1."""
    identifier = Identifier()
    before = "[\n"
    for file in reports:
        for finding, identity in identifier.identities(file):
            yield f"{before}{encoded(_issue(finding, identity))}"
            before = ",\n"
    yield "[]\n" if before == "[\n" else "\n]\n"


def _issue(finding: Finding, identity: Identity) -> dict[str, object]:
    position = finding.position
    lines = {"begin": position.line, "end": position.end_line} if position else {"begin": 1}
    return {
        "description": f"{finding.code}: {sentence(finding.message)}",
        "check_name": finding.rule,
        "fingerprint": identity.digest,
        "severity": LEVELS[finding.severity],
        "location": {"path": utf8_path(identity.path), "lines": lines},
    }
