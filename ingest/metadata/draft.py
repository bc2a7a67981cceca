"""Metadata under construction: the values so far, where they came from, what was found."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from ingest.findings.codes import SC003, SC010
from ingest.frontmatter.model import FrontMatter, Value
from ingest.frontmatter.vocabulary import fold_key
from ingest.metadata.model_plan import ModelPlan
from ingest.metadata.occurrences import Occurrence
from ingest.metadata.problems import Problem, sentence

if TYPE_CHECKING:
    from ingest.findings import Finding

_NUMBERS = (bool, int, float, type(None))


class MetadataDraft:
    """What the reading of one file's front matter has come to."""

    __slots__ = ("findings", "front_matter", "occurrences", "origins", "plan", "values")

    def __init__(self, front_matter: FrontMatter, plan: ModelPlan, occurrences: Mapping[str, list[Occurrence]]) -> None:
        self.front_matter = front_matter
        self.plan = plan
        self.occurrences = occurrences
        self.values: dict[str, Any] = {}
        self.origins: dict[str, Occurrence] = {}
        self.findings: list[Finding] = []

    def report(self, name: str, occurrence: Occurrence, problems: Iterable[Problem]) -> None:
        """Add the findings of one value of a field."""
        # A key that the site's model declares has the type that the model says, whatever else it means elsewhere.
        declared = bool(self.plan.own) and fold_key(str(occurrence.path[0])) in self.plan.own
        for problem in problems:
            if not (declared and problem.code is SC003):
                span = occurrence.span_at(problem.path) if problem.path else occurrence.span
                self.findings.append(problem.code.at(span, sentence(problem.message), field=name))

    def report_characters(self, name: str, occurrence: Occurrence) -> None:
        """Add SC010 for what nobody sees in a value, once where a key means two fields (`permalink`: slug and url)."""
        from ingest.metadata.control_characters import report_invisible  # noqa: PLC0415 - few values are not printable

        told = {finding.span for finding in self.findings if finding.code == SC010.code}
        self.findings += [finding for finding in report_invisible(name, occurrence) if finding.span not in told]


def is_plain(value: Value) -> bool:
    """Return whether a value that is no string has nothing invisible at first sight: numbers, lists of plain words."""
    if not isinstance(value, list):
        return isinstance(value, _NUMBERS)
    for item in value:  # noqa: SIM110 - a generator takes twice the time
        if not (item.isprintable() if isinstance(item, str) else isinstance(item, _NUMBERS)):
            return False
    return True
