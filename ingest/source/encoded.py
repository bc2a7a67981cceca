"""A text's UTF-8 with what is known of its letters, made once for all who count or digest it."""

import codecs
import re
from typing import NamedTuple

# Punctuation, signs and emoji, without the letters, figures and joining characters among them (`ℂ`, `①`, U+2011).
SIGNS = (
    "\u2000-\u200b\u200e\u200f\u2012-\u206f\u20a0-\u20bf\u2103\u2109\u2116\u2117\u2120\u2122\u2190-\u23ff\u2500-\u26ff"
    "\u2b00-\u2bff\u3000-\u3004\u3008-\u3020\u302a-\u3030\u303d-\u303f\u30fb\uff00-\uff0f"
    "\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65\U0001f300-\U0001faff"
)
# And the Latin letters and ideographs of the blocks whose first byte in UTF-8 says what they are, with figures.
LATIN_AND_HAN = f"\x00-\xa9\xab-\xb1\xb4\xb6-\xb8\xbb\xbf-\xd6\xd8-\xf6\xf8-\u027f\u4e00-\u9fff{SIGNS}"
LATIN_AND_HAN_ALONE = re.compile(f"[{LATIN_AND_HAN}]*")

# A digit for each character of a text in base 8; a letter's first byte in UTF-8 says what it is. The first bit of a
# digit stands for what words are made of, the second for ideographs and figures, the third for hyphens.
_OTHER, _LETTER, _IDEOGRAPH, _FIGURE, _HYPHEN = b"01234"
_DIGITS = bytearray(_LETTER if chr(byte).isalpha() else _OTHER for byte in range(0x80)) + bytes([_OTHER] * 0x80)
for _first, _last, _digit in (
    (0x30, 0x39, _FIGURE), (0x2D, 0x2D, _HYPHEN),
    (0xC3, 0xD1, _LETTER), (0xE4, 0xE9, _IDEOGRAPH), (0xEA, 0xED, _LETTER),
):  # fmt: skip
    _DIGITS[_first : _last + 1] = bytes([_digit] * (_last + 1 - _first))
_DIGIT_OF_BYTE = bytes(_DIGITS)
_SILENT = bytes(range(0x80, 0xC0)) + b"'"
_BITS = 3
_ALL_BITS = (1 << _BITS) - 1
_MASKED = 1 << 16
_ONES = int("1" * _MASKED, 1 << _BITS)


class Letters(NamedTuple):
    """How many ideographs and words stand in a text.

    Single hyphens, `'` and `’` join the letters and figures of `words`; only figures and `'` those of `alphabetic`
    words.
    """

    han: int
    words: int
    alphabetic: int


class Encoded(NamedTuple):
    """A text in UTF-8, with its letters where it is known to hold none but Latin ones and ideographs."""

    utf8: bytes
    letters: Letters | None = None


def encoded(text: str) -> Encoded:
    """Return the UTF-8 of a text with what its letters are.

    Raises:
        UnicodeEncodeError: for a lone surrogate.
    """
    utf8 = utf8_of(text)
    return Encoded(utf8, count_letters(text, utf8) if LATIN_AND_HAN_ALONE.fullmatch(text) else None)


def utf8_of(text: str) -> bytes:
    """Return what `text.encode()` returns, for a text whose UTF-8 will be asked for again.

    This call keeps it with the text, where the parser and the JSON writer find it; `encode` does not.

    Raises:
        UnicodeEncodeError: for a lone surrogate.
    """
    return codecs.readbuffer_encode(text)[0]


def count_letters(text: str, utf8: bytes) -> Letters:
    """Return how many ideographs and words stand in a text of letters whose first byte says what they are.

    Its digits are one number, whose bits are counted at once.
    """
    if "’" in text:
        utf8 = utf8.replace("’".encode(), b"-")
    digits = utf8.translate(_DIGIT_OF_BYTE, _SILENT)
    bits = int(digits or b"0", 1 << _BITS)
    mask = _ONES if len(digits) <= _MASKED else int("1" * len(digits), 1 << _BITS)
    ones = bits & mask
    seconds = mask & (bits >> 1)
    figures = ones & seconds
    hyphens = mask & (bits >> 2)
    if hyphens & (hyphens << _BITS) and "--" in text:
        parted = text.replace("--", "  ")
        return count_letters(parted, parted.encode())
    return Letters((seconds ^ figures).bit_count(), _runs(ones, hyphens), _runs(ones ^ figures, figures))


def _runs(ones: int, joints: int) -> int:
    """Return the number of runs of ones; those with nothing but joints between them are one run."""
    following = ones << _BITS
    # What differs from its neighbour is a run's beginning or end.
    runs = (ones ^ following).bit_count() // 2
    beginnings = following & joints
    # Added to a joint that begins at a run's end, a bit is carried to what stands behind the last of them.
    return runs - ((beginnings + _ALL_BITS * joints) & ones).bit_count() if beginnings else runs
