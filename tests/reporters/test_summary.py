"""The last lines, and the statistics."""

from collections.abc import Callable

import pytest

from ingest.findings.codes import IO001, LG001
from ingest.reporters import FileReport, ReportContext
from ingest.reporters.summary import Tally, summary_lines


@pytest.mark.parametrize(
    ("reports", "counts", "text"),
    [
        ([], (1200, 1200, 0), "No findings in 1,200 files.\n"),
        ([FileReport("a.md")], (1, 1, 0), "No findings in 1 file.\n"),
        ([FileReport("a.md", (LG001.at(None, "m"),))], (2, 2, 0), "Found 1 warning in 1 of 2 files.\n"),
        ([FileReport("a.md", (IO001.at(None, "m"),) * 2)], (1, 0, 2), "Found 2 errors in 1 of 1 file, 2 refusals.\n"),
    ],
)
def test_summary_lines(reports: list[FileReport], counts: tuple[int, int, int], text: str) -> None:
    tally = Tally()
    list(tally.watch(reports))
    assert "".join(summary_lines(tally.summary(*counts), ReportContext("1"))) == text


def test_statistics_align_in_cells(render: Callable[..., str]) -> None:
    long = LG001.at(None, "m")._replace(code="站点001", rule="标题语言")
    rows = render("statistics", [FileReport("a.md", (long, *[IO001.at(None, "m")] * 11))]).split("\n")
    assert rows == [
        "11  error    IO001    [ ]  undecodable  The bytes are no text in any encoding that is looked for.",
        " 1  warning  站点001  [ ]  标题语言",
        "",
    ]
