"""docs/rules.md holds what `ingest rules` and `ingest explain` show."""

import argparse
from pathlib import Path

import pytest

from ingest.cli import rules
from ingest.rules import RULES

DOCUMENT = Path(__file__).parents[2] / "docs" / "rules.md"


def test_the_document_is_up_to_date(capsys: pytest.CaptureFixture[str]) -> None:
    rules.run(argparse.Namespace(output_format="markdown"))
    same = DOCUMENT.read_text(encoding="utf-8") == capsys.readouterr().out
    assert same, "write it again with `make docs`"


def test_the_document_has_a_section_for_every_rule() -> None:
    headings = [line.split() for line in DOCUMENT.read_text(encoding="utf-8").splitlines() if line.startswith("## ")]
    assert [heading[1] for heading in headings] == list(RULES)
