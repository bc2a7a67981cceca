"""Tells Simplified from Traditional Chinese, and Chinese from Japanese, by the letters that only one of them writes."""

import re

SIMPLIFIED, TRADITIONAL = "zh-Hans", "zh-Hant"
SAMPLE = 1500
"""Characters that suffice to tell the two apart."""
_CLEAR = 0.1
_NOT_HAN = re.compile("[^\u4e00-\u9fff]+")


def count_variants(text: str) -> tuple[int, int]:
    """Return how many letters of `text` only Simplified and only Traditional Chinese writes.

    A letter is Simplified's own when GB 2312 has it and Big5 has not, and
    Traditional's own the other way round; letters of both are silent.
    """
    han = _NOT_HAN.sub("", text)
    simplified = han.encode("gb2312", "ignore")
    both = len(simplified.decode("gb2312").encode("big5", "ignore"))
    return (len(simplified) - both) // 2, (len(han.encode("big5", "ignore")) - both) // 2


def variant(text: str) -> str | None:
    """Return `zh-Hans` or `zh-Hant` by the majority of telling letters, `None` without evidence or when even."""
    if len(text) >= SAMPLE // 3:
        # In a long text the lengths of the two encodings tell; only a narrow margin needs the letters themselves.
        sample = text[:SAMPLE]
        margin = len(sample.encode("gb2312", "ignore")) - len(sample.encode("big5", "ignore"))
        if abs(margin) > _CLEAR * len(sample):
            return SIMPLIFIED if margin > 0 else TRADITIONAL
    simplified, traditional = count_variants(text)
    if simplified == traditional:
        return None
    return SIMPLIFIED if simplified > traditional else TRADITIONAL


def chinese_only(text: str) -> str:
    """Return the Han letters that no Japanese writes: those beyond JIS X 0208 that GB 2312 or Big5 has."""
    return "".join(letter for letter in _NOT_HAN.sub("", text) if not _in(letter, "shift_jis") and _is_chinese(letter))


def japanese_only(text: str) -> str:
    """Return the Han letters that only Japanese writes: those of JIS X 0208 that neither GB 2312 nor Big5 has."""
    return "".join(letter for letter in _NOT_HAN.sub("", text) if _in(letter, "shift_jis") and not _is_chinese(letter))


def _is_chinese(letter: str) -> bool:
    return _in(letter, "gb2312") or _in(letter, "big5")


def _in(letter: str, encoding: str) -> bool:
    return bool(letter.encode(encoding, "ignore"))
