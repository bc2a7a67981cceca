"""Whatever stands under whatever key: a reading comes back, and what it says is clean."""

import re
import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.findings import Span
from ingest.frontmatter import Entry, Format, FrontMatter, Value
from ingest.frontmatter.vocabulary import FIELD_NAMES
from ingest.metadata import Metadata, MetadataOptions, read_metadata
from ingest.source import IDENTITY

NAMES = sorted({name.partition(".")[0] for names in FIELD_NAMES.values() for name in names})
RFC_3339 = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?)?", re.ASCII)

SCALARS = (
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=40)
    | st.sampled_from(["None", "2024-05-01", "01/05/2024", "A, B and C", "https://a.example/b", "#a", "a\u202eb"])
    | st.sampled_from(["[", "{{x}}", '"x"', "\ud800", "0", "  ", "2024"])
)  # fmt: skip
KEYS = st.sampled_from(["name", "url", "src", "created", "updated", "tags", "key", "title"]) | st.text(max_size=8)
VALUES = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4), max_leaves=12
)


def front_matter_of(data: dict[str, Value]) -> FrontMatter:
    entries = tuple(Entry(key, value, Span(0, 1), Span(1, 2)) for key, value in data.items())
    return FrontMatter(Format.YAML, "---\n---\n", Span(4, 4), 8, data, entries, IDENTITY)


class Own(Metadata, extra="allow"):
    series: str | None = None
    title: str


@given(st.dictionaries(st.sampled_from(NAMES) | st.text(max_size=12), VALUES, max_size=4))
def test_any_value_under_any_key_is_read(data: dict[str, Value]) -> None:
    reading = read_metadata(front_matter_of(data), MetadataOptions(required=("date", "x")))
    metadata = reading.metadata
    texts = [
        metadata.title,
        metadata.description,
        *metadata.tags,
        *metadata.categories,
        *(one.name for one in metadata.authors),
    ]
    for text in filter(None, texts):
        assert text.strip() == text
        assert unicodedata.is_normalized("NFC", text)
        assert not any(unicodedata.category(char) in {"Cc", "Cs"} for char in text)
    for day in (metadata.date, metadata.updated):
        assert day is None or RFC_3339.fullmatch(day)
    for finding in reading.findings:
        assert finding.code.startswith("SC")
        assert finding.message.isprintable()
    assert metadata.model_dump_json()


@given(st.dictionaries(st.sampled_from(["title", "series", "date"]) | st.text(max_size=6), VALUES, max_size=4))
def test_any_value_goes_through_a_site_s_model(data: dict[str, Value]) -> None:
    assert isinstance(read_metadata(front_matter_of(data), MetadataOptions(Own)).metadata, Metadata)


@pytest.mark.parametrize(
    "unit",
    [
        "A, ",
        "A and ",
        "[",
        "(",
        "<",
        "a@",
        "2024-",
        "、",
        " ",
        '"',
        "#",
        "a\u202e",
        "http://",
        ":a/",
        "年",
        "é\u0301",
        "{{",
    ],
)
def test_a_long_value_takes_time_in_proportion(unit: str) -> None:
    text = unit * (10_000 // len(unit))  # a megabyte with all the keys, as much as front matter may have
    data: dict[str, Value] = dict.fromkeys(NAMES, text)
    started = time.process_time()
    read_metadata(front_matter_of(data))
    assert time.process_time() - started < 5
