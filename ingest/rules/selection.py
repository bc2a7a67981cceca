"""Which rules speak, and how loudly."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from ingest.errors import IngestError
from ingest.findings import Finding, Severity
from ingest.rules.registry import RULES

DEFAULT_CODES = frozenset(code for code, rule in RULES.items() if rule.default)
NO_SEVERITIES: Mapping[str, Severity] = {}


class UnknownSelectorError(IngestError):
    """A selector names no rule."""


def codes_of(selectors: Iterable[str]) -> frozenset[str]:
    """Return the codes that selectors name: a code, the beginning of codes, a rule's name, or `ALL`.

    Raises:
        UnknownSelectorError: for a selector that matches nothing.
    """
    codes: set[str] = set()
    for selector in selectors:
        wanted = selector.strip()
        matched = {code for code, rule in RULES.items() if _matches(wanted, code, rule.code.name)}
        if not matched:
            raise UnknownSelectorError(f"no rule is called {wanted!r}; `ingest rules` lists them")
        codes |= matched
    return frozenset(codes)


def _matches(selector: str, code: str, name: str) -> bool:
    if not selector:
        return False
    return selector.upper() == "ALL" or code.startswith(selector.upper()) or name == selector.lower()


class Selection(NamedTuple):
    """The enabled rules and the severities that differ from the rules' own."""

    enabled: frozenset[str] = DEFAULT_CODES
    severities: Mapping[str, Severity] = NO_SEVERITIES

    def apply(self, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """Return the findings of enabled rules, with their configured severity."""
        enabled, severities = self.enabled, self.severities
        spoken = [finding for finding in findings if finding.code in enabled]
        if severities:
            spoken = [one._replace(severity=severities.get(one.code, one.severity)) for one in spoken]
        return tuple(spoken)

    def without(self, codes: frozenset[str]) -> "Selection":
        """Return the selection with some rules silent."""
        return Selection(self.enabled - codes, self.severities)
