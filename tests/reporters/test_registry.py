"""Formats are found by name and cost nothing until they are chosen."""

import subprocess
import sys

import pytest

from ingest.errors import IngestError
from ingest.reporters import REPORTERS, load


@pytest.mark.parametrize("name", REPORTERS)
def test_every_format_has_its_module(name: str) -> None:
    assert callable(load(name).report)


def test_an_unknown_format_is_a_usage_error() -> None:
    with pytest.raises(IngestError, match="no output format 'xml'; there are full, concise"):
        load("xml")


@pytest.mark.parametrize(
    ("name", "text", "unwanted"),
    [
        ("full", "plain", {"wcwidth", "orjson", "json", "hashlib"}),
        ("json", "中文", {"wcwidth", "hashlib", "urllib.parse"}),
    ],
)
def test_a_format_imports_only_what_it_needs(name: str, text: str, unwanted: set[str]) -> None:
    code = f"""
import sys
from ingest.findings import Finding, Position, Severity
from ingest.reporters import FileReport, ReportContext, load
finding = Finding("LG001", "r", Severity.ERROR, {text!r}, position=Position(1, 1, 1, 2))
"".join(load({name!r}).report([FileReport("a.md", (finding,), {{1: {text!r}}})], ReportContext("1")))
print(*sorted(set(sys.modules)))
"""
    done = subprocess.run([sys.executable, "-I", "-c", code], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    expected = unwanted if name == "full" else unwanted - {"urllib.parse"}
    assert not expected & loaded
