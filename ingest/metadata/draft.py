"""Metadata under construction: the values so far, where they came from, what was found."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from ingest.findings import Finding
from ingest.findings.codes import SC003
from ingest.frontmatter.model import FrontMatter
from ingest.frontmatter.vocabulary import fold_key
from ingest.metadata.control_characters import report_invisible
from ingest.metadata.occurrences import Occurrence
from ingest.metadata.problems import Problem
from ingest.metadata.validation import ModelPlan


@dataclass(slots=True)
class MetadataDraft:
    """What the reading of one file's front matter has come to."""

    front_matter: FrontMatter
    plan: ModelPlan
    occurrences: Mapping[str, list[Occurrence]]
    values: dict[str, Any] = field(default_factory=dict)
    origins: dict[str, Occurrence] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)

    def report(self, name: str, occurrence: Occurrence, problems: Iterable[Problem]) -> None:
        """Add the findings of one value of a field."""
        # A key that the site's model declares has the type that the model says, whatever else it means elsewhere.
        declared = bool(self.plan.own) and fold_key(str(occurrence.path[0])) in self.plan.own
        for problem in problems:
            if not (declared and problem.code is SC003):
                span = occurrence.span_at(problem.path) if problem.path else occurrence.span
                self.findings.append(problem.code.at(span, problem.message, field=name))
        value = occurrence.value
        if not (isinstance(value, str) and value.isprintable()) and value.__class__ not in _NO_TEXT:
            self.findings += (one for one in report_invisible(name, occurrence) if one.span not in self._reported)

    @property
    def _reported(self) -> set[object]:
        """Return where SC010 stands already: one key can mean two fields, `permalink` a slug and an address."""
        return {finding.span for finding in self.findings if finding.code == "SC010"}


_NO_TEXT = (bool, int, float, type(None))
