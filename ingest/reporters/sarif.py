"""SARIF 2.1.0 (OASIS), as GitHub's code scanning and editors read it: places in code points, fixes as replacements."""

import re
from collections.abc import Iterable, Iterator

from ingest.findings import Finding, Position, Severity
from ingest.findings.identity import Identifier, Identity
from ingest.findings.wire import EditRecord, FixRecord, to_record
from ingest.reporters.json_text import encoded
from ingest.reporters.model import FileReport, ReportContext
from ingest.reporters.visible import sentence

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
FINGERPRINT = "ingestFinding/v1"
PLACEHOLDER = re.compile(r"\{(\d+)\}")


def report(reports: Iterable[FileReport], context: ReportContext) -> Iterator[str]:
    """Yield the log of one run: the tool with all its rules, then a result per line."""
    codes = sorted(context.rules)
    driver = {"name": context.tool, "version": context.version, "rules": [_rule(code, context) for code in codes]}
    head = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints"}
    yield f'{{"$schema":"{SCHEMA}","version":"2.1.0","runs":[{encoded(head)[:-1]},"results":['
    indexes = {code: index for index, code in enumerate(codes)}
    identifier = Identifier()
    before = "\n"
    for file in reports:
        uri = _uri(file.path) if file.findings else ""
        for finding, identity in identifier.identities(file):
            yield f"{before}{encoded(_result(finding, identity, file, uri) | _rule_index(finding, indexes))}"
            before = ",\n"
    yield "\n]}]}\n"


def _rule(code: str, context: ReportContext) -> dict[str, object]:
    rule, help_ = context.rules[code], context.help.get(code)
    described: dict[str, object] = {
        "id": code,
        "name": rule.name,
        "shortDescription": {"text": rule.summary},
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
    }
    if help_ is not None:
        described["help"] = {"text": _message(help_.text)}
    if help_ is not None and help_.url is not None:
        described["helpUri"] = help_.url
    return described


def _rule_index(finding: Finding, indexes: dict[str, int]) -> dict[str, object]:
    return {"ruleIndex": indexes[finding.code]} if finding.code in indexes else {}


def _result(finding: Finding, identity: Identity, file: FileReport, uri: str) -> dict[str, object]:
    artifact = {"uri": uri, "uriBaseId": "%SRCROOT%"}
    # GitHub takes no result without a line, so what is about the whole file stands at its first.
    region = _region(finding.position) if finding.position else {"startLine": 1}
    result: dict[str, object] = {
        "ruleId": finding.code,
        "level": LEVELS[finding.severity],
        "message": {"text": _message(finding.message)},
        "locations": [{"physicalLocation": {"artifactLocation": artifact, "region": region}}],
        "partialFingerprints": {FINGERPRINT: identity.digest},
    }
    if finding.field is not None:
        result["properties"] = {"field": sentence(finding.field)}
    fix = to_record(finding, file.edit_positions.__getitem__).fix
    if fix is not None and fix.edits:
        result["fixes"] = [_fix(fix, artifact)]
    return result


def _fix(fix: FixRecord, artifact: dict[str, str]) -> dict[str, object]:
    replacements = [
        {"deletedRegion": _region(edit), "insertedContent": {"text": edit.replacement}} for edit in fix.edits
    ]
    return {
        "description": {"text": _message(fix.description)},
        "artifactChanges": [{"artifactLocation": artifact, "replacements": replacements}],
        "properties": {"applicability": fix.applicability},
    }


def _region(place: Position | EditRecord) -> dict[str, int]:
    return {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    }


def _message(text: str) -> str:
    """Return a plain text message: SARIF 2.1.0 §3.11.5 and §3.11.6 give `{0}` and `[text](target)` a meaning."""
    shown = PLACEHOLDER.sub(r"{{\1}}", sentence(text))
    return shown.replace("[", "\\[").replace("]", "\\]") if "](" in shown else shown


def _uri(path: str) -> str:
    """Return a relative URI reference (RFC 3986) of a POSIX path, the bytes of its name percent-encoded."""
    from urllib.parse import quote  # noqa: PLC0415 - only URIs need it

    return quote(path.encode("utf-8", "surrogateescape" if _is_fs_decoded(path) else "backslashreplace"))


def _is_fs_decoded(path: str) -> bool:
    try:
        path.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        return False
    return True
