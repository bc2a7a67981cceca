"""Counts for a text in which Chinese and other scripts mix, and the time it takes to read it.

* `han_count`: characters of the Unicode script Han (UAX #24), ideographs and their iteration marks.
* `word_count`: words of all other scripts, a word being a run of letters, digits and their combining marks.
  Apostrophes and single hyphens inside a word join it (`don't`, `state-of-the-art`). Hangul words are counted as
  written, between spaces. Kana and the scripts without spaces (Thai, Khmer, …) count one word per run.
* `reading_time_seconds`: 500 Han characters or 212 words a minute, rounded up; 0 for no text.
"""

import re

from ingest.body.model import Metrics

HAN_PER_MINUTE = 500
WORDS_PER_MINUTE = 212

HAN = (
    "\u4e00-\u9fff\u3400-\u4dbf\u3005\u3007\u3021-\u3029\u3038-\u303b\uf900-\ufa6d\ufa70-\ufad9"
    "\u2e80-\u2e99\u2e9b-\u2ef3\u2f00-\u2fd5\U00016fe2\U00016fe3\U00016ff0-\U00016ff6\U00020000-\U000323af"
)
# `\w` has no combining marks, without which every Devanagari word would fall apart at its vowel signs. Whole blocks
# are named where all but a few of their characters belong to words; the danda (U+0964, U+0965) is punctuation.
_MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u0610-\u061a\u064b-\u065f\u0670"
    "\u06d6-\u06ed\u0711\u0730-\u074a\u07a6-\u07b0\u0816-\u082d\u0900-\u0963\u0966-\u0df3\u0e30-\u0e4e\u0eb0-\u0ecd"
    "\u0f71-\u0f84\u102b-\u103e\u17b4-\u17d3\u1a17-\u1aff\u1b34-\u1b44\u1dc0-\u1dff\u20d0-\u20f0\u3099\u309a"
    "\ufe20-\ufe2f\u200c\u200d"
)
# Compiled by `re` when a text needs the long way.
_HAN_RUN = f"[{HAN}]+"
_WORD = rf"[^\W_]+(?:[{_MARKS}]+[^\W_]*|(?:['’\u2010\u2011]|(?<!-)-(?!-))+[^\W_]+)*"

# The short way, five times as fast, for what nearly every text is made of: Latin-1, unified ideographs, and the
# punctuation and signs in neighbouring blocks, without the letters, digits and joining characters among them (kana,
# full-width letters, `ℂ`, `①`, U+2011).
_USUAL = re.compile(
    "[\x00-\xff\u2000-\u200b\u200e\u200f\u2012-\u206f\u20a0-\u20bf\u2103\u2109\u2116\u2117\u2120\u2122"
    "\u2190-\u23ff\u2500-\u26ff\u2b00-\u2bff\u3000-\u3004\u3008-\u3020\u302a-\u3030\u303d-\u303f\u4e00-\u9fff"
    "\uff00-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65]*"
)
# In UTF-16 the high byte of a character says which block it is from.
_UNIFIED = bytes(range(0x4E, 0xA0))
_LETTERS_AS_ONE = bytes(chr(code).isalnum() for code in range(256))


def count_text(text: str) -> tuple[int, int]:
    """Return the number of Han characters and of words in other scripts."""
    if _USUAL.fullmatch(text) is None:
        return count_any(text)
    high_bytes = text.encode("utf-16-le")[1::2]
    if "-" in text and "--" in text:
        text = text.replace("--", "  ")
    # A one for every letter and digit, without the marks that join: a word begins where none stands before.
    letters = text.replace("’", "'").encode("latin-1", "replace").translate(_LETTERS_AS_ONE, b"'-")
    ones = int.from_bytes(letters, "big")
    return len(high_bytes) - len(high_bytes.translate(None, _UNIFIED)), (ones & ~(ones >> 8)).bit_count()


def count_any(text: str) -> tuple[int, int]:
    """Return the same counts of any text, the long way."""
    rest, runs = re.subn(_HAN_RUN, " ", text)
    return len(text) - len(rest) + runs, len(re.findall(_WORD, rest))


def measure(prose: str, code_blocks: int) -> Metrics:
    """Return the counts of a body's prose and its reading time in seconds."""
    han, words = count_text(prose)
    return Metrics(han, words, reading_time(han, words), code_blocks)


def reading_time(han: int, words: int) -> int:
    """Return how many seconds it takes to read that many Han characters and words, rounded up."""
    # In integers: 60 * (han / 500 + words / 212) must not become one second more by a rounding error.
    return -(-60 * (han * WORDS_PER_MINUTE + words * HAN_PER_MINUTE) // (HAN_PER_MINUTE * WORDS_PER_MINUTE))
