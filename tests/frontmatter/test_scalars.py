"""The types of unquoted YAML values, and what is said where readers disagree."""

import pytest

from ingest.findings import Severity
from ingest.frontmatter import Format, Value, parse_block, parse_strict

CORE = [
    ("", None), ("~", None), ("null", None), ("Null", None), ("NULL", None), ("nUll", "nUll"),
    ("true", True), ("True", True), ("TRUE", True), ("false", False), ("FALSE", False), ("tRue", "tRue"),
    ("0", 0), ("12", 12), ("-3", -3), ("+7", 7), ("0o17", 15), ("0xFF", 255), ("0o8", "0o8"), ("0xG", "0xG"),
    ("1.5", 1.5), ("-0.25", -0.25), (".5", 0.5), ("5.", 5.0), ("2.0", 2.0), ("1.5e3", 1500.0), ("6.02E-2", 0.0602),
    ("0.00001", 0.00001), (".", "."), ("1.2.3", "1.2.3"), ("1,000", "1,000"), ("١", "١"),
    # no word for it in JSON
    (".nan", ".nan"), (".inf", ".inf"), ("-.INF", "-.INF"), ("1e999", "1e999"),
    # digits that would be lost
    ("012", "012"), ("007.5", "007.5"), ("1.10", "1.10"), ("3.14159265358979323846", "3.14159265358979323846"),
    # YAML 1.1
    ("yes", "yes"), ("no", "no"), ("On", "On"), ("OFF", "OFF"), ("y", "y"), ("10:30", "10:30"), ("1_000", "1_000"),
    ("0b101", "0b101"),
    # dates stay as they are written
    ("2024-05-01", "2024-05-01"), ("2024-05-01 10:00:00 +0800", "2024-05-01 10:00:00 +0800"),
    ("2024-02-30", "2024-02-30"), ("2024", 2024), ("20240501", 20240501),
    # 64 bits
    ("9223372036854775807", 2**63 - 1), ("-9223372036854775808", -(2**63)),
    ("9223372036854775808", "9223372036854775808"), ("0xFFFFFFFFFFFFFFFFF", "0xFFFFFFFFFFFFFFFFF"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "value"), CORE)
def test_core_schema(text: str, value: Value) -> None:
    found = parse_block(f"key: {text}\n", Format.YAML).data["key"]
    assert (found, type(found)) == (value, type(value))


@pytest.mark.parametrize("text", [text for text, _ in CORE if text])
@pytest.mark.parametrize("written", ["'{}'", '"{}"', "!!str {}", "! {}"])
def test_quotes_and_the_text_tag_make_text(text: str, written: str) -> None:
    reading = parse_block(f"key: {written.format(text)}\n", Format.YAML)
    assert reading.data == {"key": text}
    assert not reading.findings


@pytest.mark.parametrize(
    ("text", "value"),
    [("!!int ''", ""), ("!!timestamp x", "x"), ("!!float 1", 1), ("!mine y", "y"), ("!!binary AA==", "AA==")],
)
def test_other_tags_are_ignored(text: str, value: Value) -> None:
    assert parse_block(f"key: {text}\n", Format.YAML).data == {"key": value}


@pytest.mark.parametrize(
    "text", ["12", "1.5", "true", "~", "2024-05-01", "2024-05-01T10:30:00Z", "y", "text", "-3", "0"]
)
def test_no_finding_where_all_readers_agree(text: str) -> None:
    assert not parse_block(f"title: {text}\n", Format.YAML).findings


@pytest.mark.parametrize(
    "text", ["no", "Yes", "ON", "off", "012", "089", "10:30", "1:30:00", "1_000", "1.10", "0b1", "0o7", "1e3"]
)
@pytest.mark.parametrize("place", ["{}", "[a, {}]", "\n  - {}", "{{k: {}}}"])
def test_readers_disagree_about_a_text_field(text: str, place: str) -> None:
    block = f"lang: {place.format(text)}\n"
    [finding] = parse_block(block, Format.YAML).findings
    assert (finding.code, finding.severity, finding.field) == ("FM011", Severity.WARNING, "lang")
    assert finding.span is not None
    assert block[finding.span.start : finding.span.end] == text
    assert finding.fix is not None
    [edit] = finding.fix.edits
    fixed = block[: edit.span.start] + edit.replacement + block[edit.span.end :]
    assert not parse_block(fixed, Format.YAML).findings
    assert text in str(parse_block(fixed, Format.YAML).data)


def test_a_switch_of_the_theme_is_an_information_without_a_fix() -> None:
    [finding] = parse_block("comments: yes\n", Format.YAML).findings
    assert (finding.code, finding.severity, finding.fix) == ("FM011", Severity.INFO, None)


@pytest.mark.parametrize(("text", "value"), [("no", False), ("On", True)])
def test_a_boolean_field_is_mended_by_the_boolean(text: str, value: bool) -> None:  # noqa: FBT001 - a table
    [finding] = parse_block(f"draft: {text}\n", Format.YAML).findings
    assert finding.fix is not None
    assert parse_block(f"draft: {finding.fix.edits[0].replacement}\n", Format.YAML).data == {"draft": value}


@pytest.mark.parametrize(
    "text", ["---\nid: {}\n---\n", "+++\nid = {}\n+++\n", '{{"id": {}}}\n'], ids=["yaml", "toml", "json"]
)
def test_a_long_integer_is_kept_as_text_and_reported(text: str) -> None:
    digits = "123456789012345678901234567890"
    front_matter = parse_strict(text.format(digits))
    assert front_matter.data == {"id": digits}
    [finding] = front_matter.findings
    assert (finding.code, finding.field) == ("FM015", "id")
    assert finding.span == front_matter.span_of(("id",))


@pytest.mark.parametrize("text", ["+++\na = {}\n+++\n", '{{"a": {}}}\n'], ids=["toml", "json"])
def test_numbers_that_json_has_no_word_for_stay_text(text: str) -> None:
    assert parse_strict(text.format("1e999")).data == {"a": "1e999"}


def test_keys_are_texts() -> None:
    block = "2024: a\ntrue: b\n~: c\n1.10: d\n'': e\n"
    assert parse_block(block, Format.YAML).data == {"2024": "a", "true": "b", "~": "c", "1.10": "d", "": "e"}
