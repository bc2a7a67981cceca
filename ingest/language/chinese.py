"""Tells Simplified from Traditional Chinese, and Chinese from Japanese, by the letters that only one of them writes."""

import codecs
import re
from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from ingest.language.scripts import KANA_SHARE, ScriptCounts, count_scripts

SIMPLIFIED, TRADITIONAL, JAPANESE = "zh-Hans", "zh-Hant", "ja"
SAMPLE = 600
"""Characters that suffice to tell the two apart, half from the beginning and half from the end."""
LONG_SAMPLE = 4000
"""Characters that are read where the two are close."""
CLEAR_MARGIN = 0.35
"""Difference of the two encodings, in bytes per Han letter: 0.55 in pure text, less where a sixth is of the other."""
SCRIPTS = {SIMPLIFIED: "Hans", TRADITIONAL: "Hant"}
_BYTES_OF_HAN = 2
"""Bytes of a letter in GB 2312, Big5 and, of JIS X 0208, in EUC-JP; JIS X 0212 takes three there."""
_JIS_LEVEL_2 = 0xD0
"""First byte in EUC-JP from which the rare letters stand (row 48)."""
_PARTICLES = frozenset("与與和的在用为為及是")
# Compiled by `re` when a text needs one: a range of 20,000 characters takes half a millisecond.
_EAST_ASIAN_RUN = "[\u3005\u3041-\u30ff\u4e00-\u9fff]+"
_KANA_RUN = "[\u3041-\u3096\u30a1-\u30fa][\u3041-\u3096\u30a1-\u30fa\u30fc]*"


class Variant(NamedTuple):
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
    if han >= SAMPLE // 2:
        sample = text[: SAMPLE // 2] + text[-SAMPLE // 2 :]
        margin = len(_encoded(sample, "gb2312")) - len(_encoded(sample, "big5"))
        if abs(margin) * len(text) > CLEAR_MARGIN * han * len(sample):
            return Variant(SIMPLIFIED if margin > 0 else TRADITIONAL, abs(margin) // 2, 0)
    return variant_of(han_letters(text[:LONG_SAMPLE]))


def _encoded(text: str, encoding: str) -> bytes:
    """Return the characters of a text that an encoding has."""
    return _encoder(encoding)(text, "ignore")[0]


# To look up a codec takes longer than to encode a title.
@cache
def _encoder(encoding: str) -> Callable[[str, str], tuple[bytes, int]]:
    return codecs.getencoder(encoding)


@lru_cache(maxsize=8)
def _in_gb2312(letters: str) -> bytes:
    return _encoded(letters, "gb2312")


# A title is asked for its letters up to three times in a row: by its verdict, for its variant, against the body's.
@lru_cache(maxsize=8)
def han_letters(text: str) -> str:
    """Return the Han letters of a text."""
    return _not_han().sub("", text)


@cache
def _not_han() -> re.Pattern[str]:
    return re.compile("[^\u4e00-\u9fff]+")


@lru_cache(maxsize=8)
def variant_of(letters: str) -> Variant:
    """Return the variant of Chinese that Han letters are of."""
    simplified = _in_gb2312(letters)
    traditional = _encoded(letters, "big5")
    if len(simplified) == _BYTES_OF_HAN * len(letters):
        both = len(traditional)
    else:
        both = len(_encoded(simplified.decode("gb2312"), "big5"))
    own, other = (len(simplified) - both) // _BYTES_OF_HAN, (len(traditional) - both) // _BYTES_OF_HAN
    if own == other:
        return Variant("zh", own, other)
    return Variant(SIMPLIFIED, own, other) if own > other else Variant(TRADITIONAL, other, own)


def variant_in_gb2312(text: str, han: int) -> str | None:
    """Return the language of the variant of a text with `han` Han letters that GB 2312 all has, as most titles are.

    `None` where it is not clear that the characters which Big5 lacks are letters: these have to be looked at.
    """
    try:
        simplified, _ = _encoder("gb2312")(text, "strict")
    except UnicodeEncodeError:
        return None
    lacking = (len(simplified) - len(_encoded(text, "big5"))) // _BYTES_OF_HAN
    if not lacking:
        return "zh"
    signs = len(simplified) - len(text) - han
    return SIMPLIFIED if lacking > signs else None


def chinese_letters(han: str) -> list[str]:
    """Return the Han letters that no Japanese writes today.

    They are those beyond JIS X 0208, and its rare ones (level 2) that GB 2312
    replaced by a simpler form, as Japanese did (`裝`, `體`).
    """
    return [letter for letter in han if _is_chinese(letter) and not _is_japanese(letter)]


def lone_particles(text: str) -> list[str]:
    """Return the particles that stand alone between Latin words, as only Chinese ones do (`Prisma 与 Astro`)."""
    return [run for run in re.findall(_EAST_ASIAN_RUN, text) if run in _PARTICLES]


def japanese_letters(han: str) -> list[str]:
    """Return the Han letters that no Chinese writes: those of JIS X 0208 that neither GB 2312 nor Big5 has."""
    if len(_in_gb2312(han)) == _BYTES_OF_HAN * len(han):
        return []
    return [letter for letter in han if not _is_chinese(letter) and _encoded(letter, "shift_jis")]


def script_of_passage(text: str, counts: ScriptCounts) -> str | None:
    """Return `Hani` for a Chinese passage, `Jpan` for a Japanese one, `None` where its letters leave that open.

    Kana make it Japanese, unless letters that no Japanese writes stand between
    them: a Chinese passage may name many a product in kana. A line of Han
    letters that both write is open: it may be a Japanese heading.
    """
    chinese = _count_beyond_japanese(text)
    if counts.kana >= KANA_SHARE * (counts.han + counts.kana) and chinese < max(
        LEAST_CHINESE, CHINESE_SHARE * counts.han
    ):
        return "Jpan" if counts.kana else None
    return "Hani" if chinese or counts.han >= _LONG_RUN else None


def _count_beyond_japanese(text: str) -> int:
    han = han_letters(text)
    return len(han) - len(_encoded(han, "shift_jis")) // _BYTES_OF_HAN


def may_hold_chinese(text: str) -> bool:
    """Return whether a text full of kana has letters that make a passage of it Chinese."""
    return _count_beyond_japanese(text) >= LEAST_CHINESE


LEAST_CHINESE = 2
"""Letters beyond Japan's standard set that a passage with kana needs to be Chinese: one is a name's."""
CHINESE_SHARE = 0.03
"""Part of a Chinese text's Han letters that Japan's standard set has not; Simplified has a third, Traditional less."""
_LONG_RUN = 40
"""Han letters without kana that make no Japanese sentence."""


def prevailing_script(passages: Sequence[str]) -> str:
    """Return `Hani` or `Jpan`: what most of the prose in Han and kana is in, passage by passage."""
    words = {"Jpan": 0.0, "Hani": 0.0}
    for passage in passages:
        if passage.isascii():
            continue
        counts = count_scripts(passage)
        script = script_of_passage(passage, counts)
        if script:
            words[script] += counts.cjk
    return "Hani" if words["Hani"] > words["Jpan"] else "Jpan"


def without_japanese(passages: Sequence[str]) -> str:
    """Return the text of the passages that are not Japanese: their letters would pass for Traditional Chinese."""
    return "\n".join(text for text in passages if script_of_passage(text, count_scripts(text)) != "Jpan")


def kana_words(text: str) -> list[str]:
    """Return the runs of kana in a text."""
    return re.findall(_KANA_RUN, text)


def _is_chinese(letter: str) -> bool:
    return bool(_encoded(letter, "gb2312") or _encoded(letter, "big5"))


def _is_japanese(letter: str) -> bool:
    encoded = _encoded(letter, "euc_jp")
    if len(encoded) != _BYTES_OF_HAN:
        return False
    return encoded[0] < _JIS_LEVEL_2 or bool(_encoded(letter, "gb2312"))
