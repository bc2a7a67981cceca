"""Every value of every format stands where its span says."""

import pytest

from ingest.frontmatter import Format, FrontMatter, KeyPath, parse_strict
from ingest.source import Source

YAML = """\
---
title: '标题 😀: it''s'   # a comment
"date": 2024-05-01
tags: [a, "b c", 😀]
authors:
  - name: 李雷
    url: https://example.org/a
  # a comment

  - Han Meimei
summary: >-
  two
  lines

nested: {deep: {er: [1, {x: y}]}}
empty:
anchor: &one text
alias: *one
last: plain words
---
body
"""
YAML_PLACES: dict[KeyPath, str] = {
    ("title",): "'标题 😀: it''s'",
    ("date",): "2024-05-01",
    ("tags",): '[a, "b c", 😀]',
    ("tags", 1): '"b c"',
    ("tags", 2): "😀",
    ("authors",): "- name: 李雷\n    url: https://example.org/a\n  # a comment\n\n  - Han Meimei",
    ("authors", 0): "name: 李雷\n    url: https://example.org/a",
    ("authors", 0, "name"): "李雷",
    ("authors", 0, "url"): "https://example.org/a",
    ("authors", 1): "Han Meimei",
    ("summary",): ">-\n  two\n  lines",
    ("nested", "deep"): "{er: [1, {x: y}]}",
    ("nested", "deep", "er", 1, "x"): "y",
    ("empty",): "",
    ("alias",): "*one",
    ("last",): "plain words",
}
TOML = """\
+++
title = "标题 😀" # a comment
date = 2024-05-01T10:00:00+08:00
day = 2024-05-01 10:00:00.5
tags = ["a", 'b',
  "c"] # another
a."b c" = 1.5
long = \"\"\"
one
two\"\"\"
[taxonomies]
tags = ["q"]
[[authors]]
name = "X"
[[authors]]
name = "Y"
site = { url = "u", since = [1979-05-27, 1980] }
[taxonomies.more]
d = 07:32:00
+++
body
"""
TOML_PLACES: dict[KeyPath, str] = {
    ("title",): '"标题 😀"',
    ("date",): "2024-05-01T10:00:00+08:00",
    ("day",): "2024-05-01 10:00:00.5",
    ("tags",): '["a", \'b\',\n  "c"]',
    ("tags", 2): '"c"',
    ("a", "b c"): "1.5",
    ("long",): '"""\none\ntwo"""',
    ("taxonomies", "tags", 0): '"q"',
    ("authors", 0, "name"): '"X"',
    ("authors", 1, "name"): '"Y"',
    ("authors", 1, "site"): '{ url = "u", since = [1979-05-27, 1980] }',
    ("authors", 1, "site", "since", 0): "1979-05-27",
    ("taxonomies", "more", "d"): "07:32:00",
}
JSON = """\
{
  "title": "标题 \\ud83d\\ude00 \\"x\\"",
  "tags": ["a", ["b"], {}],
  "authors": [{"name": "李雷", "age": 3.5}],
  "draft": false, "none": null
}
body
"""
JSON_PLACES: dict[KeyPath, str] = {
    ("title",): '"标题 \\ud83d\\ude00 \\"x\\""',
    ("tags",): '["a", ["b"], {}]',
    ("tags", 1, 0): '"b"',
    ("tags", 2): "{}",
    ("authors", 0): '{"name": "李雷", "age": 3.5}',
    ("authors", 0, "name"): '"李雷"',
    ("authors", 0, "age"): "3.5",
    ("none",): "null",
}
SEMICOLONS = '"title": "标题",\n"tags": ["a"]\n;;;\nbody\n'
SEMICOLON_PLACES: dict[KeyPath, str] = {("title",): '"标题"', ("tags", 0): '"a"'}
LCTT = '[#]: subject: (Things (to do): a list)\n[#]: author: "李雷 https://example.org"\n[#]: url: ( )\n\n标题\n====\n'
LCTT_PLACES: dict[KeyPath, str] = {
    ("subject",): "Things (to do): a list",
    ("author",): "李雷 https://example.org",
    ("url",): "",
}
MULTIMARKDOWN = "Title:   标题 😀  \nAuthor: 李雷\n        Han Meimei\nDate: 2024-05-01 10:20\nSlug:\n\nbody: text\n"
MULTIMARKDOWN_PLACES: dict[KeyPath, str] = {
    ("Title",): "标题 😀",
    ("Author",): "李雷\n        Han Meimei",
    ("Date",): "2024-05-01 10:20",
    ("Slug",): "",
}
ALL = [
    pytest.param(Format.YAML, YAML, YAML_PLACES, id="yaml"),
    pytest.param(Format.TOML, TOML, TOML_PLACES, id="toml"),
    pytest.param(Format.JSON, JSON, JSON_PLACES, id="json"),
    pytest.param(Format.JSON, SEMICOLONS, SEMICOLON_PLACES, id="json-semicolons"),
    pytest.param(Format.LCTT, LCTT, LCTT_PLACES, id="lctt"),
    pytest.param(Format.MULTIMARKDOWN, MULTIMARKDOWN, MULTIMARKDOWN_PLACES, id="multimarkdown"),
]


def written(front_matter: FrontMatter, path: KeyPath) -> str | None:
    span = front_matter.span_of(path)
    return None if span is None else front_matter.text[span.start : span.end]


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize(("block_format", "text", "places"), ALL)
def test_every_value_stands_where_its_span_says(
    block_format: Format, text: str, places: dict[KeyPath, str], line_end: str
) -> None:
    front_matter = parse_strict(text.replace("\n", line_end))
    assert front_matter.format is block_format
    assert not front_matter.unread
    assert not front_matter.findings
    found = {path: written(front_matter, path) for path in places}
    assert found == {path: value.replace("\n", line_end) for path, value in places.items()}


@pytest.mark.parametrize(("block_format", "text", "places"), ALL)
def test_every_top_level_key_stands_where_its_span_says(
    block_format: Format, text: str, places: dict[KeyPath, str]
) -> None:
    front_matter = parse_strict(text)
    assert [entry.key for entry in front_matter.entries] == list(front_matter.data)
    assert {str(path[0]) for path in places} <= set(front_matter.data), block_format
    for entry in front_matter.entries:
        assert text[entry.key_span.start : entry.key_span.end].strip("\"'") == entry.key


@pytest.mark.parametrize(("block_format", "text", "places"), ALL)
def test_lines_and_columns_are_those_of_the_file(block_format: Format, text: str, places: dict[KeyPath, str]) -> None:
    source = Source("a.md", b"", text)
    front_matter = parse_strict(text)
    lines = text.split("\n")
    for path, value in places.items():
        span = front_matter.span_of(path)
        assert span is not None, block_format
        line, column = source.line_column(span.start)
        assert lines[line - 1][column - 1 :].startswith(value.split("\n")[0])


@pytest.mark.parametrize(("block_format", "text", "places"), ALL)
def test_the_body_begins_behind_the_block(block_format: Format, text: str, places: dict[KeyPath, str]) -> None:
    front_matter = parse_strict(text)
    assert front_matter.body.lstrip("\n").startswith(("body", "标题")), (block_format, places)


def test_a_byte_order_mark_inside_the_block_moves_nothing() -> None:
    front_matter = parse_strict("---\n\ufefftitle: x\n---\n")
    assert written(front_matter, ("title",)) == "x"


def test_only_an_unquoted_untagged_value_is_plain() -> None:
    front_matter = parse_strict("---\na: x\nb: 'x'\nc: |\n  x\nd: [x]\ne: !!str x\nf: &x x\n---\n")
    assert [entry.key for entry in front_matter.entries if entry.plain] == ["a"]
