"""What a reporter is given and what it is."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

from ingest.findings import CODES, Code
from ingest.findings.reports import FileReport

__all__ = ["FileReport", "ReportContext", "Reporter", "RuleHelp"]


class RuleHelp(NamedTuple):
    """How to mend what a rule finds, in a line, and where its documentation is."""

    text: str
    url: str | None = None


@dataclass(frozen=True, slots=True)
class ReportContext:
    """What a report depends on besides the findings; `width` is in display cells."""

    version: str
    tool: str = "ingest"
    colour: bool = False
    width: int = 100
    rules: Mapping[str, Code] = field(default_factory=lambda: CODES)
    help: Mapping[str, RuleHelp] = field(default_factory=dict)
    show_fixes: bool = True
    """Whether the texts for people say which findings `--fix` would mend."""


class Reporter(Protocol):
    """A format: every module that `ingest.reporters.registry` names has this function."""

    def report(self, reports: Iterable[FileReport], context: ReportContext) -> Iterator[str]:
        """Yield the report in pieces of text, as the files come where the format allows; the last ends its line."""
