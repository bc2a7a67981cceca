"""A metadata block that stands again in the body."""

import pytest

from ingest.body import RepeatedBlock, read_body, repeated_block


@pytest.mark.parametrize(
    ("markdown", "lines"),
    [
        ("\n---\ntitle: 'A'\ndate: 2024-05-01\n---\n\n正文", (2, 5)),
        ("开头\n\n---\n\nTitle: A\ntags:\n  - x\n  - y\n\n---\n正文", (3, 10)),
        ("---\r\ntitle: A\r\nauthor: B\r\n---\r\n正文", (1, 4)),
        ("title: A\ndate: 2024-05-01\n\n正文", (1, 2)),
        ("**Title:** A\n\n**Summary:** B\n\n正文", (1, 3)),
        ("标题：甲\n日期：2024-05-01\n作者：乙\n正文", (1, 3)),
    ],
)
def test_found(markdown: str, lines: tuple[int, int]) -> None:
    assert repeated_block(read_body(markdown)) == RepeatedBlock(*lines)


@pytest.mark.parametrize(
    "markdown",
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
def test_not_found(markdown: str) -> None:
    assert repeated_block(read_body(markdown)) is None
