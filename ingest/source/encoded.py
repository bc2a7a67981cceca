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
_MASKED = 1 << 16
_ONES = int("1" * _MASKED, 4)


class Encoded(NamedTuple):
    """A text in UTF-8; `latin_and_han` where it is known to hold no letters but Latin ones and ideographs."""

    utf8: bytes
    latin_and_han: bool = False


def encoded(text: str) -> Encoded:
    """Return the UTF-8 of a text with what its letters are.

    Raises:
        UnicodeEncodeError: for a lone surrogate.
    """
    return Encoded(utf8_of(text), LATIN_AND_HAN_ALONE.fullmatch(text) is not None)


def utf8_of(text: str) -> bytes:
    """Return what `text.encode()` returns, for a text whose UTF-8 will be asked for again.

    This call keeps it with the text, where the parser and the JSON writer find it; `encode` does not.

    Raises:
        UnicodeEncodeError: for a lone surrogate.
    """
    return codecs.readbuffer_encode(text)[0]


def count_digits(digits: bytes) -> tuple[int, int]:
    """Return the number of twos, and of runs of ones, in a text of the digits 0, 1 and 2.

    Written in base 4 it is a number with one bit for each one and one for each two, which are counted at once.
    """
    bits = int(digits or b"0", 4)
    ones = bits & (_ONES if len(digits) <= _MASKED else int("1" * len(digits), 4))
    # What differs from its neighbour is a run's beginning or end.
    return bits.bit_count() - ones.bit_count(), (ones ^ (ones << 2)).bit_count() // 2
