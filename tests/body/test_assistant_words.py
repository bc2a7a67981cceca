"""The looks that spare a text the search: where one says no, no expression matches."""

import re
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.body import assistant_words, assistants, read_body
from ingest.body.assistant_words import (
    _CHINESE_AFTERWORD,
    _CHINESE_PREAMBLE,
    _ENGLISH_AFTERWORD,
    _ENGLISH_PREAMBLE,
    _PROMPT,
    CLOSING,
    LEAD,
    LONGEST_SENTENCE,
    STOPS,
    afterword,
    may_be_talk,
    may_prompt,
    may_speak,
    preamble,
    prompt,
)
from ingest.body.assistants import (
    FIRST_PASSAGES,
    LAST_PASSAGES,
    _first_match,
    _is_all_talk,
    _outer,
    _sentences,
    assistant_phrases,
    is_assistant_talk,
)
from ingest.body.boilerplate import is_site_footer

AFTERWORD = f"{_ENGLISH_AFTERWORD}|{_CHINESE_AFTERWORD}"
PREAMBLE = f"{_ENGLISH_PREAMBLE}|{_CHINESE_PREAMBLE}"
EDGES = st.text(LEAD + "\n", max_size=3)
# What `re` takes for the same letter where case does not count.
TWINS = st.sampled_from([("", ""), ("s", "\u017f"), ("k", "\u212a"), ("i", "\u0130"), ("i", "\u0131")])


def sentences(pattern: str) -> st.SearchStrategy[str]:
    """Return sentences that a pattern matches, each of its alternatives as often, with letters in any case."""
    pieces = [re.compile(piece, re.IGNORECASE) for piece in alternatives(pattern)]
    matching = st.sampled_from(pieces).flatmap(lambda piece: st.from_regex(piece, fullmatch=True))
    return st.builds(lambda text, twin: text.replace(*twin) if twin[0] else text, matching, TWINS)


def alternatives(pattern: str) -> list[str]:
    """Return what stands between the `|` of a pattern that are in no group."""
    pieces, depth = [""], 0
    for part in re.findall(r"\\.|\[[^\]]*\]|.", pattern):
        depth += {"(": 1, ")": -1}.get(part, 0)
        if part == "|" and depth == 0:
            pieces.append("")
        else:
            pieces[-1] += part
    return pieces


@contextmanager
def no_looks() -> Iterator[None]:
    """Let every text be searched."""
    looks = ((assistants, "may_speak"), (assistants, "may_prompt"), (assistants, "may_be_talk"))
    with ExitStack() as stack:
        for module, look in (*looks, (assistant_words, "_may_prompt_in_english")):
            stack.enter_context(patch.object(module, look, return_value=True))
        for kept in (_is_all_talk, _first_match):
            kept.cache_clear()
            stack.callback(kept.cache_clear)
        yield


def followed(sentence: str, stop: str, closing: str, lead: str) -> str:
    """Return a text in which a sentence stands behind another one, or behind none."""
    return f"第一句{stop}{closing}{lead}{sentence}" if stop else lead + sentence


TEXTS_BEFORE = (st.sampled_from(["", *STOPS[:-1], ". ", "."]), st.sampled_from(["", *CLOSING]), EDGES)


@settings(max_examples=200, deadline=None)
@given(st.builds(followed, sentences(AFTERWORD), *TEXTS_BEFORE))
def test_a_text_with_an_afterword_may_speak(text: str) -> None:
    if any(map(afterword, _sentences(text))):
        assert may_speak(text)
        assert may_speak(f"一段。{text}。另一段")


@settings(max_examples=200, deadline=None)
@given(st.builds(followed, sentences(_PROMPT), *TEXTS_BEFORE))
def test_a_text_with_a_prompt_may_speak(text: str) -> None:
    pattern = re.compile(_PROMPT, re.IGNORECASE)
    if any(map(pattern.search, _sentences(text))):
        assert may_prompt(text)
        assert may_speak(f"一段。{text}。另一段")


@settings(max_examples=200, deadline=None)
@given(sentences(_PROMPT), EDGES)
def test_a_prompt_is_found_as_by_its_pattern(text: str, before: str) -> None:
    for sentence in (text, before + text, f"Then {text}"):
        match = re.compile(_PROMPT, re.IGNORECASE).search(sentence)
        if len(sentence) <= LONGEST_SENTENCE and match is not None:
            found = prompt(sentence)
            assert found is not None
            assert found.span() == match.span()


@settings(max_examples=200, deadline=None)
@given(st.one_of(sentences(AFTERWORD), sentences(PREAMBLE)))
def test_talk_is_found_as_by_the_expressions_of_both_languages(text: str) -> None:
    for find, pattern in ((afterword, AFTERWORD), (preamble, PREAMBLE)):
        match = re.compile(pattern, re.IGNORECASE).match(text)
        if len(text) <= LONGEST_SENTENCE and text[0] not in "\u0130\u0131\u017f\u212a":
            found = find(text)
            assert (found and found.span()) == (match and match.span())


TALK = st.one_of(sentences(AFTERWORD), sentences(PREAMBLE), sentences(_PROMPT))


@settings(max_examples=200, deadline=None)
@given(st.builds("{}{}{}{}".format, EDGES, TEXTS_BEFORE[0], TEXTS_BEFORE[1], TALK))
def test_talk_may_be_talk(text: str) -> None:
    with no_looks():
        is_talk = is_assistant_talk(text)
    if is_talk:
        assert may_be_talk(text)


@pytest.mark.parametrize(
    "text",
    [
        "市场周一小幅上涨，成交量有所回落。分析人士认为，利率是主要原因！",
        "The market rose on Monday. Analysts said that rates were the reason, and nobody disagreed.",
        "作为一家公司，它在北京。以上数据来自协会。如果下雨，比赛将推迟。",
        "Der Fährmann sagte nichts. Il n'y a rien à dire.",
        "The title stands above the body, and the date below the whole body.",
        "El Body del año: the body",
    ],
)
def test_an_ordinary_text_is_done_with_the_look(text: str) -> None:
    assert not may_speak(text)


@pytest.mark.parametrize(
    "text",
    [
        "Reply with the whole text as raw markdown",
        "Finally, return everything in Markdown",
        "Please only respond in markdown",
        "PLEASE NOTE: THIS MAY NOT PERFECTLY FIT",
        "Note that the summary is based on the talk",
        "Please translate this article from German to English",
        "If you have 3 more, let me know",
        "如果您有3.5版的问题，请告诉我",
        "以上部分为摘要",
        "Markdown 源文件格式输出",
        "MARKDOWN格式标准，输出",
        "标题、日期和Body",
        "TITLE DATE BODY",
    ],
)
def test_words_behind_an_ordinary_beginning_are_seen(text: str) -> None:
    assert may_speak(f"一段。{text}。另一段")
    with no_looks():
        is_talk = is_assistant_talk(text)
    assert may_be_talk(text) or not is_talk


PHRASES = st.sampled_from(
    [
        "希望这对您有帮助",
        "如果您需要进一步的帮助，请随时告诉我",
        "如果您有任何问题，请告诉我们",
        "请注意：上述内容的摘要",
        "最后只需要输出为Markdown源文件格式内容",
        "Title、Date 和 Body",
        "标题部分翻译成中文",
        "请先将这篇文章翻译为中文",
        "Translate the following text to German",
        "I hope this helps",
        "let me know if you need anything else",
        "Sure! Here's the translated article:",
        "当然！以下是翻译：",
        "As an AI language model, I cannot",
        "感谢阅读",
        "市场上涨",
        "word",
        *STOPS,
        *CLOSING,
        *LEAD,
        ". ",
        "\n",
        "\n\n",
        "\n\n> ",
        "\n\n# ",
        "\n\n- ",
    ]
)


@settings(max_examples=200, deadline=None)
@given(st.lists(PHRASES, max_size=25).map("".join))
def test_phrases_are_the_same_with_and_without_looks(markdown: str) -> None:
    body = read_body(markdown)
    texts = [passage.text for passage in body.passages]
    found = (assistant_phrases(body), [is_assistant_talk(text) for text in texts])
    with no_looks():
        assert found == (assistant_phrases(body), [is_assistant_talk(text) for text in texts])


PARAGRAPHS = st.sampled_from(
    ["感谢阅读", "以上为全文", "以上内容仅供参考", "The end", "© 2024", "（完）", "一段话", "Thanks for reading"],
)


@settings(max_examples=300, deadline=None)
@given(st.lists(PARAGRAPHS, max_size=14).map("\n\n".join))
def test_the_outer_passages_are_the_first_and_last_own_ones(markdown: str) -> None:
    passages = read_body(markdown).passages
    own = [passage for passage in passages if not is_site_footer(passage.text)]
    first, last, outer = _outer(passages)
    assert list(first) == own[:FIRST_PASSAGES]
    assert list(last) == own[::-1][:LAST_PASSAGES]
    assert {*first, *last} == set(outer)


def test_only_four_other_characters_are_an_ascii_letter_where_case_does_not_count() -> None:
    letters = re.compile("[a-z]", re.IGNORECASE)
    others = [chr(code) for code in range(128, 0x110000) if letters.match(chr(code))]
    assert others == ["\u0130", "\u0131", "\u017f", "\u212a"]
