"""Metadata inside the body: what looks like a block, and what repeats front matter."""

import re
from unittest.mock import patch

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from ingest.body import (
    RepeatedBlock,
    Stated,
    has_readable_text,
    metadata_block,
    read_body,
    readability,
    repeated_blocks,
)
from ingest.body.parsing import with_line_feeds
from ingest.body.repeated_blocks import _key, may_be_in_a_block


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("\n---\ntitle: 'A'\ndate: 2024-05-01\n---\n\n正文", (2, 5)),
        ("开头\n\n---\n\nTitle: A\ntags:\n  - x\n  - y\n\n---\n正文", (3, 10)),
        ("title: A\ndate: 2024-05-01\n\n正文", (1, 2)),
        ("**Title:** A\n\n**Summary:** B\n\n正文", (1, 3)),
        ("标题：甲\n日期：2024-05-01\n作者：乙\n正文", (1, 3)),
    ],
)
def test_looks_like_metadata(text: str, lines: tuple[int, int]) -> None:
    assert metadata_block(text) == RepeatedBlock(*lines)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "正文\n\n---\n\n正文",
        "```yaml\n---\ntitle: A\ndate: B\n---\n```",
        "标题：一切从这里开始\n\n正文",
        "作者：甲\n来源：乙\n\n正文",
        "正文\n\ntitle: A\ndate: B\n",
        "---\ntitle: A\n一句正文\ndate: B\n---\n",
        "---\n\n第一段。\n\n---\n\nSubtitle: x\n\n---\n",
    ],
)
def test_does_not_look_like_metadata(text: str) -> None:
    assert metadata_block(text) is None


STATED = Stated("It's a Title", ("2024/5/1", "2024-05-01"))


@pytest.mark.parametrize(
    ("markdown", "lines"),
    [
        ("\n---\ntitle: 'It''s a  title'\ndate: 2023-01-01\n---\n\n正文", (2, 5)),
        ("---\r\ntitle: It's a Title\r\nauthor: B\r\n---\r\n正文", (1, 4)),
        ("---\ntitle: 译名\ndate: 2024/5/1\n---\n正文", (1, 4)),
        ("---\ntitle: 译名\ndate: '2024-05-01'\n---\n正文", (1, 4)),
        ("**Title:** It's a Title\n\n**Summary:** B\n\n正文", (1, 3)),
        ("---\ntitle: C\nauthor: B\n---\n---\ntitle: It's a Title\nauthor: B\n---\n正文", (5, 8)),
    ],
)
def test_repeats_front_matter(markdown: str, lines: tuple[int, int]) -> None:
    body = read_body(markdown, STATED)
    assert body.repeated_block == RepeatedBlock(*lines)
    assert body.markdown == markdown


@pytest.mark.parametrize(
    ("markdown", "stated"),
    [
        ("---\ntitle: 译名\ndate: 2023-01-01\n---\n正文", STATED),
        ("**标题：** 缆车时刻\n**日期：** 每天\n\n正文", STATED),
        ("**Title:** Another\n**Date:** 2024-05-01\n\nText", STATED),
        ("---\ntitle: None\ndate: 2024-05-01\n---\n正文", Stated()),
    ],
)
def test_says_something_else(markdown: str, stated: Stated) -> None:
    assert read_body(markdown, stated).repeated_block is None


@settings(max_examples=300)
@given(st.text(" \t*_aé题々я1²:：- ", max_size=12), st.sampled_from(["：", ": x", ":** x", ":x", ""]))
def test_a_key_begins_with_a_latin_or_han_letter(beginning: str, end: str) -> None:
    spelled_out = (
        r"[ \t]{0,8}(?:\*\*|__)?([A-Za-z\u4e00-\u9fff][\w\u4e00-\u9fff -]{0,24}?)(?:\*\*|__)?\s?"
        r"(?::(?:\*\*|__)?(?:\s|$)|：)"
    )
    match = re.match(spelled_out, beginning + end)
    assert _key(beginning + end) == (match[1].strip().lower() if match else "")


def test_a_repeated_block_is_neither_prose_nor_heading_nor_excerpt() -> None:
    block = "---\ntitle: It's a Title\n\ndate: 2024-05-01\n---\n"
    body = read_body(f"开头。\n\n{block}\n正文。\n\n---\n\n结尾。", STATED)
    assert body.prose == "开头。\n\n正文。\n\n结尾。"
    assert body.outline == ()
    assert body.accidental_headings == ()
    assert body.excerpt == "开头。\n\n正文。"
    assert [passage.line for passage in body.passages] == [1, 9, 13]


LINES = st.sampled_from(
    [
        "---",
        " ---  ",
        "----",
        "a---",
        "|---|---|",
        "title: A",
        "**Title:** A",
        "\u3000标题：甲",
        "标题：甲",
        "subtitle: B",
        "date: 2024-05-01",
        "日期： 2024-05-01",
        "tags:",
        "  - x",
        "- y",
        "  text",
        "text",
        "句子：一句",
        "```",
        "",
        " ",
        "\u3000",
    ]
)
ENDS = st.sampled_from(["\n", "\n", "\n", "\r\n", "\r"])
MARKDOWN = st.lists(st.tuples(LINES, ENDS).map("".join), max_size=14).map("".join)


@settings(max_examples=500, deadline=None)
@given(MARKDOWN)
@example("---\n  - x\ntitle: A\n标题：甲\n---\ntitle: A\n")
def test_a_block_is_found_with_and_without_looks(markdown: str) -> None:
    text = with_line_feeds(markdown)
    block = metadata_block(text)
    first = re.match(r"\s*^([^\n]{1,80})", text, re.MULTILINE)
    begins = first is not None and repeated_blocks._key(first[1]) in {"title", "标题"}  # noqa: SLF001 - the long way
    opens = re.search(r"---[ \t]*\n\s*(?:\*\*)?[A-Za-z\u4e00-\u9fff][\w -]{0,26}(?:\*\*)?\s?[:：]", text) is not None
    with (
        patch.object(repeated_blocks, "_may_begin_with_a_title", return_value=begins),
        patch.object(repeated_blocks, "_may_have_a_fence", return_value=opens),
    ):
        assert block == metadata_block(text)
    if block is not None:
        assert all(may_be_in_a_block(markdown, line) for line in range(block.line, block.end_line + 1))


LINES = st.lists(
    st.sampled_from(["", "---", " ---", "a", "--", "x---y", "title: A", " " * 90, "标题：甲"]), max_size=12
)


@given(LINES, st.sampled_from(["\n", "\r\n", "\r"]), st.integers(1, 12))
def test_lines_are_walked_as_they_are_counted(lines: list[str], end: str, line: int) -> None:
    markdown = end.join(lines)
    with patch.object(repeated_blocks, "_FEW_LINES", 0):
        expected = may_be_in_a_block(markdown, line)
    assert may_be_in_a_block(markdown, line) == expected
    first = markdown.lstrip()[: repeated_blocks._BEGINNING]  # noqa: SLF001 - what the look is about
    if first.startswith("标题："):
        assert may_be_in_a_block(markdown, line)


@settings(max_examples=300, deadline=None)
@given(MARKDOWN)
def test_readable_with_and_without_looks(markdown: str) -> None:
    body = read_body(markdown)
    readable = has_readable_text(body)
    with patch.object(readability, "may_be_in_a_block", return_value=True):
        assert readable == has_readable_text(body)
