"""What holds for every body."""

from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.body import Stated, assistant_phrases, has_readable_text, read_body

PIECES = st.sampled_from(
    [
        "中文",
        "word",
        "。",
        " ",
        "\n",
        "\n\n",
        "\r\n",
        "  \n",
        "---\n",
        "```\n",
        "`",
        "**",
        "*",
        "_",
        "[",
        "]",
        "](u)",
        "![",
        "<div>",
        "</div>",
        "<p>",
        "<!--",
        "-->",
        "<pre>",
        "</pre>",
        "<script>",
        "<b",
        ">",
        "{{<",
        ">}}",
        "{%",
        "%}",
        "{",
        "}",
        "{/*",
        "*/}",
        ":::",
        "> ",
        "- ",
        "1. ",
        "    ",
        "|",
        "|-|\n",
        "$",
        "~~",
        "&amp;",
        "&",
        "https://a.b",
        "[^1]",
        "# ",
        "import A from 'a'\n",
        "<A>",
        "</A>",
        "\x1f",
        "\0",
        "\ud800",
        "title: x\n",
        "<!-- more -->",
    ]
)
TEXTS = st.lists(PIECES, max_size=40).map("".join) | st.text(max_size=60)


@settings(max_examples=300, deadline=None)
@given(TEXTS, st.sampled_from([Stated(), Stated("x", ("x",))]))
def test_nothing_raises_and_lines_lie_within(markdown: str, stated: Stated) -> None:
    body = read_body(markdown, stated)
    lines = markdown.replace("\r\n", "\n").replace("\r", "\n").count("\n") + 1
    assert body.markdown == markdown
    assert body.prose == "\n\n".join(passage.text for passage in body.passages)
    body.prose.encode()
    spans = [(p.line, p.end_line) for p in (*body.passages, *assistant_phrases(body), *body.accidental_headings)]
    spans += [(item.line, item.line) for item in (*body.outline, *body.links, *body.images)]
    block = body.repeated_block
    spans += [(block.line, block.end_line)] if block else []
    assert all(1 <= first <= last <= lines for first, last in spans)
    assert has_readable_text(body) in {True, False}


@settings(max_examples=200, deadline=None)
@given(TEXTS.filter(lambda text: "`" not in text and "~" not in text))
def test_code_never_becomes_prose(markdown: str) -> None:
    body = read_body(f"```\nZQCODE {markdown.replace(chr(13), '')}\n```\n\n尾声\n")
    assert "ZQCODE" not in body.prose
    assert "ZQCODE" in body.code
    assert body.prose.endswith("尾声")


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="中文 word，。\n", max_size=60))
def test_plain_words_survive(text: str) -> None:
    assert "".join(read_body(text).prose.split()) == "".join(text.split())
