"""What is known about one file once it was checked: its findings, located, with the lines that show them."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple, Protocol

from ingest.findings.model import Finding, Position, Span

NO_LINES: Mapping[int, str] = {}
NO_POSITIONS: Mapping[Span, Position] = {}


class Locator(Protocol):
    """What can say where a span lies and read a line: `ingest.source.Source`."""

    @property
    def line_starts(self) -> Sequence[int]:
        """Return one offset for every line."""

    def position(self, span: Span) -> Position:
        """Return where a span lies."""

    def line_text(self, line: int) -> str:
        """Return the text of a line (from 1) without its line end."""


class FileReport(NamedTuple):
    """The findings of one file, in the order of its text.

    `path` is the path as it is shown: POSIX, relative. Every finding has its `position`, except those about the whole
    file. `lines` holds, by number from 1, the line on which each finding starts and its two neighbours;
    `edit_positions` says where the edits of all fixes lie.
    """

    path: str
    findings: tuple[Finding, ...] = ()
    lines: Mapping[int, str] = NO_LINES
    edit_positions: Mapping[Span, Position] = NO_POSITIONS


def report_of(path: str, findings: Iterable[Finding], source: Locator | None) -> FileReport:
    """Return the report of a file: findings sorted by place and located; without a source (unreadable) as they are."""
    if source is None:
        return FileReport(path, tuple(sorted(findings, key=reading_order)))
    located = tuple(sorted([_located(finding, source) for finding in findings], key=reading_order))
    spans = {edit.span for finding in located if finding.fix for edit in finding.fix.edits}
    wanted = {
        number
        for finding in located
        if finding.position
        for number in range(max(finding.position.line - 1, 1), finding.position.line + 2)
        if number <= len(source.line_starts)
    }
    return FileReport(
        path,
        located,
        {number: source.line_text(number) for number in sorted(wanted)},
        {span: source.position(span) for span in sorted(spans)},
    )


def reading_order(finding: Finding) -> tuple[Position, str, str]:
    """Return the key that sorts findings as a reader meets them: the whole file first, then by place, code, message."""
    return (finding.position or Position(0, 0, 0, 0), finding.code, finding.message)


def _located(finding: Finding, source: Locator) -> Finding:
    if finding.position is not None or finding.span is None:
        return finding
    return finding._replace(position=source.position(finding.span))
