"""What is said about a block that is wrong, and where."""

import pytest

from ingest.findings import Applicability
from ingest.frontmatter import FrontMatter, parse_block, parse_strict
from ingest.frontmatter.model import Format
from ingest.source import Limits, Source


def said(front_matter: FrontMatter) -> list[tuple[str, int, int]]:
    source = Source("a.md", b"", front_matter.text)
    return [(f.code, *source.line_column(f.span.start)) for f in front_matter.findings if f.span is not None]


UNREAD = [
    # text inside `---`, code, line and column in the file, words of the message
    ("title: a: b", "FM008", 2, 9, "quotes"),
    ("标题: 😀: b", "FM008", 2, 6, "quotes"),
    ("a: 1\ntitle: 'it's x'", "FM008", 3, 12, "double a quote"),
    ("title: 'x\ndate: y", "FM008", 2, 8, "never closed"),
    ("a: 1\n标题：好\nb: 2", "FM008", 3, 1, "`key: value`"),
    ("title: @x", "FM008", 2, 8, "cannot begin with `@`"),
    ("title: `x`", "FM008", 2, 8, "cannot begin with ```"),
    ("a:\n\tb: 1", "FM008", 3, 1, "tab"),
    ("a: x\n\tb: 1", "FM008", 3, 1, "tab"),
    ("title: **x**", "FM008", 2, 8, "`*`"),
    ("title: *nobody", "FM008", 2, 8, "repeats no value"),
    ("a: &a [*a]", "FM008", 2, 8, "inside the value"),
    ("title: [x, y", "FM008", 2, 8, "`]`"),
    ("title: {x", "FM008", 2, 8, "`}`"),
    ("title: {{ x }}", "FM008", 2, 9, "quotes"),
    ('title: "\\d"', "FM008", 2, 9, "escape"),
    ("title: - x", "FM008", 2, 8, "list"),
    ("title: > x", "FM008", 2, 8, "`>`"),
    ("title: !x!y z", "FM008", 2, 8, "tag"),
    ("title: a\x01b", "FM008", 2, 9, "U+0001"),
    ("title: a\0b", "FM008", 2, 9, "U+0000"),
    ("title: a\ud800b", "FM008", 2, 9, "U+D800"),
    ("a: 1\n--- b: 2", "FM008", 3, 1, ""),
    ("--- {a: 1}\n--- {b: 2}", "FM008", 3, 1, "second document"),
    ("- a\n- b", "FM014", 2, 1, "key: value"),
    ("just words", "FM014", 2, 1, "key: value"),
    ("~", "FM014", 2, 1, "key: value"),
]


@pytest.mark.parametrize(("inside", "code", "line", "column", "words"), UNREAD)
def test_yaml_that_cannot_be_read(inside: str, code: str, line: int, column: int, words: str) -> None:
    front_matter = parse_strict(f"---\n{inside}\n---\nbody\n")
    assert said(front_matter) == [(code, line, column)]
    assert words in front_matter.findings[0].message
    assert front_matter.unread
    assert front_matter.data == {}
    assert not front_matter.entries


@pytest.mark.parametrize(
    ("text", "code", "line", "column", "words"),
    [
        ("+++\ntitle = x\n+++\n", "FM008", 2, 9, "quotes"),
        ("+++\r\na = 1\r\ntitle = '标'x\r\n+++\r\n", "FM008", 3, 12, "behind the value"),
        ("+++\na = 1\rtitle\r+++\n", "FM008", 3, 6, "`=`"),
        ("+++\n标题 = 'x'\n+++\n", "FM008", 2, 1, "key"),
        ("+++\ndate = 2024-02-30\n+++\n", "FM008", 2, 8, "date"),
        ("+++\n[a]\n[a]\n+++\n", "FM009", 3, 3, "twice"),
        ("+++\na = {b = 1, b = 2}\n+++\n", "FM009", 2, 18, "twice"),
        ("+++\na = '\ud800'\n+++\n", "FM008", 2, 6, "surrogate"),
        ('{\n  "a": 1,\n}\n', "FM008", 2, 9, "comma"),
        ('{\n  "a": [1,\n]}\n', "FM008", 2, 10, "`]`"),
        ('{\n  "标": 1\n  "b": 2\n}\n', "FM008", 3, 3, "comma"),
        ('{"a": NaN}\n', "FM008", 1, 7, "NaN"),
        ('{"a": "x\ny"}\n', "FM008", 1, 9, "line end"),
        ("---json\n[1]\n---\n", "FM014", 2, 1, "{"),
        ("[#]: subject: (x)\n[#]: no pair\n", "FM008", 2, 1, "key"),
    ],
)
def test_other_formats_that_cannot_be_read(text: str, code: str, line: int, column: int, words: str) -> None:
    front_matter = parse_strict(text)
    assert said(front_matter) == [(code, line, column)]
    assert words in front_matter.findings[0].message
    assert front_matter.unread


@pytest.mark.parametrize(
    ("text", "data", "lines"),
    [
        ("---\ntitle: a\ndate: x\ntitle: b\n---\n", {"title": "b", "date": "x"}, (2, 4)),
        ("\r\n---\r\ntitle: a\r\n'title': b\r\n---\r\n", {"title": "b"}, (3, 4)),
        ("---\nx:\n  a: 1\n  a: 2\n---\n", {"x": {"a": 2}}, (3, 4)),
        ("+++\ntitle = 'a'\ntitle = 'b'\n+++\n", {"title": "b"}, (2, 3)),
        ("+++\n[x]\na = [1,\n 2]\na = 3\n+++\n", {"x": {"a": 3}}, (3, 5)),
        ('{\n"title": "a",\n"title": "b"\n}\n', {"title": "b"}, (2, 3)),
        ("[#]: url: (a)\n[#]: url: (b)\n", {"url": "b"}, (1, 2)),
        ("title: a\ndate: x\ntitle: b\n", {"title": "b", "date": "x"}, (1, 3)),
    ],
)
def test_a_duplicate_key_is_reported_with_both_lines(
    text: str, data: dict[str, object], lines: tuple[int, int]
) -> None:
    front_matter = parse_strict(text)
    [(code, line, _)] = said(front_matter)
    assert (code, line) == ("FM009", lines[1])
    assert f"on lines {lines[0]} and {lines[1]}" in front_matter.findings[0].message
    assert front_matter.data == data
    assert not front_matter.unread


def test_a_merge_key_brings_what_is_not_there() -> None:
    block = "base: &base {a: 1, b: 2}\nmore: &more {b: 3, c: 4}\nitem:\n  <<: [*base, *more]\n  a: 0\n"
    reading = parse_block(block, Format.YAML)
    assert reading.data["item"] == {"a": 0, "b": 2, "c": 4}
    assert not reading.findings


def test_a_merge_key_at_the_top_and_one_that_merges_nothing() -> None:
    reading = parse_block("x: &x {a: 1}\n<<: *x\ny: {<<: text}\n", Format.YAML)
    assert reading.data == {"x": {"a": 1}, "a": 1, "y": {"<<": "text"}}
    assert [entry.key for entry in reading.entries] == ["x", "y", "a"]


def test_an_old_line_break_in_a_plain_value_is_reported_and_mended_by_a_space() -> None:
    text = "---\ntitle: a\u2028b \u0085c\ndate: 'x\u2029y'\n---\n"
    front_matter = parse_strict(text)
    assert front_matter.data == {"title": "a\u2028b \u0085c", "date": "x\u2029y"}
    assert said(front_matter) == [("FM008", 2, 9)]
    [finding] = front_matter.findings
    assert finding.fix is not None
    assert finding.fix.applicability is Applicability.SAFE
    for edit in reversed(finding.fix.edits):
        text = text[: edit.span.start] + edit.replacement + text[edit.span.end :]
    assert not parse_strict(text).findings


def test_an_old_line_break_in_quotes_is_nothing() -> None:
    front_matter = parse_strict("---\ntitle: 'a\u2028b'\n---\n")
    assert front_matter.data == {"title": "a\u2028b"}
    assert not front_matter.findings


def test_half_a_character_in_json_is_replaced_and_reported() -> None:
    front_matter = parse_strict('{"a": "x\\ud800y", "\\udc00": "\\ud83d\\ude00"}\n')
    assert front_matter.data == {"a": "x\ufffdy", "\ufffd": "😀"}
    assert [finding.code for finding in front_matter.findings] == ["FM008", "FM008"]


@pytest.mark.parametrize(
    ("text", "limits"),
    [
        ("---\na: [[[1]]]\n---\n", Limits(depth=3)),
        ("---\na: &a [[1]]\nb: [*a]\n---\n", Limits(depth=3)),
        ("---\na: [1, 2, 3, 4]\n---\n", Limits(nodes=5)),
        ("---\na: &a [1, 2]\nb: [*a, *a]\n---\n", Limits(nodes=11)),
        ("---\na: &a 12345678\nb: [*a, *a, *a, *a]\n---\n", Limits(front_matter_bytes=40)),
        ("---\ntitle: 标题标题\n---\n", Limits(front_matter_bytes=19)),
        ("+++\na = [[[1]]]\n+++\n", Limits(depth=2)),
        ("+++\na = [1, 2, 3, 4]\n+++\n", Limits(nodes=5)),
        ("+++\na.b.c.d = 1\n+++\n", Limits(dotted_key_parts=3)),
        ("+++\n[a.'b'.c.d]\n+++\n", Limits(dotted_key_parts=3)),
        ('{"a": [[1]]}\n', Limits(depth=2)),
        ('{"a": [1, 2, 3]}\n', Limits(nodes=5)),
        ("[#]: a: b\n[#]: c: d\n", Limits(nodes=3)),
    ],
)
def test_over_a_limit(text: str, limits: Limits) -> None:
    assert not parse_strict(text).unread
    front_matter = parse_strict(text, limits)
    assert front_matter.unread
    assert [finding.code for finding in front_matter.findings] == ["FM015"]


def test_a_block_at_a_place_of_its_own() -> None:
    reading = parse_block("title: x\ntitle: y\n", Format.YAML, base=100, first_line=7)
    assert reading.entries[0].value_span.start == 116
    assert "on lines 7 and 8" in reading.findings[0].message
