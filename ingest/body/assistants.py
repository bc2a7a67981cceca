"""An assistant's own words around an article: how it begins, how it ends, and the prompt that it repeats.

High precision comes from three conditions together: the place (the first or last passages, boilerplate aside), the
start of a sentence, and a phrase that speaks about the text as work done for somebody. An article that quotes such
words in its middle is not meant.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice

from ingest.body.boilerplate import is_site_footer
from ingest.body.model import AssistantPhrase, AssistantPhraseKind, Body, Passage, PassageKind

FIRST_PASSAGES = 2
LAST_PASSAGES = 4
LONGEST_SENTENCE = 400
LONGEST_TALK = 800

_LEAD = " \t*_（(【[>#-—。.，,"
# Each becomes `。`, at which the text is split: a fifth of the time that a pattern takes.
_SENTENCE_ENDS = (("！", "。"), ("？", "。"), ("!", "。"), ("?", "。"), (". ", "。 "), (".\n", "。\n"))
_CLOSING = frozenset('”’」』"')
_BODY = r"(?:文章|内容|文本|正文|段落|部分|标题|原文)"

_MODEL = (
    r"(?:as\s+an?\s+(?:ai|artificial\s+intelligence)\s+(?:language\s+)?(?:model|assistant)\b[^.]{0,20}\bi\b"
    r"|i(?:'m|’m| am) (?:sorry|unable)[^.]{0,20}\b(?:as an ai|i can(?:'t|not) (?:assist|help|translate|access))"
    r"|作为(?:一个|一名|一款|人工智能|大型|AI|\s)*(?:语言模型|人工智能助手|AI助手|AI\s*助理)，?我)"
)
# These four are compiled by `re` when a sentence that may be one is met: to do it at the start takes 8 ms.
_PREAMBLE = (
    r"(?:sure|certainly|of course|absolutely|okay|ok|great)[!,.]\s+(?:here|below|i'll|i will|i've|i can|let me|let's)\b"
    r"|here(?:'s|’s| is| are)\s+(?:the|your|a|an|my)\s[^.:]{0,60}"
    r"(?:translat|rewrit|rewritten|markdown|revised|polished)[^.:]{0,60}:?\s*$"
    r"|(?:当然|当然可以|好的|没问题|當然|好的)[！!，,。]\s*(?:以下|下面|这是|这里是|我会|我将|我来|请看|以下是)"
    r"|(?:以下|下面|这)(?:是|为)[^。：:]{0,40}(?:翻译|译文|译稿|翻譯|改写|润色|Markdown)[^。：:]{0,15}[：:。]?\s*$"
    rf"|{_MODEL}"
)
# What stands before an assistant's sentence, and alone says nothing about who speaks.
_ACKNOWLEDGEMENT = (
    r"(?:sure|certainly|of course|absolutely|okay|ok|great|no problem|当然可以|当然|好的|没问题|當然)[！!.。]?"
)
_PROMPT = (
    r"(?:title|标题)\W{0,5}(?:date|日期)\W{0,5}(?:和|与|以及|and)?\W{0,3}(?:body|正文)"
    r"|(?:输出|转为|转换为|输出内容)[^。]{0,12}(?:makedown|markdown)\s*(?:源文件|格式标准|格式内容)"
    r"|(?:makedown|markdown)\s*(?:源文件格式|格式标准)[^。]{0,12}(?:输出|内容)"
    r"|^(?:请|最后|首先|请先|需要)*\s*(?:先)?(?:将|把)(?:这篇|此|以下|该|上述|本)?(?:文章|内容|文本)[^。]{0,6}翻译(?:为|成)"
    r"|(?:title|标题)\s*部分[^。]{0,10}翻译(?:为|成)"
    r"|^(?:please\s+|finally,?\s+|only\s+)*(?:output|return|respond|reply)\b[^.]{0,60}\b(?:in|as)\s+(?:raw\s+)?markdown"
    r"|^(?:please\s+)?translate\s+(?:the|this)\s+(?:following|above|article|text|title|content)\b[^.]{0,60}\b(?:in)?to\b"
)
_AFTERWORD = (
    rf"(?:请)?注意[：:,，][^。]{{0,40}}"
    rf"(?:(?:上述|以上|此|本){_BODY}?[^。]{{0,6}}(?:摘要|译文)|为[^。]{{0,6}}翻译稿"
    r"|由\s*AI[^。]{{0,6}}(?:生成|翻译))"
    r"|希望(?:这|以上|本|上述|此)[^。]{0,16}(?:对[您你]有所?帮助|能帮[到助][您你]|(?:满足|符合)[您你]的)"
    r"|如果?[您你]?[^。]{0,20}(?:需要|有)[^。]{0,24}(?:帮助|修改|调整|问题|服务|要求|需求)"
    r"[^。]{0,10}(?:告诉我|告知我|让我知道)(?!们)"
    r"|请(?:随时)?(?:让我知道|告诉我)(?!们)"
    rf"|[您你]可以将(?:此|以上|上述|这些|该){_BODY}[^。]{{0,6}}(?:保存|复制|粘贴)"
    r"|以上(?:内容)?(?:就是|即为|为|是)[^。]{0,24}(?:翻译|译文|翻译结果|翻译内容)[。！!）)]?\s*$"
    r"|(?:以上)?内容?仅供参考[^。]{0,6}根据[^。]{0,10}(?:输入|提供|要求)[^。]{0,12}(?:生成|整理)"
    rf"|(?:以上|上述|后续|其余|剩余|之后){_BODY}(?:已|均|略)?(?:省略|略去|略)(?:[，,。）)】…]|$)"
    rf"|(?:以上|上述){_BODY}(?:仅)?为(?:部分)?摘要"
    r"|之后的段落请自行|(?:备注|说明)[：:][^。]{0,30}HTML\s*标签已被?移除|图片链接(?:展示)?需要保留"
    r"|please\s+insert\s+the\s+rest\b|output\s+length\s*:\s*\d"
    r"|(?:i\s+)?hope\s+(?:this|that|the)\b[^.]{0,40}(?:helps|helpful|meets\s+your)"
    r"|(?:please\s+)?(?:let\s+me\s+know|feel\s+free\s+to\s+(?:ask|let\s+me\s+know))\b[^.]{0,40}"
    r"\b(?:further|any|additional|other|more)\s+(?:assistance|help|changes|adjustments|modifications|revisions|edits)"
    r"|(?:please\s+)?let\s+me\s+know\s+if\s+(?:there(?:'|’)?s\s+anything\s+else|you\s+need\s+anything\s+else"
    r"|you(?:(?:'|’)d|\s+would)?\s+(?:like|want|prefer|need)\s+(?:me\s+to\s+|to\s+)?(?:adjust|change|modify|revise|refine"
    r"|polish|edit|rewrite|rephrase|reword|shorten|expand\s+(?:on\s+)?(?:any|this|the)|translate|reformat|format|proofread"
    r"|summari[sz]e|tweak|convert|adapt|locali[sz]e|the\s+(?:rest|tone)|another\s+(?:version|translation))\b)"
    r"|if\s+you(?:\s+(?:need|have|would\s+like|want)|(?:'|’)d\s+like)\b[^.]{0,60}\blet\s+me\s+know\b(?![^.]{0,20}comments)"
    r"|(?:please\s+)?note(?:\s+that)?[:,]?\s+(?:that\s+)?(?:this|the|i)\b[^.]{0,60}"
    r"(?:rough\s+translation|summary\s+is\s+based\s+on|translation\s+(?:is|was|may)|translated\s+(?:by|from|into)"
    r"|machine\s+translat|may\s+not\s+perfectly)"
    rf"|{_MODEL}"
)
# What a match of the pattern begins with: a sentence is mostly done with this look, which takes a tenth of the time.
_PREAMBLE_FIRST = frozenset("当好没當以下这作SsCcOoAaGgHhIi")
_AFTERWORD_FIRST = frozenset("请注希如您你以内上后其剩之备说图作PpOoIiHhLlFfNnAa")
# A word that every prompt has; the search for a prompt itself takes a hundred times as long.
_PROMPT_HINT = re.compile(
    "翻译|正文|m[Aa](?:[Rr][Kk]|[Kk][Ee])[Dd]|M[Aa](?:[Rr][Kk]|[Kk][Ee])[Dd]|t[Rr][Aa][Nn][Ss]|T[Rr][Aa][Nn][Ss]"
    "|b[Oo][Dd][Yy]|B[Oo][Dd][Yy]"
)


def assistant_phrases(body: Body) -> tuple[AssistantPhrase, ...]:
    """Return the assistant's words at the start and end of a body, in order, at most one per passage and kind."""
    first = list(islice(_own(body.passages), FIRST_PASSAGES))
    last = list(islice(_own(reversed(body.passages)), LAST_PASSAGES))
    opening = [passage for passage in first if passage.kind is not PassageKind.HEADING][:1]
    # A short body's last passages are its first ones too: what is found twice is one phrase.
    prompting = [passage for passage in (*first, *last) if _PROMPT_HINT.search(passage.text)]
    found = (
        *_phrases(opening, AssistantPhraseKind.PREAMBLE, body),
        *_phrases(prompting, AssistantPhraseKind.PROMPT_ECHO, body),
        *_phrases(last, AssistantPhraseKind.AFTERWORD, body),
    )
    return tuple(sorted(dict.fromkeys(found), key=lambda phrase: (phrase.line, phrase.end_line)))


def _own(passages: Iterable[Passage]) -> Iterator[Passage]:
    return (passage for passage in passages if not is_site_footer(passage.text))


def is_assistant_talk(text: str) -> bool:
    """Return whether a passage consists of an assistant's words alone."""
    if len(text) > LONGEST_TALK:
        return False
    speaks = False
    for sentence in _sentences(text):
        if _afterword(sentence) or _preamble(sentence):
            speaks = True
        elif _compiled(_ACKNOWLEDGEMENT).fullmatch(sentence) or not any(map(str.isalnum, sentence)):
            continue
        elif _prompt(sentence):
            speaks = True
        else:
            return False
    return speaks


def _phrases(passages: Iterable[Passage], kind: AssistantPhraseKind, body: Body) -> Iterator[AssistantPhrase]:
    matches = _MATCHES[kind.value]
    for passage in passages:
        if passage.kind is PassageKind.QUOTE:
            continue
        # `Sure! Here's …` is two sentences, and stands only at the very start of a passage.
        whole = kind is AssistantPhraseKind.PREAMBLE
        for sentence in [passage.text[:LONGEST_SENTENCE]] if whole else _sentences(passage.text):
            match = matches(sentence)
            if match is not None:
                yield AssistantPhrase(kind, _line(passage, match[0][:8], body), passage.end_line, sentence)
                break


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """Return a pattern that was not compiled when the module was loaded: most commands never need it."""
    return re.compile(pattern, re.IGNORECASE)


def _preamble(sentence: str) -> re.Match[str] | None:
    if sentence[:1] not in _PREAMBLE_FIRST or len(sentence) > LONGEST_SENTENCE:
        return None
    return _compiled(_PREAMBLE).match(sentence)


def _afterword(sentence: str) -> re.Match[str] | None:
    if sentence[:1] not in _AFTERWORD_FIRST or len(sentence) > LONGEST_SENTENCE:
        return None
    return _compiled(_AFTERWORD).match(sentence)


def _prompt(sentence: str) -> re.Match[str] | None:
    if len(sentence) > LONGEST_SENTENCE or not _PROMPT_HINT.search(sentence):
        return None
    return _compiled(_PROMPT).search(sentence)


# By value: the hash of an enumeration's member is computed in Python.
_MATCHES = {
    AssistantPhraseKind.PREAMBLE.value: _preamble,
    AssistantPhraseKind.PROMPT_ECHO.value: _prompt,
    AssistantPhraseKind.AFTERWORD.value: _afterword,
}


def _sentences(text: str) -> list[str]:
    for end, stop in _SENTENCE_ENDS:
        text = text.replace(end, stop)
    first, *others = text.split("。")
    pieces = [first, *[piece[1:] if piece[:1] in _CLOSING else piece for piece in others]]
    return [bare for piece in pieces if (bare := piece.strip(_LEAD))]


def _line(passage: Passage, words: str, body: Body) -> int:
    """Return the line of a passage in which words stand, its first if they cannot be found."""
    lines = body.markdown.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for number in range(passage.line, min(passage.end_line, len(lines)) + 1):
        if words in lines[number - 1]:
            return number
    return passage.line
