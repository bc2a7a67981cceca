"""Outline, links, images and unclosed fences, with their lines."""

import pytest

from ingest.body import Heading, Image, Link, read_body


def test_outline() -> None:
    markdown = (
        "# 一 `code`\n\n副标题\n===\n\nSetext two\n---\n\n### *三* [链](u) ###\n\n"
        "<h4>四</h4>\n\n> # 引文里的\n\n```\n# 代码里的\n```\n"
    )
    assert read_body(markdown).outline == (
        Heading(1, "一 code", 1),
        Heading(1, "副标题", 3),
        Heading(2, "Setext two", 6),
        Heading(3, "三 链", 9),
        Heading(4, "四", 11),
    )


def test_links() -> None:
    markdown = (
        "[文](https://a.example) 和 [`f()`][r]\n<https://b.example>，<me@example.org>\n"
        '见 https://c.example/x。\n\n<a href="/d?x=1&amp;y=2">四</a> [![图](i.png)](/e)\n\n'
        '<div>\n<a href="/f">五</a>\n</div>\n\n[r]: /r\n'
    )
    assert read_body(markdown).links == (
        Link("https://a.example", "文", 1),
        Link("/r", "f()", 1),
        Link("https://b.example", "https://b.example", 2),
        Link("me@example.org", "me@example.org", 2),
        Link("https://c.example/x", "https://c.example/x", 3),
        Link("/d?x=1&y=2", "四", 5),
        Link("/e", "", 5),
        Link("/f", "五", 8),
    )


def test_images() -> None:
    markdown = (
        '![甲 *斜*](a.png)\n\n文 <img src="b.png" alt="乙">\n\n<div>\n\n<p>\n<img alt=\'丙\' src=c.png />\n</p>\n</div>'
    )
    assert read_body(markdown).images == (
        Image("a.png", "甲 斜", 1),
        Image("b.png", "乙", 3),
        Image("c.png", "丙", 8),
    )


def test_code_holds_no_links_or_images() -> None:
    body = read_body("```\n[a](b) ![c](d) <img src=e>\n```\n\n`[a](b) https://x.example`")
    assert (body.links, body.images) == ((), ())


@pytest.mark.parametrize(
    ("markdown", "line"),
    [
        ("```py\nx\n```\n\n后", None),
        ("前\n\n```py\nx\n\n后", 3),
        ("```", 1),
        ("~~~\nx\n```\n", 1),
        ("````\n```\n", 1),
        ("```\nx\n`````\n", None),
        ("> ```\n> x\n> ```\n", None),
        ("> ```\n> x\n\n后", 1),
        ("- ```\n  x\n  ```\n", None),
        ("- 项\n\n  ```\n  x\n\n后", 3),
        ("    ```\n    x\n", None),
        ("```\na\n```\n\n```\nb\n", 5),
        ("import A from 'a'\n\n<A>\n    ```\n    x\n</A>\n", 4),
    ],
)
def test_unclosed_fence(markdown: str, line: int | None) -> None:
    assert read_body(markdown).unclosed_fence_line == line
