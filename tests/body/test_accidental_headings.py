"""`---` under a paragraph: a heading that nobody meant, or one that somebody did."""

import pytest

from ingest.body import PassageKind, read_body

ACCIDENTAL = {
    "a Chinese sentence": "会议昨天在上海结束。\n---\n后文",
    "an English sentence": "The meeting ended yesterday.\n---\nMore.",
    "a sentence in quotes": "他说：“这是重要的一步。”\n---\n后文",
    "several lines": "第一行\n第二行\n---\n后文",
    "a long line": "关于下一代存储系统在多个地区部署时所遇到的延迟与一致性问题的若干观察与初步的改进建议\n---\n后文",
    "two sentences, the second open": "第一句完了。第二句还没\n---\n后文",
    "an image": "![图](a.png)\n---\n后文",
    "text and an image": "短句\n![图](a.png){ width=50% }\n---\n后文",
    "the last block": "编辑：小王\n---\n",
    "the last block before a footer": "标签：技术\n---\n感谢阅读！更多文章见[首页](/)。",
}
MEANT = {
    "a Chinese title": "安装步骤\n---\n先下载。",
    "an English title": "Getting Started\n---------------\n\nText.",
    "a question": "What is this?\n---\nText.",
    "a Chinese question": "为什么要这样做？\n---\n因为。",
    "a version": "v1.2 (2024)\n-----------\n- fixed",
    "with code": "The `run` command\n---\nText.",
}


@pytest.mark.parametrize("markdown", ACCIDENTAL.values(), ids=ACCIDENTAL.keys())
def test_accidental(markdown: str) -> None:
    body = read_body("开头。\n\n" + markdown)
    lines = ("开头。\n\n" + markdown).split("\n")
    (heading,) = body.accidental_headings
    assert lines[heading.underline_line - 1] == "---"
    assert (heading.line, heading.end_line) == (3, heading.underline_line - 1)
    assert body.outline == ()
    assert PassageKind.HEADING not in {passage.kind for passage in body.passages}


@pytest.mark.parametrize("markdown", MEANT.values(), ids=MEANT.keys())
def test_meant(markdown: str) -> None:
    body = read_body(markdown)
    assert body.accidental_headings == ()
    assert [heading.level for heading in body.outline] == [2]


def test_the_demoted_paragraph_ends_before_its_underline() -> None:
    (first, *_) = read_body("第一行\n第二行。\n---\n后文").passages
    assert (first.kind, first.line, first.end_line) == (PassageKind.PARAGRAPH, 1, 2)


@pytest.mark.parametrize(
    "markdown", ["文。\n===\n后", "## 文。\n后", "文。\n\n---\n后", "- 文。\n---\n后", "> 文。\n---\n后"]
)
def test_other_headings_and_rules_are_left_alone(markdown: str) -> None:
    assert read_body(markdown).accidental_headings == ()
