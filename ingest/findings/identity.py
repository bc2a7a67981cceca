"""What makes a finding the same one after lines moved: for fingerprints in CI and for baselines."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.findings.model import Finding
from ingest.findings.reports import FileReport

ANCHOR_LIMIT = 200
# All findings about a body have this field; only the text tells one from another.
BODY = "body"


@dataclass(frozen=True, slots=True, order=True)
class Identity:
    """Code, path, what the finding hangs on (never a line number), and which of several alike it is, from 1."""

    code: str
    path: str
    anchor: str
    nth: int

    @property
    def digest(self) -> str:
        """Return 32 hexadecimal digits that differ for different identities."""
        from hashlib import sha256  # noqa: PLC0415 - only fingerprints need it

        parts = (self.code, self.path, self.anchor, str(self.nth))
        return sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]


class Identifier:
    """Tells findings of one run apart; the same findings in the same order get the same identities."""

    def __init__(self) -> None:
        self._seen: Counter[tuple[str, str, str]] = Counter()

    def identities(self, report: FileReport) -> Iterator[tuple[Finding, Identity]]:
        """Yield every finding of a file with its identity."""
        for finding in report.findings:
            key = (finding.code, report.path, anchor(finding, report))
            self._seen[key] += 1
            yield finding, Identity(*key, self._seen[key])


def anchor(finding: Finding, report: FileReport) -> str:
    """Return the field, in a body the beginning of the line with its white space folded, else nothing (the whole file).

    A line without a word (the `---` of BD002) hangs on the one above it.
    """
    if finding.field is not None and finding.field != BODY:
        return finding.field
    if finding.position is None:
        return finding.field or ""
    line = finding.position.line
    folded = _folded(report.lines.get(line, ""))
    if not any(map(str.isalnum, folded)):
        folded = f"{_folded(report.lines.get(line - 1, ''))} {folded}".strip()
    return folded[:ANCHOR_LIMIT]


def _folded(text: str) -> str:
    return " ".join(text[: 2 * ANCHOR_LIMIT].split())
