"""What goes into reading the inside of one block, and what comes out."""

from dataclasses import dataclass, field, replace

from ingest.findings import Finding, Span
from ingest.frontmatter.model import Entry, KeyPath, Value
from ingest.source import DEFAULT_LIMITS, Limits


@dataclass(frozen=True, slots=True)
class Block:
    """The text between two delimiters, where it begins (offset and line of the text around it), what it may cost."""

    text: str
    base: int = 0
    first_line: int = 1
    limits: Limits = DEFAULT_LIMITS


@dataclass(frozen=True, slots=True)
class Reading:
    """The keys of a block, or (`unread`) the findings that say why it cannot be read.

    Spans are offsets in the text around the block: the block's own offsets plus its `base`.
    """

    data: dict[str, Value]
    entries: tuple[Entry, ...] = ()
    nested_spans: dict[KeyPath, Span] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    unread: bool = False

    def with_finding(self, finding: Finding) -> "Reading":
        """Return the same reading with one more finding."""
        return replace(self, findings=(*self.findings, finding))


class Refused(Exception):  # noqa: N818 - no error of the program: a block that says no, caught where it is read
    """Stops the reading of a block; `finding` says why."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.message)
        self.finding = finding


def refusal(finding: Finding) -> Reading:
    """Return the reading of a block that cannot be read."""
    return Reading({}, findings=(finding,), unread=True)
