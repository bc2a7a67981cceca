"""A baseline lets through what is new, whatever moved, and says what is gone."""

import json
from pathlib import Path

import pytest

from ingest.engine.baseline import BaselineFilter, BaselineRecorder, read_baseline
from ingest.errors import IngestError
from ingest.findings import CODES, Code, Span
from ingest.findings.codes import BD002, LG001, SC009, SC011
from ingest.findings.reports import FileReport, report_of
from ingest.source import Source

ALL = frozenset(CODES)


def report(path: str, text: str, *marked: tuple[Code, int, str | None]) -> FileReport:
    """Return a report with a finding at each offset, with or without a field."""
    findings = [code.at(Span(start, start + 1), "message", field=field) for code, start, field in marked]
    return report_of(path, findings, Source(path, b"", text))


OLD = report("posts/茶.md", "one\ntwo\ntwo\n", (LG001, 0, "title"), (BD002, 4, None), (BD002, 8, None))


@pytest.fixture(autouse=True)
def in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("posts/茶.md", "posts/b.md"):
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).touch()


def written(*reports: FileReport, path: str = "baseline.json") -> BaselineFilter:
    """Write a baseline of some reports and return what it takes out of the next run."""
    recorder = BaselineRecorder(path)
    for each in reports:
        recorder.add(each)
    Path(path).write_bytes(recorder.content())
    return BaselineFilter(read_baseline(path))


def codes(found: FileReport) -> list[str]:
    return [finding.code for finding in found.findings]


def test_nothing_is_new_the_next_day() -> None:
    known = written(OLD)
    assert codes(known.new(OLD)) == []
    assert known.known == 3
    assert known.gone(ALL) == ()


def test_known_findings_may_move_and_be_indented() -> None:
    moved = report(
        "posts/茶.md", "zero\n\n two\none\ntwo \n", (BD002, 7, None), (LG001, 11, "title"), (BD002, 15, None)
    )
    assert codes(written(OLD).new(moved)) == []


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        pytest.param(report("posts/茶.md", "two\n", (SC009, 0, None)), ["SC009"], id="other code"),
        pytest.param(report("posts/茶.md", "two\n", (LG001, 0, "description")), ["LG001"], id="other field"),
        pytest.param(report("posts/茶.md", "three\n", (BD002, 0, None)), ["BD002"], id="other text"),
        pytest.param(report("posts/b.md", "two\n", (BD002, 0, None)), ["BD002"], id="other file"),
        pytest.param(
            report("posts/茶.md", "two\ntwo\ntwo\n", *((BD002, at, None) for at in (0, 4, 8))), ["BD002"], id="one more"
        ),
    ],
)
def test_new_findings_are_let_through(today: FileReport, expected: list[str]) -> None:
    assert codes(written(OLD).new(today)) == expected


def test_findings_of_one_file_in_two_reports_are_told_apart() -> None:
    late = FileReport("posts/茶.md", (SC011.at(None, "message", field="slug"),))
    known = written(OLD, late)
    assert [codes(known.new(each)) for each in (OLD, late, late)] == [[], [], ["SC011"]]


def test_paths_are_those_beside_the_baseline(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("ci").mkdir()
    known = written(OLD, path="ci/baseline.json")
    assert "../posts/茶.md" in Path("ci/baseline.json").read_text(encoding="utf-8")
    monkeypatch.chdir("posts")
    assert codes(known.new(report("茶.md", "one\n", (LG001, 0, "title")))) == []


@pytest.mark.parametrize(
    ("checked", "enabled", "expected"),
    [
        pytest.param(["posts/茶.md", "posts/b.md"], ALL, ["BD002", "BD002", "LG001", "SC011"], id="everything"),
        pytest.param(["posts/茶.md"], ALL, ["BD002", "BD002", "LG001"], id="a rule over files needs all of them"),
        pytest.param(["posts/b.md"], ALL, [], id="not looked at"),
        pytest.param(["posts/茶.md", "posts/b.md"], frozenset({"LG001"}), ["LG001"], id="not looked for"),
    ],
)
def test_gone_entries(checked: list[str], enabled: frozenset[str], expected: list[str]) -> None:
    duplicate = FileReport("posts/茶.md", (SC011.at(None, "message", field="slug"),))
    still_there = report("posts/b.md", "x\n", (SC009, 0, "author"))
    known = written(OLD, duplicate, still_there)
    for path in checked:
        known.new(still_there if path == still_there.path else FileReport(path))
    assert [entry.code for entry in known.gone(enabled)] == expected


def test_entries_of_a_deleted_file_are_gone() -> None:
    known = written(OLD)
    Path("posts/茶.md").unlink()
    assert len(known.gone(ALL)) == 3


def test_the_file_is_sorted_readable_and_one_entry_a_line() -> None:
    written(report("posts/b.md", "x\n", (SC009, 0, "author")), OLD)
    first = Path("baseline.json").read_bytes()
    written(OLD, report("posts/b.md", "x\n", (SC009, 0, "author")))
    assert Path("baseline.json").read_bytes() == first
    lines = first.decode().splitlines()
    assert lines[3] == '{"path": "posts/b.md", "code": "SC009", "anchor": "author", "nth": 1},'
    assert lines[-4:] == [
        '{"path": "posts/茶.md", "code": "BD002", "anchor": "two", "nth": 2},',
        '{"path": "posts/茶.md", "code": "LG001", "anchor": "title", "nth": 1}',
        "]",
        "}",
    ]
    assert len(json.loads(first)["findings"]) == len(lines) - 5


def test_an_empty_baseline_and_a_name_that_is_no_utf8() -> None:
    assert codes(written().new(OLD)) == codes(OLD)
    odd = report("posts/\udce9.md", "x\n", (SC009, 0, "author"))
    assert codes(written(odd).new(odd)) == []


ENTRY = '{"path": "a.md", "code": "SC009", "anchor": "author", "nth": 1}'


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("", "baseline.json:1: this is no JSON"),
        (
            f'{{\n"version": 1,\n"findings": [\n{ENTRY},\n<<<<<<< HEAD\n{ENTRY}\n]\n}}',
            "baseline.json:5: this is no JSON",
        ),
        ("[]", "baseline.json:1: a baseline is an object"),
        ('{"version": 2, "findings": []}', "baseline.json:1: version 2 "),
        (f'{{"version": 1,\n"findings": [\n{ENTRY},\n{ENTRY}, 7\n]}}', "baseline.json:4: an entry needs"),
        ('{"version": 1,\n"findings": [\n{"path": "a.md"}]}', "baseline.json:3: an entry needs"),
        (f'{{"version": 1, "findings": [{ENTRY.replace("1}", "0}")}]}}', "baseline.json:1: an entry needs"),
        (f'{{"version": 1, "findings": [{ENTRY.replace("1}", "[]}")}]}}', "baseline.json:1: an entry needs"),
        ("[" * 100_000, "baseline.json:1: this is no baseline"),
        ("9" * 5_000, "baseline.json:1: this is no baseline"),
    ],
)
def test_what_is_wrong_in_a_baseline_is_said_with_its_line(content: str, message: str) -> None:
    Path("baseline.json").write_text(content, encoding="utf-8")
    with pytest.raises(IngestError) as caught:
        read_baseline("baseline.json")
    assert str(caught.value).startswith(message)


def test_a_baseline_that_is_not_there() -> None:
    with pytest.raises(IngestError, match="No such file"):
        read_baseline("none.json")
