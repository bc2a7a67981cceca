"""Every format on one made-up run, byte for byte; each golden file was read by a person."""

from collections.abc import Callable
from pathlib import Path

import pytest

from ingest.findings.reports import FileReport
from ingest.reporters import REPORTERS

GOLDEN = Path(__file__).parent / "golden"
CASES = [(name, 100, f"{name}.txt") for name in REPORTERS if name != "full"]
CASES += [("full", width, f"full-{width}.txt") for width in (20, 40, 100)]


@pytest.mark.parametrize(("name", "width", "file"), CASES)
def test_output_is_the_golden_one(
    name: str, width: int, file: str, reports: list[FileReport], render: Callable[..., str]
) -> None:
    expected = (GOLDEN / file).read_bytes().decode()
    assert render(name, reports, width=width) == expected


@pytest.mark.parametrize("name", REPORTERS)
def test_no_colour_unless_asked_for(name: str, reports: list[FileReport], render: Callable[..., str]) -> None:
    assert "\x1b" not in render(name, reports)


@pytest.mark.parametrize("name", ["full", "concise", "grouped", "statistics"])
def test_colour_adds_sequences_and_nothing_else(
    name: str, reports: list[FileReport], render: Callable[..., str]
) -> None:
    import re

    coloured = render(name, reports, colour=True)
    assert "\x1b[1;31m" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == render(name, reports)


@pytest.mark.parametrize(
    ("name", "expected"),
    [("full", ""), ("json", "[]\n"), ("jsonl", ""), ("gitlab", "[]\n"), ("markdown", "No findings.\n"), ("github", "")],
)
def test_nothing_found(name: str, expected: str, render: Callable[..., str]) -> None:
    assert render(name, []) == expected


def test_without_show_fixes_no_text_speaks_of_fixes(reports: list[FileReport], render: Callable[..., str]) -> None:
    for name in ("full", "concise", "grouped", "github", "markdown", "statistics"):
        text = render(name, reports, show_fixes=False)
        assert "[*]" not in text
        assert "fix available" not in text
