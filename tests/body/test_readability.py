"""Whether anything is left for a reader."""

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from ingest.body import has_readable_text, is_placeholder, read_body
from ingest.body.boilerplate import _FOOTER, _LEAD, LONGEST, is_site_footer
from ingest.body.parsing import with_line_feeds
from ingest.body.readability import _may_be_in_a_block
from ingest.body.repeated_blocks import metadata_block

READABLE = {
    "a word": "好",
    "code alone": "```\nprint(1)\n```",
    "an image alone": "![](a.png)",
    "an HTML image alone": '<img src="a.png">',
    "a bare link": "https://example.org/",
    "a video": "{{< youtube abc >}}",
    "a component": "<Gallery />",
    "an article with a footer": "文章。\n\n---\n感谢阅读！",
    "an article that thanks its readers at length": "感谢阅读本刊的读者们。" + "我们走过了十年。" * 60,
    "a list of names": "- None of us\n- All of us",
    "a short notice": "本站已搬家。",
}
UNREADABLE = {
    "nothing": "",
    "blanks": " \n\u3000\n",
    "a rule": "\n---\n",
    "None": "None",
    "null in a fence": "```\nnull\n```",
    "undefined": "**undefined**",
    "todo": "TODO.",
    "not found": "正文未找到。",
    "punctuation": "……！",
    "a comment": "<!-- 以后再写 -->",
    "a footer": "\n---\n感谢阅读！如果您感兴趣，请看[首页](https://example.org)。",
    "an English footer": "Thanks for reading! See [more](https://example.org).",
    "rights": "© 2024 Example. All rights reserved.",
    "an assistant's disclaimer and a footer": "*以上内容仅供参考，根据输入内容整理生成。*\n---\n感谢阅读！",
    "a prompt and a footer": (
        "---\n\n注意：Title、Date、Body 放入对应的位置。最后只需要输出为Markdown源文件格式。\n---\n感谢阅读！"
    ),
    "a metadata block over a placeholder": (
        "---\n---\n\ntitle: 'None'\ndate: 2024-05-01\n\n---\n\nNone\n\n---\n感谢阅读！"
    ),
}


@pytest.mark.parametrize("markdown", READABLE.values(), ids=READABLE.keys())
def test_readable(markdown: str) -> None:
    assert has_readable_text(read_body(markdown))


@pytest.mark.parametrize("markdown", UNREADABLE.values(), ids=UNREADABLE.keys())
def test_unreadable(markdown: str) -> None:
    assert not has_readable_text(read_body(markdown))


@pytest.mark.parametrize(
    "text", ["", " ", "None", "'null'", "N/A", "nan", "TBD", "无", "《暂无》", "---", "。。。", "Undefined!", "x" * 0]
)
def test_placeholders(text: str) -> None:
    assert is_placeholder(text)


@pytest.mark.parametrize("text", ["无人机", "None of the above", "Nan Jing", "0", "A", "待定的未来", "NaN 是什么？"])
def test_no_placeholders(text: str) -> None:
    assert not is_placeholder(text)


@settings(max_examples=300, deadline=None)
@given(st.text(_LEAD, max_size=3), st.from_regex(_FOOTER), st.sampled_from(["", "。", "x" * 300]))
@example("", "D\u0130SCLAIMER:", "")
@example("", "d\u0131sclaimer:", "")
@example("", "以下内容仅供参考", "")
@example("(", "The end", ")")
@example("", "如", "")
@example("—", "", "")
def test_a_footer_is_found_with_and_without_the_look_at_how_it_begins(lead: str, text: str, end: str) -> None:
    footer = f"{lead}{text}{end}"
    found = re.match(_FOOTER, footer.lstrip(_LEAD)) is not None
    assert is_site_footer(footer) == (found and len(footer) <= LONGEST)


LINES = st.sampled_from(
    [
        "",
        "---",
        " ---",
        "title: A",
        "**Title:** A",
        "__标题__：甲",
        "标题：甲",
        "  题目: 甲",
        "date: 2024-05-01",
        "日期：今天",
    ],
)
OTHERS = st.sampled_from(["一段话", "A word: two", "- a", "\u3000一", "\rtitle: A", "# 题", "tea: hot", "文：字"])


@settings(max_examples=500, deadline=None)
@given(st.lists(LINES | OTHERS, min_size=1, max_size=8))
@example(["---", "title: A", "date: 2024-05-01", "---"])
@example(["", "\t---", "title: A", "date: 2024-05-01", "---"])
def test_a_line_in_a_metadata_block_may_be_in_one(lines: list[str]) -> None:
    markdown = "\n".join(lines)
    block = metadata_block(with_line_feeds(markdown))
    if block is not None:
        assert all(_may_be_in_a_block(markdown, line) for line in range(block.line, block.end_line + 1))


@pytest.mark.parametrize("markdown", ["一段话", "\n\n一段话", "\nA paragraph: with a colon", "# 标题：甲"])
def test_a_first_line_that_opens_no_block_is_in_none(markdown: str) -> None:
    assert not _may_be_in_a_block(markdown, markdown.count("\n") + 1)
