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

# The short way, five times as fast: a text of Latin-1, unified ideographs and punctuation is counted on its bytes.
# In UTF-16 the high byte of a character says which block it is from; 0x30 and 0xFF hold Chinese punctuation, but also
# kana and full-width letters, 0x21 `™`, `℃` and arrows, but also letters: the UTF-8 patterns find those.
_UNIFIED = bytes(range(0x4E, 0xA0))
_USUAL_BLOCKS = _UNIFIED + b"\x00\x20\x21\x22\x23\x25\x26\x2b\x30\xff"
_UNUSUAL = (
    re.compile(rb"\xe3(?:[\x81-\x84]|\x80[\x85-\x87\xa1-\xa9\xb1-\xbc])"),
    re.compile(rb"\xef(?:\xbc[\x90-\x99\xa1-\xba]|\xbd[\x81-\x9a\xa6-\xbf]|[\xbe\xbf])"),
    re.compile(
        rb"\xe2(?:\x80[\x8c\x8d\x90\x91]|\x81[\xb0-\xbf]|\x82[\x80-\x9f]|\x83"
        rb"|\x84[^\x83\x89\x96\x97\xa0\xa2]|\x85|\x86[\x80-\x8f])"
    ),
)
_WORDS_AS_A = bytes(ord("a") if chr(code).isalnum() else 0x20 for code in range(256))


def count_text(text: str) -> tuple[int, int]:
    """Return the number of Han characters and of words in other scripts."""
    high_bytes = text.encode("utf-16-le", "surrogatepass")[1::2]
    if high_bytes.translate(None, _USUAL_BLOCKS):
        return count_any(text)
    data = text.encode()
    if any(pattern.search(data) for pattern in _UNUSUAL):
        return count_any(text)
    if "-" in text and "--" in text:
        text = text.replace("--", "  ")
    # Without the marks that join, and with every letter an `a`, words are as many as ` a`.
    words = text.replace("’", "'").encode("latin-1", "replace").translate(_WORDS_AS_A, b"'-")
    return len(high_bytes) - len(high_bytes.translate(None, _UNIFIED)), (b" " + words).count(b" a")


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
