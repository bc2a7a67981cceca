"""Fixes are applied in rounds, kept only when the result proves them, and an end is reached."""

import re

import pytest

from ingest.findings import Applicability, Edit, Finding, Fix, Severity, Span
from ingest.fixes import Reading, fix_text


def finding(start: int, end: int, replacement: str, applicability: Applicability = Applicability.SAFE) -> Finding:
    fix = Fix("a fix", (Edit(Span(start, end), replacement),), applicability)
    return Finding("XX001", "made-up", Severity.WARNING, "made up", Span(start, end), fix=fix)


def tabs_to_blanks(text: str) -> Reading:
    """Finds tabs; what stays when blanks are folded is the essence."""
    found = tuple(finding(match.start(), match.end(), " ") for match in re.finditer("\t", text))
    return Reading(found, text.split())


def test_every_fix_of_a_batch_is_applied() -> None:
    outcome = fix_text("a\tb\tc", tabs_to_blanks, Applicability.SAFE)
    assert (outcome.text, len(outcome.applied)) == ("a b c", 2)


def test_a_text_without_findings_stays() -> None:
    assert fix_text("a b", tabs_to_blanks, Applicability.SAFE).text == "a b"


def test_an_unsafe_fix_needs_permission() -> None:
    def read(text: str) -> Reading:
        return Reading((finding(0, 1, "", Applicability.UNSAFE),) if text.startswith("x") else (), text)

    assert fix_text("xa", read, Applicability.SAFE).text == "xa"
    assert fix_text("xa", read, Applicability.UNSAFE).text == "a"


def test_a_safe_fix_that_changes_the_essence_is_not_kept() -> None:
    def read(text: str) -> Reading:
        return Reading((finding(0, 1, "y"),) if text.startswith("x") else (), text)

    assert fix_text("xa", read, Applicability.SAFE).text == "xa"


def test_a_bad_fix_does_not_keep_a_good_one_back() -> None:
    def read(text: str) -> Reading:
        spoils = (finding(0, 1, "y"),) if text.startswith("x") else ()
        mends = tuple(finding(match.start(), match.end(), " ") for match in re.finditer("\t", text))
        return Reading((*spoils, *mends), text.split())

    assert fix_text("x\tb", read, Applicability.SAFE).text == "x b"


def test_a_fix_that_brings_a_new_error_is_not_kept_even_when_unsafe() -> None:
    error = Finding("XX002", "worse", Severity.ERROR, "worse")

    def read(text: str) -> Reading:
        return Reading((finding(0, 1, "", Applicability.UNSAFE),) if text.startswith("x") else (error,), text)

    assert fix_text("xa", read, Applicability.UNSAFE).text == "xa"


def test_overlapping_fixes_take_turns() -> None:
    def read(text: str) -> Reading:
        if text == "aaaa":
            return Reading((finding(0, 3, "b"), finding(2, 4, "c")), None)
        return Reading((finding(1, 2, "d"),) if text == "ba" else (), None)

    assert fix_text("aaaa", read, Applicability.SAFE).text == "bd"


def test_fixes_that_undo_each_other_come_to_an_end() -> None:
    def read(text: str) -> Reading:
        return Reading((finding(0, 1, "b" if text == "a" else "a"),), None)

    assert fix_text("a", read, Applicability.SAFE).text in {"a", "b"}


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_inserted_lines_end_as_the_file_does(newline: str) -> None:
    def read(text: str) -> Reading:
        return Reading((finding(0, 0, "---\n"),) if not text.startswith("---") else (), None)

    assert fix_text(f"a{newline}", read, Applicability.SAFE, newline).text == f"---{newline}a{newline}"
