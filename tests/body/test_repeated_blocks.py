"""Metadata inside the body: what looks like a block, and what repeats front matter."""

import pytest

from ingest.body import RepeatedBlock, Stated, metadata_block, read_body


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


def test_a_repeated_block_is_neither_prose_nor_heading_nor_excerpt() -> None:
    block = "---\ntitle: It's a Title\n\ndate: 2024-05-01\n---\n"
    body = read_body(f"开头。\n\n{block}\n正文。\n\n---\n\n结尾。", STATED)
    assert body.prose == "开头。\n\n正文。\n\n结尾。"
    assert body.outline == ()
    assert body.accidental_headings == ()
    assert body.excerpt == "开头。\n\n正文。"
    assert [passage.line for passage in body.passages] == [1, 9, 13]
