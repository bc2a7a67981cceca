"""What nearly every article has is read on short ways, and as on the long ones."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.findings import Span
from ingest.frontmatter import Entry, Format, FrontMatter, Value
from ingest.frontmatter.recovery.health import is_date
from ingest.metadata import MetadataFields, read_metadata
from ingest.metadata.date_reading import DateReading
from ingest.metadata.dates import usual_date
from ingest.metadata.fields import fields_with
from ingest.metadata.written_dates import read_written_date
from ingest.source import IDENTITY

DAYS = st.sampled_from(
    ["2024-05-01", "2024-02-30", "2024-12-31", "0999-01-01", "2024-5-1", "2024-W01-1", "20240501", "２０２４-05-01"]
)
MARKS = st.sampled_from([*" T", *" T", "t", "", "  ", ", ", "\t", "\u00a0", "0"])
CLOCKS = st.sampled_from(
    [
        "10:30:00",
        "00:00:00",
        "10:30",
        "9:05",
        "23:59:60",
        "24:00:00",
        "10:60",
        "10:30:61",
        "10:30:",
        "10:30:5",
        "10.30",
        "1030",
        "10",
    ]
) | st.from_regex(r"[0-2][0-9]:[0-6][0-9](:[0-6][0-9])?", fullmatch=True)
ZONES = st.sampled_from(
    [
        "",
        "",
        "Z",
        "+08:00",
        " +0800",
        "+0530",
        "-05:00",
        "-13:00",
        "+15:00",
        "+8",
        " CST",
        " UTC",
        "UTC+8",
        " PM",
        " AM",
        "pm",
        " a.m.",
    ]
) | st.sampled_from(
    ["z", " ", "\t", ".5", ".000Z", ",25", " [Asia]", " (CST)", "  +0800", "−08:00", "Z Z", "\u200b", "a"]
)
DATES = st.tuples(DAYS, MARKS, CLOCKS, ZONES).map("".join) | DAYS


def front_matter_of(data: dict[str, Value]) -> FrontMatter:
    entries = tuple(Entry(key, value, Span(0, 1), Span(1, 2)) for key, value in data.items())
    return FrontMatter(Format.YAML, "---\n---\n", Span(4, 4), 8, data, entries, IDENTITY)


@settings(max_examples=1000)
@given(DATES)
def test_a_usual_date_is_read_as_any_other(text: str) -> None:
    usual = usual_date(text)
    assert usual is None or read_written_date(text) == DateReading(usual)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2024-05-01", "2024-05-01"),
        ("2024-05-01 10:30", "2024-05-01T10:30:00"),
        ("2024-05-01 10:30:05", "2024-05-01T10:30:05"),
        ("2024-05-01T10:30:05Z", "2024-05-01T10:30:05Z"),
        ("2024-05-01T10:30:05.125Z", "2024-05-01T10:30:05.125Z"),
        ("2024-05-01 10:30:05 +0800", "2024-05-01T10:30:05+08:00"),
        ("2024-05-01 10:30:05 PM", None),
        ("2024-05-01 12:30:05 a.m.", None),
        ("2024-05-01 07:21:Z", None),
        ("2024-05-01 07:21:5", None),
        ("2024-05-01 24:00:00", None),
        ("2024-05-01 10:30-11:30", None),
        ("2024-05-01 10:30:05 CST", None),
        ("2024-05-01 101010.5", None),
        ("2024-02-30 10:30:05", None),
        ("0024-05-01", None),
        ("1. Mai 2024", None),
        ("", None),
    ],
)
def test_which_dates_are_usual(text: str, value: str | None) -> None:
    assert usual_date(text) == value


@settings(max_examples=500)
@given(st.tuples(DATES, st.sampled_from(["", "", ",", ";", "\\", " x", " " * 50])).map("".join) | st.text(max_size=12))
def test_a_usual_date_needs_no_expression(text: str) -> None:
    # A blank in front says nothing, and hides the usual form.
    assert is_date(text) == is_date(f" {text}") or len(text) in {59, 60}


LABELS = st.recursive(
    st.sampled_from(["a", "b c", "茶", "", " a ", '"a"', "#a", "#", "C#", "None", "todo", "n/a", "e\u0301", "a\u200b"])
    | st.sampled_from(["{{x}}", "x" * 101, "None" + " " * 100])
    | st.sampled_from([None, True, 20]),
    lambda inner: st.lists(inner, max_size=3),
    max_leaves=6,
)


@settings(max_examples=500)
@given(st.lists(LABELS, max_size=5))
def test_labels_are_read_as_among_other_values(labels: list[Value]) -> None:
    # A null says nothing, and makes the list one that is not of texts.
    plain, other = (read_metadata(front_matter_of({"tags": value})) for value in (labels, [None, *labels]))
    assert plain.fields == other.fields
    assert [one.message for one in plain.findings] == [one.message for one in other.findings]


@given(st.dictionaries(st.sampled_from(MetadataFields._fields), st.text()))
def test_fields_are_those_that_the_constructor_makes(values: dict[str, str]) -> None:
    assert fields_with(values) == MetadataFields(**values)  # type: ignore[arg-type] # no type is asked for
