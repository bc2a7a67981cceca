"""What an export says about itself: counts, digests, version, options; no time and no place: it is reproducible."""

from collections.abc import Mapping
from typing import NamedTuple, TypeAlias

JsonValue: TypeAlias = "bool | int | float | str | list[JsonValue] | dict[str, JsonValue] | None"
MANIFEST_VERSION = "1.0"


class FileDigest(NamedTuple):
    """One written file: its name without folders, its lines, and `sha256:…` of its bytes."""

    name: str
    lines: int
    digest: str


class Summary(NamedTuple):
    """What a run came to.

    Attributes:
        tool_version: The version of the tool.
        options: What the run was asked to do, as far as it shapes the output; no absolute paths, no number of workers.
        findings: How often each rule code was found.
        skipped: How many files and folders were passed over, by reason.
    """

    tool_version: str
    options: Mapping[str, JsonValue]
    findings: Mapping[str, int]
    skipped: Mapping[str, int]


def manifest_bytes(summary: Summary, records: FileDigest, rejected: FileDigest | None) -> bytes:
    """Return the manifest as indented JSON: the same run gives the same bytes."""
    import orjson  # noqa: PLC0415 - a run without a manifest need not load it

    files = [file._asdict() for file in (records, rejected) if file is not None]
    content = {
        "manifest_version": MANIFEST_VERSION,
        "tool": {"name": "ingest", "version": summary.tool_version},
        "options": dict(summary.options),
        "counts": {
            "records": records.lines,
            "refusals": rejected.lines if rejected else 0,
            "skipped": _sorted(summary.skipped),
            "findings": _sorted(summary.findings),
        },
        "files": files,
    }
    return orjson.dumps(content, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


def _sorted(counts: Mapping[str, int]) -> dict[str, int]:
    return {str(name): counts[name] for name in sorted(counts)}
