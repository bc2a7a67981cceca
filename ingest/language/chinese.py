"""Tells Simplified from Traditional Chinese, and Chinese from Japanese, by the letters that only one of them writes."""

import re
from dataclasses import dataclass

SIMPLIFIED, TRADITIONAL = "zh-Hans", "zh-Hant"
SAMPLE = 1500
"""Characters that suffice to tell the two apart."""
LONG_SAMPLE = 4000
"""Characters that are read where the two are close."""
CLEAR_MARGIN = 0.1
"""Difference of the two encodings in bytes per character, from which less than a fifth is of the other variant."""
SCRIPTS = {SIMPLIFIED: "Hans", TRADITIONAL: "Hant"}
_JIS_LENGTH = 2
"""Bytes of a letter of JIS X 0208 in EUC-JP; JIS X 0212 takes three."""
_JIS_LEVEL_2 = 0xD0
"""First byte in EUC-JP from which the rare letters stand (row 48)."""
_PARTICLES = frozenset("与與和的在用为為及是")
_EAST_ASIAN_RUN = re.compile("[\u3005\u3041-\u30ff\u4e00-\u9fff]+")
_KANA_RUN = re.compile("[\u3041-\u3096\u30a1-\u30fa]+")
_NOT_HAN = re.compile("[^\u4e00-\u9fff]+")


@dataclass(frozen=True, slots=True)
class Variant:
    """The variant of Chinese by the majority of telling letters: how many speak for it, how many for the other.

    `language` is `zh-Hans`, `zh-Hant`, or `zh` without evidence or when even.
    """

    language: str
    own: int
    other: int


def read_variant(text: str, han: int) -> Variant:
    """Return the variant of a Chinese text with `han` Han letters.

    A letter is Simplified's own when GB 2312 has it and Big5 has not, and
    Traditional's own the other way round; letters of both are silent. In a
    long text the lengths of the two encodings tell, and the minority is not
    counted where it is too small to matter.
    """
    if han >= SAMPLE // 4:
        sample = text[:SAMPLE]
        margin = len(sample.encode("gb2312", "ignore")) - len(sample.encode("big5", "ignore"))
        if abs(margin) > CLEAR_MARGIN * len(sample):
            return Variant(SIMPLIFIED if margin > 0 else TRADITIONAL, abs(margin) // 2, 0)
    letters = _NOT_HAN.sub("", text[:LONG_SAMPLE])
    encoded = letters.encode("gb2312", "ignore")
    both = len(encoded.decode("gb2312").encode("big5", "ignore"))
    simplified = (len(encoded) - both) // 2
    traditional = (len(letters.encode("big5", "ignore")) - both) // 2
    if simplified == traditional:
        return Variant("zh", simplified, traditional)
    if simplified > traditional:
        return Variant(SIMPLIFIED, simplified, traditional)
    return Variant(TRADITIONAL, traditional, simplified)


def chinese_only(text: str) -> list[str]:
    """Return what no Japanese writes today: letters, and particles that stand alone (`Prisma 与 Astro`).

    The letters are those beyond JIS X 0208, and its rare ones (level 2) that
    GB 2312 replaced by a simpler form, as Japanese did (`裝`, `體`).
    """
    letters = [letter for letter in _NOT_HAN.sub("", text) if _is_chinese(letter) and not _is_japanese(letter)]
    return letters + [run for run in _EAST_ASIAN_RUN.findall(text) if run in _PARTICLES]


def japanese_only(text: str) -> list[str]:
    """Return what no Chinese writes: letters of JIS X 0208 that neither GB 2312 nor Big5 has, and words in kana.

    A single kana is an ornament in Chinese (`优の良品`).
    """
    letters = [letter for letter in _NOT_HAN.sub("", text) if _in(letter, "shift_jis") and not _is_chinese(letter)]
    kana = _KANA_RUN.findall(text)
    return letters + (kana if sum(map(len, kana)) > 1 else [])


def _is_chinese(letter: str) -> bool:
    return _in(letter, "gb2312") or _in(letter, "big5")


def _is_japanese(letter: str) -> bool:
    encoded = letter.encode("euc_jp", "ignore")
    if len(encoded) != _JIS_LENGTH:
        return False
    return encoded[0] < _JIS_LEVEL_2 or _in(letter, "gb2312")


def _in(letter: str, encoding: str) -> bool:
    return bool(letter.encode(encoding, "ignore"))
