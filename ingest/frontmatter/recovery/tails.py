"""What stands behind a fence that closes: the article's own text, or what a site and an assistant write below one."""

import re

LONGEST = 1200
_HEADING = re.compile(r"^[ ]{0,3}#{1,6}[ \t]", re.MULTILINE)
_RULE = re.compile(r"[ \t]*(?:-[ \t]?){3,}(?=[\r\n]|\Z)", re.MULTILINE)
_LINE = re.compile(r"[^\r\n]*\S[^\r\n]*")
# An assistant's last words, the prompt that it repeats, a site's thanks.
_AFTERWORD = re.compile(
    r"""\W{0,4}(?:
    (?:请|請)?注意[:：,，]|[注备備][注註]?[:：]|希望|如果?[您你]|如需|如有|(?:以上|上述)|请(?:随时)?(?:让我|告诉)|感谢|感謝|谢谢|謝謝
    |(?:这|這|此|该)(?:篇|份|个)?(?:翻译|翻譯|译文|譯文|文件)|我(?:已|保留|将|們|们)
    |(?:i\ )?hope\b|(?:please\ )?let\ me\ know\b|(?:please\ )?feel\ free\b|if\ you\b|(?:please\ )?note\b
    |i(?:['’]ve|\ have|\ kept|\ translated)\b|this\ translation\b|the\ translation\b|thank(?:s|\ you)\b|enjoy\b
    )""",
    re.VERBOSE | re.IGNORECASE,
)


def is_afterword(tail: str) -> bool:
    """Return whether a text behind a fence is a footer, an assistant's words or nothing: the article ends before it."""
    if not tail.strip():
        return True
    if len(tail) > LONGEST or _HEADING.search(tail):
        return False
    rule = _RULE.search(tail)
    above = tail[: rule.start()] if rule else tail
    return all(_AFTERWORD.match(line) for line in _LINE.findall(above))
