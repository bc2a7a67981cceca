"""Which texts have a block at their top, in which format, and where the body begins."""

import pytest

from ingest.frontmatter import Format, parse_strict

X = {"title": "x"}
BLOCKS = [
    # text, format, data, body
    ("---\ntitle: x\n---\nbody", Format.YAML, X, "body"),
    ("---\ntitle: x\n...\nbody", Format.YAML, X, "body"),
    ("---\r\ntitle: x\r\n---\r\nbody", Format.YAML, X, "body"),
    ("---\rtitle: x\r---\rbody", Format.YAML, X, "body"),
    ("\n \t\r\n---\ntitle: x\n---\nbody", Format.YAML, X, "body"),
    ("---  \t\n\n\ntitle: x\n\n---\t \n\nbody", Format.YAML, X, "\nbody"),
    ("---\ntitle: x\n---", Format.YAML, X, ""),
    ("---yaml\ntitle: x\n---\nbody", Format.YAML, X, "body"),
    ("---toml\ntitle = 'x'\n---\nbody", Format.TOML, X, "body"),
    ('---json\n{"title": "x"}\n---\nbody', Format.JSON, X, "body"),
    ('---\n{"title": "x"}\n---\nbody', Format.YAML, X, "body"),
    ("---\ntitle: x\n---\n\ntext\n\n---\n\nmore\n", Format.YAML, X, "\ntext\n\n---\n\nmore\n"),
    ("---\ntitle: |\n  a\n  ---\n  b\n---\nbody", Format.YAML, {"title": "a\n---\nb\n"}, "body"),
    ("---\n---\nbody", Format.YAML, {}, "body"),
    ("---\n\n---\nbody", Format.YAML, {}, "body"),
    ("---\n# only a comment\n---\nbody", Format.YAML, {}, "body"),
    ("+++\ntitle = 'x'\n+++\nbody", Format.TOML, X, "body"),
    ("\r\n+++ \r\ntitle = 'x'\r\n+++ \r\nbody", Format.TOML, X, "body"),
    ("+++\ntitle = 'x'\n---\n", Format.TOML, None, ""),
    ('{"title": "x"}\nbody', Format.JSON, X, "body"),
    ('\n{\n  "title": "x"\n}  \r\n\nbody', Format.JSON, X, "\nbody"),
    ('{ "title": "}" }\nbody', Format.JSON, {"title": "}"}, "body"),
    ("{}\nbody", Format.JSON, {}, "body"),
    (';;;\n"title": "x"\n;;;\nbody', Format.JSON, X, "body"),
    (';;;\n{"title": "x"}\n;;;\nbody', Format.JSON, X, "body"),
    ('"title": "x"\n;;;\nbody', Format.JSON, X, "body"),
    ('{"title": "x"', Format.JSON, None, ""),
    ("[#]: title: (x)\nbody", Format.LCTT, X, "body"),
    ("[#]: title: (x)\n[#]: url: ( )\nbody", Format.LCTT, X | {"url": ""}, "body"),
    ("\n[#]: title: 'x'\r\n[#]:more:(y)\r\n\r\nbody", Format.LCTT, X | {"more": "y"}, "\r\nbody"),
    ("title: x\ndate: 2024\n\nbody", Format.MULTIMARKDOWN, X | {"date": "2024"}, "\nbody"),
    (
        "Title: x\nBase Header-Level: 2\n\nbody",
        Format.MULTIMARKDOWN,
        {"Title": "x", "Base Header-Level": "2"},
        "\nbody",
    ),
    ("作者: 李雷\n标签: a, b\n\nbody", Format.MULTIMARKDOWN, {"作者": "李雷", "标签": "a, b"}, "\nbody"),
    ("---", Format.YAML, None, ""),
    ("---\ntitle: x\n", Format.YAML, None, ""),
    ("---\ntitle: x\n ---\nbody", Format.YAML, None, ""),
]


@pytest.mark.parametrize(("text", "block_format", "data", "body"), BLOCKS)
def test_block(text: str, block_format: Format, data: dict[str, object] | None, body: str) -> None:
    front_matter = parse_strict(text)
    assert front_matter.format is block_format
    assert front_matter.unread == (data is None)
    assert front_matter.data == (data or {})
    assert front_matter.body == body


@pytest.mark.parametrize(
    "text",
    [
        "",
        "body",
        "\n\n",
        "# Heading\n\n---\ntitle: x\n---\n",
        "----\ntitle: x\n----\n",
        "--- title: x\n---\n",
        "-- -\n",
        " ---\ntitle: x\n---\n",
        "{% include x %}\nbody",
        "{{< figure >}}\nbody",
        "{: .class}\nbody",
        '{"a": 1} is JSON, and this a sentence about it',
        '"Quoted": said nobody',
        "[link]: https://example.org\n",
        "Note: this is a paragraph.\n\nbody",
        "Warning: x\nCaution: y\n\nbody",
        "title: only one line\n\nbody",
        "title: x\nthe harbour: seen from above\n\nbody",
        "Name: Bo\nAge: 12\nCity: Rome\n\nbody",
        "Name: Bo\nDate: 2024-05-01\n\nbody",
        "Headline: x\nAuthor: y\n\nbody",
        "title: x\ndate: y\nand a third line of prose\n\nbody",
        "\ntitle: x\ndate: y\n\nbody",
        # YAML that lost its opening delimiter, or both: for recovery
        "title: x\ndate: 2024-05-01\n---\nbody",
        "title: x\ndate: 2024-05-01\n\n---\n\nbody",
        "title: x\ndate: 2024-05-01\n```\nbody",
        "title: 'x'\ndate: 2024-05-01\n\nbody",
        "title: x\ntags:\n  - a\n\nbody",
    ],
)
def test_no_block(text: str) -> None:
    front_matter = parse_strict(text)
    assert front_matter.format is Format.NONE
    assert [finding.code for finding in front_matter.findings] == ["FM001"]
    assert not front_matter.unread
    assert front_matter.body == text


@pytest.mark.parametrize("mark", ["---", "+++", ";;;", '{"a":'])
def test_an_unclosed_block_is_unread_and_reported_where_it_opens(mark: str) -> None:
    front_matter = parse_strict(f"\n{mark}\nx")
    assert front_matter.unread
    [finding] = front_matter.findings
    assert finding.code == "FM002"
    assert finding.span is not None
    assert finding.span.start == 1
