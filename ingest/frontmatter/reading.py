"""What goes into reading the inside of one block, and what comes out."""

from typing import NamedTuple

from ingest.findings import Finding, Span
from ingest.frontmatter.model import Entry, KeyPath, Value
from ingest.source import DEFAULT_LIMITS, Limits


class Block(NamedTuple):
    """The text between two delimiters, where it begins (offset and line of the text around it), what it may cost."""

    text: str
    base: int = 0
    first_line: int = 1
    limits: Limits = DEFAULT_LIMITS


class Reading(NamedTuple):
    """The keys of a block, or (`unread`) the findings that say why it cannot be read.

    Spans are offsets in the text around the block: the block's own offsets plus its `base`.
    """

    data: dict[str, Value]
    entries: tuple[Entry, ...]
    nested_spans: dict[KeyPath, Span]
    findings: tuple[Finding, ...] = ()
    unread: bool = False

    def with_finding(self, finding: Finding) -> "Reading":
        """Return the same reading with one more finding."""
        return self._replace(findings=(*self.findings, finding))


class Refused(Exception):  # noqa: N818 - no error of the program: a block that says no, caught where it is read
    """Stops the reading of a block; `finding` says why."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.message)
        self.finding = finding


def refusal(finding: Finding) -> Reading:
    """Return the reading of a block that cannot be read."""
    return Reading({}, (), {}, (finding,), unread=True)
