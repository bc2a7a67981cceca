"""A finding is the same one after lines moved, and never the same as another."""

import json
from collections.abc import Callable

import pytest

from ingest.findings import Code, Span
from ingest.findings.codes import BD002, FM011, LG001
from ingest.findings.reports import FileReport, report_of
from ingest.source import Source


def report(text: str, *marked: tuple[Code, int, str, str | None]) -> FileReport:
    findings = [code.at(Span(start, start + 1), message, field=field) for code, start, message, field in marked]
    return report_of("a.md", findings, Source("a.md", b"", text))


def fingerprints(render: Callable[..., str], *reports: FileReport) -> list[str]:
    by_gitlab = [issue["fingerprint"] for issue in json.loads(render("gitlab", reports))]
    results = json.loads(render("sarif", reports))["runs"][0]["results"]
    assert [result["partialFingerprints"]["ingestFinding/v1"] for result in results] == by_gitlab
    return by_gitlab


def test_moving_and_indenting_a_line_changes_nothing(render: Callable[..., str]) -> None:
    before = report("x  y\n", (BD002, 0, "m", None))
    after = report("\n\n  x y\n", (BD002, 4, "another message", None))
    assert fingerprints(render, before) == fingerprints(render, after)


@pytest.mark.parametrize(
    "other",
    [
        report("x z\n", (BD002, 0, "m", None)),
        report("x y\n", (FM011, 0, "m", None)),
        report("x y\n", (BD002, 0, "m", "title")),
    ],
)
def test_other_text_code_or_field_is_another_finding(other: FileReport, render: Callable[..., str]) -> None:
    assert fingerprints(render, report("x y\n", (BD002, 0, "m", None))) != fingerprints(render, other)


def test_alike_findings_are_counted_even_over_two_reports_of_one_file(render: Callable[..., str]) -> None:
    twice = report("x\nx\n", (LG001, 0, "m", None), (LG001, 2, "m", None))
    assert len(set(fingerprints(render, twice, twice))) == 4
