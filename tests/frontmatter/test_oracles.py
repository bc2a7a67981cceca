"""What other programs write, read back: the same data."""

import json
import re

import pytest
import tomlkit
import yaml
from hypothesis import given
from hypothesis import strategies as st

import ingest.frontmatter.yaml as yaml_reader
from ingest.frontmatter import Format, Value, parse_block, parse_strict

# U+0085, U+2028 and U+2029 do not survive PyYAML's own dump and load.
TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x85\u2028\u2029\ufeff"), max_size=12)
# Numbers of YAML 1.2 that PyYAML, a reader of YAML 1.1, takes for text and writes without quotes (FM011).
NUMBERS_OF_1_2_ONLY = re.compile(r"[-+]?(?:\.\d+|\d+(?:\.\d*)?)[eE][-+]?\d+|0o[0-7]+")
TRICKY = st.sampled_from(
    ["no", "012", "1.10", "10:30", "2024-05-01", "null", "~", "", " ", "a: b", "x #y", "'", '"', "---", "- ", "*", "\\"]
)
SCALARS = st.one_of(TEXT, TRICKY, st.booleans(), st.integers(-(2**63), 2**63 - 1), st.integers(-1000, 1000))
READ_ALIKE = SCALARS.filter(lambda value: not (isinstance(value, str) and NUMBERS_OF_1_2_ONLY.fullmatch(value)))
FLOATS = st.floats(allow_nan=False, allow_infinity=False)
KEYS = st.one_of(TEXT, TRICKY).filter(lambda key: key != "<<")


def mappings(scalars: st.SearchStrategy[Value]) -> st.SearchStrategy[dict[str, Value]]:
    values = st.recursive(
        scalars, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3), max_leaves=8
    )
    return st.dictionaries(KEYS, values, max_size=4)


@given(mappings(READ_ALIKE | st.none() | FLOATS), st.booleans(), st.sampled_from([None, True, False]))
def test_what_pyyaml_writes(data: dict[str, Value], allow_unicode: bool, flow: bool | None) -> None:  # noqa: FBT001
    text = yaml.safe_dump(data, allow_unicode=allow_unicode, default_flow_style=flow, sort_keys=False)
    reading = parse_block(text, Format.YAML)
    assert reading.data == data
    assert not [finding for finding in reading.findings if finding.code != "FM011"]


@given(mappings(SCALARS | st.none() | FLOATS), st.booleans(), st.sampled_from([None, 2]))
def test_what_json_writes(data: dict[str, Value], ensure_ascii: bool, indent: int | None) -> None:  # noqa: FBT001
    text = json.dumps(data, ensure_ascii=ensure_ascii, indent=indent) + "\nbody\n"
    front_matter = parse_strict(text)
    assert (front_matter.format, front_matter.data, front_matter.findings) == (Format.JSON, data, ())
    assert front_matter.body == "body\n"


@given(mappings(SCALARS))
def test_what_tomlkit_writes(data: dict[str, Value]) -> None:
    reading = parse_block(tomlkit.dumps(data), Format.TOML)
    assert reading.data == data
    assert not reading.findings


@pytest.mark.parametrize(
    "text",
    [
        "title: 标题 😀\ntags: [a, 'b']\nauthors:\n  - name: x\n    url: y\nlong: |\n  a\n  b\nnone:\n",
        "a: &a {x: 1}\nb: *a\nc:\n  <<: *a\n",
        "",
        "# comment\n",
    ],
)
def test_without_libyaml_the_reading_is_the_same(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = parse_block(text, Format.YAML, base=4)
    monkeypatch.setattr(yaml_reader, "events_of", yaml.BaseLoader)
    assert parse_block(text, Format.YAML, base=4) == expected


@pytest.mark.parametrize("text", ["a: b: c\n", "a: 'x\n", "a: @x\n", "a: \x01\n", "a: [x\n", "- x\n", "a: \ud800\n"])
def test_without_libyaml_what_cannot_be_read_is_reported(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = parse_block(text, Format.YAML)
    monkeypatch.setattr(yaml_reader, "events_of", yaml.BaseLoader)
    found = parse_block(text, Format.YAML)
    assert found.unread
    assert [finding.code for finding in found.findings] == [finding.code for finding in expected.findings]
