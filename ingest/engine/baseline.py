"""Findings that a site lives with for now, kept in a file: a check beside it shows only what is new.

An entry is what a finding is known by when lines move (`ingest.findings.identity`): its code, the path of its file, the
field or the text it hangs on, and which of several alike it is. Paths are relative to the file's own folder.
"""

import os
from dataclasses import dataclass

from ingest.errors import IngestError
from ingest.findings.identity import Identifier, Identity
from ingest.findings.reports import FileReport
from ingest.rules.suppressions import PROJECT_CODES


@dataclass(frozen=True)
class Baseline:
    """What a file holds; `folder` is the absolute folder that its paths are relative to."""

    path: str
    folder: str
    known: frozenset[Identity]


def folder_of(path: str) -> str:
    """Return the folder that the paths in a baseline file are relative to."""
    return os.path.dirname(os.path.abspath(path))


def read_baseline(path: str) -> Baseline:
    """Return what a file holds.

    Raises:
        IngestError: It cannot be read, or is no baseline; the message names file and line.
    """
    from ingest.engine.baseline_file import parse_baseline  # noqa: PLC0415 - json is only needed where there is one

    try:
        with open(path, "rb") as file:
            content = file.read()
    except OSError as error:
        raise IngestError(f"--baseline {path}: {error.strerror}") from None
    return Baseline(path, folder_of(path), parse_baseline(content, path))


class BaselineFilter:
    """Takes the known findings out of the reports of one run, in their order; `known` counts them."""

    def __init__(self, baseline: Baseline) -> None:
        self.path, self.known = baseline.path, 0
        self._baseline = baseline
        self._identifier = Identifier()
        self._paths = {identity.path for identity in baseline.known}
        self._seen: set[Identity] = set()
        self._checked: set[str] = set()

    def new(self, report: FileReport) -> FileReport:
        """Return the report of a file with the findings that the baseline does not hold."""
        path = _relative(report, self._baseline.folder)
        if path not in self._paths:
            return report
        self._checked.add(path)
        named = list(self._identifier.identities(report._replace(path=path)))
        fresh = tuple(finding for finding, identity in named if identity not in self._baseline.known)
        self._seen.update(identity for _, identity in named if identity in self._baseline.known)
        self.known += len(named) - len(fresh)
        return report._replace(findings=fresh)

    def gone(self, enabled: frozenset[str]) -> tuple[Identity, ...]:
        """Return the entries that nothing answers to any more, once all reports were seen.

        Of a file that was not checked in this run nothing is known, unless it was deleted; nor of a code outside
        `enabled`, nor, unless every file was checked, of a rule that compares files.
        """
        unchecked = self._paths - self._checked
        deleted = {path for path in unchecked if not os.path.lexists(f"{self._baseline.folder}/{path}")}
        judged = enabled if unchecked == deleted else enabled - PROJECT_CODES
        return tuple(
            entry
            for entry in sorted(self._baseline.known - self._seen)
            if entry.path in deleted or (entry.path in self._checked and entry.code in judged)
        )


class BaselineRecorder:
    """Collects the findings of one run for a new baseline file."""

    def __init__(self, path: str) -> None:
        self._folder = folder_of(path)
        self._identifier = Identifier()
        self._identities: list[Identity] = []

    def __len__(self) -> int:
        return len(self._identities)

    def add(self, report: FileReport) -> None:
        """Take note of the findings of a file."""
        named = self._identifier.identities(report._replace(path=_relative(report, self._folder)))
        self._identities += (identity for _, identity in named)

    def content(self) -> bytes:
        """Return the file's content: JSON in UTF-8, sorted by path, one entry a line."""
        from ingest.engine.baseline_file import baseline_bytes  # noqa: PLC0415 - same

        return baseline_bytes(self._identities)


def _relative(report: FileReport, folder: str) -> str:
    return os.path.relpath(report.path, folder)
