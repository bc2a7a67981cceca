"""The words of an assistant: what it says before and after its work, and the prompt that it repeats.

Nearly every text has none of them, and three functions say so with a few looks at the whole of it: `may_prompt`,
`may_speak` and `may_be_talk`. Where one says no, no expression below matches: they know how each alternative begins,
or a word that it holds.
"""

import re
from functools import cache

LONGEST_SENTENCE = 400
STOPS = "。！？!?."
"""What a sentence may end with."""
CLOSING = '”’」』"'
"""What may stand between the end of a sentence and the next one, once."""
LEAD = " \t*_（(【[>#-—。.，,"
"""What is no part of a sentence at either of its ends."""

_BODY = r"(?:文章|内容|文本|正文|段落|部分|标题|原文)"

# What begins with a Chinese character and what begins with a letter are two expressions: to compile both takes 4 ms,
# and most sites need one.
_ENGLISH_MODEL = (
    r"as\s+an?\s+(?:ai|artificial\s+intelligence)\s+(?:language\s+)?(?:model|assistant)\b[^.]{0,20}\bi\b"
    r"|i(?:'m|’m| am) (?:sorry|unable)[^.]{0,20}\b(?:as an ai|i can(?:'t|not) (?:assist|help|translate|access))"
)
_CHINESE_MODEL = r"作为(?:一个|一名|一款|人工智能|大型|AI|\s)*(?:语言模型|人工智能助手|AI助手|AI\s*助理)，?我"
_ENGLISH_PREAMBLE = (
    r"(?:sure|certainly|of course|absolutely|okay|ok|great)[!,.]\s+(?:here|below|i'll|i will|i've|i can|let me|let's)\b"
    r"|here(?:'s|’s| is| are)\s+(?:the|your|a|an|my)\s[^.:]{0,60}"
    r"(?:translat|rewrit|rewritten|markdown|revised|polished)[^.:]{0,60}:?\s*$"
    rf"|{_ENGLISH_MODEL}"
)
_CHINESE_PREAMBLE = (
    r"(?:当然|当然可以|好的|没问题|當然|好的)[！!，,。]\s*(?:以下|下面|这是|这里是|我会|我将|我来|请看|以下是)"
    r"|(?:以下|下面|这)(?:是|为)[^。：:]{0,40}(?:翻译|译文|译稿|翻譯|改写|润色|Markdown)[^。：:]{0,15}[：:。]?\s*$"
    rf"|{_CHINESE_MODEL}"
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
_CHINESE_AFTERWORD = (
    rf"(?:请)?注意[：:,，][^。]{{0,40}}"
    rf"(?:(?:上述|以上|此|本){_BODY}?[^。]{{0,6}}(?:摘要|译文)|为[^。]{{0,6}}翻译稿)"
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
    rf"|{_CHINESE_MODEL}"
)
_ENGLISH_AFTERWORD = (
    r"please\s+insert\s+the\s+rest\b|output\s+length\s*:\s*\d"
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
    rf"|{_ENGLISH_MODEL}"
)
# What a match of the pattern begins with: a sentence is mostly done with this look, which takes a tenth of the time.
_PREAMBLE_FIRST = frozenset("当好没當以下这作SsCcOoAaGgHhIi")
_AFTERWORD_FIRST = frozenset("请注希如您你以内上后其剩之备说图作PpOoIiHhLlFfNnAa")
# How afterwords begin and the prompts that stand at the start of a sentence, behind the end of the sentence before, and
# where that is an ordinary beginning, what must follow. Nearly every sentence fails the look at its first character,
# which takes a tenth of the time of the alternatives.
_OPENINGS = (
    r"\.[ \t*_（(【[>#\-—，,”’」』\"]*+(?=[作请注希如您你以内上后其剩之备说图PpOoIiHhLlFfNnAaTtRr])"
    r"(?:请?注意[：:,，]|希望[这以本上此]|如[\s\S]{0,62}(?:告诉我|告知我|让我)|请(?:随时)?(?:让我|告诉)|[您你]可以将"
    rf"|以上(?:就是|即为|为|是)|(?:以上|上述|后续|其余|剩余|之后){_BODY}|(?:以上)?内容?仅供|之后的段落|(?:备注|说明)[：:]"
    r"|图片链接|作为[^.]*我|[Ii][Ff]\s+[Yy][Oo][Uu][^.]*[Ll][Ee][Tt]\s|[Aa][Ss\u017f]\s+[Aa][Nn]?\s+[Aa]"
    r"|[Ii](?:\s+[Hh][Oo][Pp][Ee]|(?:['’]| [Aa])[Mm] )|[Hh][Oo][Pp][Ee]\s"
    r"|(?:[Pp][Ll][Ee][Aa]\w[Ee]\s+)*+(?:[Ll][Ee][Tt]\s+[Mm][Ee]\s|[Ff][Ee][Ee][Ll]\s|[Oo][Uu][Tt][Pp]|\w[Nn]\w[Ee][Rr][Tt]"
    r"|[Nn][Oo][Tt][Ee][:,\s][^.]*(?:[Tt][Rr][Aa][Nn]|[Uu][Mm][Mm][Aa]|[Pp][Ee][Rr][Ff])|[Tt][Rr][Aa][Nn]"
    r"|[Ff]\w[Nn][Aa][Ll]|[Oo][Nn][Ll][Yy]\s|[Rr][Ee]\w[^.]*[Dd][Oo][Ww][Nn]))"
)
# What the other prompts have. `_has_a_sign` looks for two characters first that are rare together, in a tenth of the
# time of a search.
_TRANSLATED = "译(?<=翻译)[为成]"
_MAIN_TEXT = "正(?=文)"
_SOURCE_FILE = r"源(?<=[Nn\s]源)文件"
_FORMAT = r"格(?<=[Nn\s]格)式"
# `body` is an ordinary word as well: where it stands behind what may end the word before it, that word is looked at.
_SMALL_BODY, _LARGE_BODY = (rf"{first}[Oo][Dd][Yy](?<=[\WDdEe期和与及]\w{{4}})" for first in "bB")
_DATE_AND_BODY = r"(?:[Dd][Aa][Tt][Ee]|日期)\W{0,5}(?:和|与|以及|[Aa][Nn][Dd])?\W{0,3}[Bb][Oo][Dd][Yy]"
# What those prompts begin with that have none of these signs.
_PROMPT_FIRST = frozenset("PpFfOoRrTt")
# How a passage of nothing but talk begins, case folded.
_TALK_FIRST = frozenset("当好没當以下这作请注希如您你内上后其剩之备说图i")
_TALK_BEGINNINGS = frozenset(
    {
        "as", "ab", "ce", "fe", "fi", "f\u0131", "gr", "he", "ho", "le", "no", "of", "ok", "on", "ou", "pl", "re", "su",
        "tr",
    },
)  # fmt: skip
_BEFORE_TALK = LEAD + STOPS + CLOSING


def may_speak(text: str) -> bool:
    """Return whether an afterword or a prompt may stand in a text; several passages are joined by `。`."""
    if _has_a_sign(text):
        return True
    full_stops = text.replace("。", ".").replace("！", ".").replace("？", ".").replace("!", ".").replace("?", ".")
    return _exact(_OPENINGS).search("." + full_stops) is not None


def may_prompt(text: str) -> bool:
    """Return whether a prompt may stand in a text."""
    return _has_a_sign(text) or _may_prompt_in_english(text)


def _may_prompt_in_english(text: str) -> bool:
    lower = text.lower()
    return "tran" in lower or "down" in lower


def _has_a_sign(text: str) -> bool:
    return (
        ("译" in text and "翻" in text and _exact(_TRANSLATED).search(text) is not None)
        or ("正" in text and "文" in text and _exact(_MAIN_TEXT).search(text) is not None)
        or ("源" in text and "件" in text and _exact(_SOURCE_FILE).search(text) is not None)
        or ("格" in text and "式" in text and _exact(_FORMAT).search(text) is not None)
        or ("b" in text and _exact(_SMALL_BODY).search(text) is not None and _asks_for_a_body(text))
        or ("B" in text and _exact(_LARGE_BODY).search(text) is not None and _asks_for_a_body(text))
    )


def _asks_for_a_body(text: str) -> bool:
    if text.isascii() and "date" not in text.lower():
        return False
    return _exact(_DATE_AND_BODY).search(text) is not None


def may_be_talk(text: str) -> bool:
    """Return whether a text may consist of an assistant's words alone."""
    head = text.lstrip(_BEFORE_TALK)[:2].casefold()
    begins = head[:2] in _TALK_BEGINNINGS or head[:1] in _TALK_FIRST or not head[:1].isalnum()
    return begins or _has_a_sign(text)


def preamble(sentence: str) -> re.Match[str] | None:
    """Return the match of words before the work, None without one."""
    if sentence[:1] not in _PREAMBLE_FIRST or len(sentence) > LONGEST_SENTENCE:
        return None
    return _folding(_ENGLISH_PREAMBLE if sentence[0].isascii() else _CHINESE_PREAMBLE).match(sentence)


def afterword(sentence: str) -> re.Match[str] | None:
    """Return the match of words after the work, None without one."""
    if sentence[:1] not in _AFTERWORD_FIRST or len(sentence) > LONGEST_SENTENCE:
        return None
    return _folding(_ENGLISH_AFTERWORD if sentence[0].isascii() else _CHINESE_AFTERWORD).match(sentence)


def prompt(sentence: str) -> re.Match[str] | None:
    """Return the match of a prompt, None without one."""
    if len(sentence) > LONGEST_SENTENCE:
        return None
    begins_as_one = sentence[:1] in _PROMPT_FIRST and _may_prompt_in_english(sentence)
    if not begins_as_one and not _has_a_sign(sentence):
        return None
    return _folding(_PROMPT).search(sentence)


def is_acknowledgement(sentence: str) -> bool:
    """Return whether a sentence is one that an assistant begins with, and that says nothing."""
    return _folding(_ACKNOWLEDGEMENT).fullmatch(sentence) is not None


# Most commands need none of the expressions: they are compiled when a text that may match one is met.
@cache
def _folding(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


@cache
def _exact(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)
