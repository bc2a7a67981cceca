"""An assistant's words at the start and end of a body."""

import pytest

from ingest.body import AssistantPhraseKind, assistant_phrases, is_assistant_talk, read_body

PREAMBLE, AFTERWORD, ECHO = AssistantPhraseKind.PREAMBLE, AssistantPhraseKind.AFTERWORD, AssistantPhraseKind.PROMPT_ECHO
ARTICLE = "第一段讲述了背景。\n\n第二段。\n\n第三段。\n\n第四段。\n\n第五段。\n\n第六段。"

FOUND = [
    ("Sure! Here's the translation:\n\n" + ARTICLE, PREAMBLE, 1),
    ("Certainly! Below is the article.\n\n" + ARTICLE, PREAMBLE, 1),
    ("Here is the rewritten article in Markdown:\n\n" + ARTICLE, PREAMBLE, 1),
    ("当然！以下是翻译：\n\n" + ARTICLE, PREAMBLE, 1),
    ("以下是文章的中文翻译：\n\n" + ARTICLE, PREAMBLE, 1),
    ("As an AI language model, I cannot open links.\n\n" + ARTICLE, PREAMBLE, 1),
    (ARTICLE + "\n\n希望这对您有帮助！", AFTERWORD, 13),
    (ARTICLE + "\n\n如果您需要进一步的帮助，请随时告诉我。", AFTERWORD, 13),
    (ARTICLE + "\n\nI hope this helps!", AFTERWORD, 13),
    (ARTICLE + "\n\nLet me know if you need any further changes.", AFTERWORD, 13),
    (ARTICLE + "\n\nLet me know if you would like me to adjust the tone or translate another article!", AFTERWORD, 13),
    (ARTICLE + "\n\nLet me know if you’d like me to shorten it.", AFTERWORD, 13),
    (ARTICLE + "\n\nIf you'd like a shorter version, just let me know.", AFTERWORD, 13),
    (ARTICLE + "\n\n您可以将以上内容保存为文件。", AFTERWORD, 13),
    (ARTICLE + "\n\n（以上为全文的翻译结果。）", AFTERWORD, 13),
    (ARTICLE + "\n\n内容仅供参考，根据您的输入生成。", AFTERWORD, 13),
    (ARTICLE + "\n\n其余段落略。", AFTERWORD, 13),
    (ARTICLE + "\n\n以上文本为摘要。", AFTERWORD, 13),
    (ARTICLE + "\n\n之后的段落请自行补充。", AFTERWORD, 13),
    (ARTICLE + "\n\n说明：其余 HTML 标签已移除。", AFTERWORD, 13),
    (ARTICLE + "\n\n图片链接需要保留。", AFTERWORD, 13),
    (ARTICLE + "\n\nOutput length: 300", AFTERWORD, 13),
    (ARTICLE + "\n\nFeel free to ask for any further changes.", AFTERWORD, 13),
    (ARTICLE + "\n\nPlease note that this is a rough translation.", AFTERWORD, 13),
    (ARTICLE + "\n\nNote: I translated the title; the translation may not perfectly fit.", AFTERWORD, 13),
    (ARTICLE + "\n\nAs an AI language model, I cannot see pictures.", AFTERWORD, 13),
    (ARTICLE + "\n\nI'm sorry, but I can't translate the rest.", AFTERWORD, 13),
    (ARTICLE + "\n\n作为一个AI语言模型，我无法打开链接。", AFTERWORD, 13),
    (ARTICLE + "\n\n请随时告诉我。", AFTERWORD, 13),
    (ARTICLE + "\n\nI hope that this meets your expectations.", AFTERWORD, 13),
    (ARTICLE + "\n\n(Note: This summary is based on the original text.)", AFTERWORD, 13),
    (ARTICLE + "\n\n注意：由于原文较长，上述文本为摘要。\n---\n感谢阅读！", AFTERWORD, 13),
    (ARTICLE + "\n\n（后续内容省略）", AFTERWORD, 13),
    (ARTICLE + "\n\n[Please insert the rest of the content]", AFTERWORD, 13),
    (ARTICLE + "\n\n备注：图片保留，其余 HTML 标签已被移除。", AFTERWORD, 13),
    (ARTICLE + "\n\n请注意：Title、Date 和 Body 已放入对应的位置。\n---\n感谢阅读！", ECHO, 13),
    (ARTICLE + "\n\n最后一段。请先将这篇文章翻译为中文。", ECHO, 13),
    (ARTICLE + "\n末行\n最后只需要输出为Markdown源文件格式内容。", ECHO, 13),
]


@pytest.mark.parametrize(("markdown", "kind", "line"), FOUND)
def test_found(markdown: str, kind: AssistantPhraseKind, line: int) -> None:
    assert [(phrase.kind, phrase.line) for phrase in assistant_phrases(read_body(markdown))] == [(kind, line)]


@pytest.mark.parametrize(
    "markdown",
    [
        ARTICLE,
        "以下是演讲的主要内容：\n\n" + ARTICLE,
        "Here is what happened this week.\n\n" + ARTICLE,
        "当然，事情没有那么简单。\n\n" + ARTICLE,
        "Sure, the market fell.\n\n" + ARTICLE,
        ARTICLE + "\n\n请注意：本活动需要提前报名。",
        ARTICLE + "\n\n如果您有任何问题，请告诉我们。",
        ARTICLE + "\n\nIf you have questions, let me know in the comments.",
        ARTICLE + "\n\nLet me know if you would like me to write about the other stations.",
        ARTICLE + "\n\nLet me know what you think of the roll, says a note on his door.",
        ARTICLE + "\n\n以上内容仅供参考，不构成投资建议。",
        ARTICLE + "\n\n编辑器支持输出为 Markdown 文件。",
        "开头。\n\n中间。\n\n模型回答：“作为一个AI语言模型，我没有情感。”\n\n" + ARTICLE,
        ARTICLE + "\n\n> 作为一个AI语言模型，我没有情感。\n\n完。",
        "```\nSure! Here's the translation:\n```\n\n" + ARTICLE,
        ARTICLE.replace("第二段。", "Sure! Here's the translation, it wrote."),
    ],
)
def test_not_found(markdown: str) -> None:
    assert assistant_phrases(read_body(markdown)) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Sure! Here's the translated article:",
        "当然！以下是翻译：",
        "Of course. Here is the rewritten text in Markdown:",
    ],
)
def test_nothing_but_an_assistants_words(text: str) -> None:
    assert is_assistant_talk(text)


@pytest.mark.parametrize(
    "text", ["", "Sure!", "好的。", "Sure! Here's the translated article: the market fell.", "Sure! It rained."]
)
def test_more_than_an_assistants_words(text: str) -> None:
    assert not is_assistant_talk(text)
