"""What a run found, in numbers: counted while the reports stream by, told in two lines at the end."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ingest.findings import Applicability, Finding, Severity
from ingest.reporters.model import FileReport, ReportContext


class RuleCount(NamedTuple):
    """The findings of one code and severity, how many of them `--fix` mends, and where the first one is."""

    code: str
    rule: str
    severity: Severity
    findings: int
    fixable: int
    unsafe: int
    first: str


class Summary(NamedTuple):
    """How many files were looked at, how many became articles or refusals, and what was found in how many of them."""

    files: int
    articles: int
    refusals: int
    files_with_findings: int
    rules: tuple[RuleCount, ...]

    def count(self, severity: Severity) -> int:
        """Return the number of findings of a severity."""
        return sum(rule.findings for rule in self.rules if rule.severity is severity)

    @property
    def fixable(self) -> int:
        """Return how many findings `--fix` mends."""
        return sum(rule.fixable for rule in self.rules)

    @property
    def unsafe(self) -> int:
        """Return how many findings only `--unsafe-fixes` mends."""
        return sum(rule.unsafe for rule in self.rules)


class Tally:
    """Counts findings on their way to a reporter."""

    def __init__(self) -> None:
        self._rules: dict[tuple[str, Severity], RuleCount] = {}
        self._paths: set[str] = set()

    def watch(self, reports: Iterable[FileReport]) -> Iterator[FileReport]:
        """Yield the reports as they come, counted."""
        for file in reports:
            for finding in file.findings:
                self._add(file.path, finding)
            yield file

    def _add(self, path: str, finding: Finding) -> None:
        self._paths.add(path)
        key = (finding.code, finding.severity)
        safe = finding.fix is not None and finding.fix.applicability is Applicability.SAFE
        unsafe = finding.fix is not None and not safe
        old = self._rules.get(key)
        first = old.first if old else _place(path, finding)
        findings, fixable, unsafe_fixable = (old.findings, old.fixable, old.unsafe) if old else (0, 0, 0)
        self._rules[key] = RuleCount(
            finding.code, finding.rule, finding.severity, findings + 1, fixable + safe, unsafe_fixable + unsafe, first
        )

    @property
    def rules(self) -> tuple[RuleCount, ...]:
        """Return the counts so far, the most frequent first, then by code."""
        return tuple(sorted(self._rules.values(), key=lambda count: (-count.findings, count.code, count.severity)))

    def summary(self, files: int, articles: int, refusals: int) -> Summary:
        """Return the counts with those of the files, which the engine knows."""
        return Summary(files, articles, refusals, len(self._paths), self.rules)


def summary_lines(summary: Summary, context: ReportContext) -> Iterator[str]:
    """Yield what a person reads last: how much was found in how many files, and what `--fix` would mend."""
    refused = f", {_plural(summary.refusals, 'refusal')}" if summary.refusals else ""
    if not summary.rules:
        yield f"No findings in {_plural(summary.files, 'file')}{refused}.\n"
        return
    from ingest.reporters.colours import palette  # noqa: PLC0415 - a healthy site sees none

    colours = palette(colour=context.colour)
    counts = [
        colours.paint(colours.of(severity), _plural(summary.count(severity), noun))
        for severity, noun in ((Severity.ERROR, "error"), (Severity.WARNING, "warning"), (Severity.INFO, "note"))
        if summary.count(severity)
    ]
    where = f"{summary.files_with_findings} of {_plural(summary.files, 'file')}"
    yield f"Found {', '.join(counts)} in {where}{refused}.\n"
    if context.show_fixes and (summary.fixable or summary.unsafe):
        more = f"; {summary.unsafe} more with `--unsafe-fixes`" if summary.unsafe else ""
        yield f"[*] {summary.fixable} fixable with `{context.tool} check --fix`{more}.\n"


def _place(path: str, finding: Finding) -> str:
    return f"{path}:{finding.position.line}:{finding.position.column}" if finding.position else path


def _plural(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"
