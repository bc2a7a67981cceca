"""GitHub shows ten annotations per level: the worst come first, the rest stand in the log and the step's summary."""

from collections.abc import Callable

from ingest.findings import Severity
from ingest.findings.codes import IO001, LG001, SC007
from ingest.reporters import FileReport, ReportContext
from ingest.reporters.step_summary import step_summary
from ingest.reporters.summary import Tally


def many() -> list[FileReport]:
    return [
        FileReport(f"{number:02}.md", (LG001.at(None, "w"), SC007.at(None, "i"), IO001.at(None, "e")))
        for number in range(12)
    ]


def test_ten_of_each_level_errors_first_and_the_rest_folded(render: Callable[..., str]) -> None:
    rows = render("github", many()).split("\n")
    assert [row.split(" ")[0] for row in rows[:30]] == ["::error"] * 10 + ["::warning"] * 10 + ["::notice"] * 10
    assert rows[0] == "::error file=00.md,title=IO001 undecodable::e"
    assert rows[30] == "::group::Findings beyond the 10 of each level that GitHub annotates: 6"
    assert rows[31:] == [
        f"{number}.md:1:1: {rest}" for number in (10, 11) for rest in ("LG001 w", "SC007 i", "IO001 e")
    ] + [
        "::endgroup::",
        "",
    ]


def test_step_summary(reports: list[FileReport]) -> None:
    tally = Tally()
    assert list(tally.watch(reports)) == reports
    text = step_summary(tally.summary(3, 2, 1), ReportContext("1", colour=True))
    assert text.split("\n")[:8] == [
        "## ingest check",
        "",
        "Found 1 error, 5 warnings, 1 note in 2 of 3 files, 1 refusal.",
        "",
        "\\[\\*\\] 1 fixable with \\`ingest check --fix\\`; 1 more with \\`--unsafe-fixes\\`.",
        "",
        "| Findings | Severity | Rule | Meaning | First |",
        "| ---: | --- | --- | --- | --- |",
    ]
    assert text.split("\n")[8] == (
        "| 1 | error | IO001 undecodable | The bytes are no text in any encoding that is looked for. "
        "| bad/\\\\xff\\|\\<a\\> b.md |"
    )


def test_summary_counts() -> None:
    tally = Tally()
    list(tally.watch(many()))
    summary = tally.summary(12, 12, 0)
    assert [summary.count(severity) for severity in Severity] == [12, 12, 12]
    assert (summary.files_with_findings, summary.fixable, summary.unsafe) == (12, 0, 0)
    assert [rule.first for rule in summary.rules] == ["00.md"] * 3
