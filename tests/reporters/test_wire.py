"""Findings as records hold them, and where the engine says they lie."""

import json
from dataclasses import asdict

from ingest.findings import Applicability, Edit, Fix, Position, Span
from ingest.findings.codes import BD002, IO001, LG001
from ingest.findings.reports import report_of
from ingest.findings.wire import to_record
from ingest.source import Source

SOURCE = Source("a.md", b"", "一二\r\n\u2028x\r\n\r\nend")


def test_keys_stand_in_the_order_of_the_record() -> None:
    fix = Fix("mend", (Edit(Span(5, 6), "y"), Edit(Span(0, 0), "n")), Applicability.UNSAFE)
    record = to_record(LG001.at(Span(1, 2), "m", field="title", fix=fix), SOURCE.position)
    assert json.dumps(asdict(record), ensure_ascii=False) == (
        '{"code": "LG001", "rule": "title-language-mismatch", "severity": "warning", "message": "m", "field": "title",'
        ' "line": 1, "column": 2, "end_line": 1, "end_column": 3, "fix": {"description": "mend",'
        ' "applicability": "unsafe", "edits": ['
        '{"line": 1, "column": 1, "end_line": 1, "end_column": 1, "replacement": "n"},'
        ' {"line": 2, "column": 2, "end_line": 2, "end_column": 3, "replacement": "y"}]}}'
    )


def test_what_is_about_the_file_has_no_place() -> None:
    record = to_record(IO001.at(None, "bytes \udc80"), SOURCE.position)
    assert (record.line, record.column, record.end_line, record.end_column, record.fix) == (None,) * 5
    assert record.message == "bytes \\udc80"


def test_a_report_sorts_locates_and_keeps_the_lines_it_shows() -> None:
    fix = Fix("mend", (Edit(Span(9, 9), "!"),))
    report = report_of(
        "a.md", [BD002.at(Span(10, 13), "late", fix=fix), LG001.at(Span(0, 1), "early"), IO001.at(None, "file")], SOURCE
    )
    assert [finding.message for finding in report.findings] == ["file", "early", "late"]
    assert report.findings[2].position == Position(4, 1, 4, 4)
    assert report.lines == {1: "一二", 2: "\u2028x", 3: "", 4: "end"}
    assert report.edit_positions == {Span(9, 9): SOURCE.position(Span(9, 9))}


def test_lines_that_no_finding_needs_are_left_out() -> None:
    source = Source("a.md", b"", "1\n2\n3\n4\n5\n6\n7\n")
    assert sorted(report_of("a.md", [LG001.at(Span(8, 9), "m")], source).lines) == [4, 5, 6]


def test_an_unreadable_file_has_findings_without_lines() -> None:
    report = report_of("a.md", [IO001.at(None, "no")], None)
    assert (len(report.findings), report.lines) == (1, {})
