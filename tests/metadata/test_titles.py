"""Titles: normalised, free of quotes and of what nobody sees, and no placeholders."""

import time
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.findings import Edit, Span
from ingest.metadata import MetadataReading, clean_text, is_title_placeholder, normalise_title

Read = Callable[..., MetadataReading]


@pytest.mark.parametrize(
    ("title", "normalised"),
    [
        ("Plain", "Plain"),
        ("  two   blanks\tand\na line ", "two blanks and a line"),
        ("第一章\u3000总则", "第一章 总则"),
        ("no\u00a0break", "no break"),
        ("line\u2028separator", "line separator"),
        ('"中文标题"', "中文标题"),
        ("'single'", "single"),
        ("\"'both'\"", "both"),
        ('" inner blanks "', "inner blanks"),
        ('"A" and "B"', '"A" and "B"'),
        ('"open', '"open'),
        ('say "hi"', 'say "hi"'),
        ("'it's'", "'it's'"),
        ("「引用」", "「引用」"),
        ("《书名》", "《书名》"),
        ("“弯引号”", "“弯引号”"),
        ('"', '"'),
        ('""', ""),
        ("cafe\u0301", "café"),
        ("A &amp; B", "A &amp; B"),
        ("**bold**", "**bold**"),
    ],
)
def test_a_title_is_normalised(title: str, normalised: str) -> None:
    assert normalise_title(title) == normalised


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("a\u202eb", "ab"),
        ("a\u200bb", "ab"),
        ("\ufeffa", "a"),
        ("a\u00adb", "ab"),
        ("a\x00b\x1bc\x7f", "abc"),
        ("a\u2066b", "ab"),
        ("left\u200eright", "leftright"),
        ("a\u200db", "ab"),
        ("a\U000e0041\U000e0042b", "ab"),
        ("a\ud800b", "ab"),
        ("icon \ue000", "icon \ue000"),
        # these do a job
        ("👨\u200d👩\u200d👧", "👨\u200d👩\u200d👧"),
        ("🏳\ufe0f\u200d🌈", "🏳\ufe0f\u200d🌈"),
        ("👩🏽\u200d💻", "👩🏽\u200d💻"),
        (
            "🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f",
            "🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f",
        ),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("क्\u200dष", "क्\u200dष"),
        ("שלום\u200f!", "שלום\u200f!"),
        ("\u2067שלום\u2069 x", "\u2067שלום\u2069 x"),
        ("ภาษา\u200bไทย", "ภาษา\u200bไทย"),
        # and these do not, though their script knows such characters
        ("שלום\u202e x", "שלום x"),
        ("\u2067שלום", "שלום"),
        ("a\u200f b", "a b"),
        ("\u180e\u180e", ""),
        ("\u180e\u200cم", "م"),
    ],
)
def test_invisible_characters_go_unless_their_script_needs_them(text: str, cleaned: str) -> None:
    assert clean_text(text) == cleaned


INVISIBLE = st.sampled_from("\u180e\u200c\u200d\u200b\u2060\u202e\u2067\u2069\u200f\u061c\ufe0f\u00ad a中مש👩क\"'")


@given(st.text() | st.text(INVISIBLE, max_size=8))
def test_normalising_twice_changes_nothing_more(text: str) -> None:
    once = normalise_title(text)
    assert normalise_title(once) == once
    assert once == once.strip()
    assert "  " not in once


@pytest.mark.parametrize(
    "title",
    ["None", "null", "", "undefined", "TODO", "N/A", "Untitled", "标题", "无标题", "Title", "---", "…", "{{ title }}"],
)
def test_a_placeholder_is_no_title(read: Read, title: str) -> None:
    assert is_title_placeholder(title)
    reading = read(f"title: '{title}'")
    assert reading.metadata.title is None
    assert [finding.code for finding in reading.findings] == ["SC009"]
    assert reading.findings[0].field == "title"


@pytest.mark.parametrize(
    "title", ["Nonesuch", "The title", "Null Island", "C", "9", "TODO lists", "标题党", "--help", "Nan Goldin"]
)
def test_what_only_begins_like_a_placeholder_is_a_title(read: Read, title: str) -> None:
    assert read(f'title: "{title}"').metadata.title == title


@pytest.mark.parametrize(
    ("value", "title"),
    [
        ("2024", "2024"),
        ("1.10", "1.10"),
        ("0o17", "0o17"),
        ("007", "007"),
        ("1e3", "1e3"),
        ("no", "no"),
        ("12:30", "12:30"),
    ],
)
def test_a_title_that_yaml_takes_for_a_number_stays_as_written(read: Read, value: str, title: str) -> None:
    assert read(f"title: {value}").metadata.title == title


@pytest.mark.parametrize("value", ["true", "[a, b]", "{a: b}"])
def test_what_is_no_text_is_no_title(read: Read, value: str) -> None:
    reading = read(f"title: {value}")
    assert reading.metadata.title is None
    assert [finding.code for finding in reading.findings] == ["SC003"]


def test_an_empty_title_is_named(read: Read) -> None:
    finding = read("title:").findings[0]
    assert (finding.code, finding.field) == ("SC009", "title")
    assert "empty" in finding.message


def test_invisible_characters_are_reported_and_can_be_taken_out(read: Read) -> None:
    finding = read("title: a\u202eb\u200b").findings[0]
    assert finding.code == "SC010"
    assert "U+202E" in finding.message
    assert "U+200B" in finding.message
    assert finding.fix is not None
    assert finding.fix.edits == (Edit(Span(12, 13), ""), Edit(Span(14, 15), ""))


def test_escaped_characters_are_reported_without_a_fix(read: Read) -> None:
    finding = read('title: "a\\u202eb"').findings[0]
    assert (finding.code, finding.fix) == ("SC010", None)


def test_a_key_with_two_meanings_reports_its_characters_once(read: Read) -> None:
    assert [finding.code for finding in read("permalink: /a\u200bb/").findings] == ["SC010"]


@pytest.mark.parametrize(
    "text", ["a" + "\u0301\u0327" * 50_000, "\u200d" * 100_000, "\u202e" * 100_000, '"' * 100_000, "👩\u200d" * 50_000]
)
def test_a_hostile_title_takes_time_in_proportion(text: str) -> None:
    started = time.process_time()
    normalise_title(text)
    assert time.process_time() - started < 2
