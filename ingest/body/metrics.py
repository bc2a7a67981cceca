"""Counts for a text in which Chinese and other scripts mix, and the time it takes to read it.

* `han_count`: characters of the Unicode script Han (UAX #24), ideographs and their iteration marks.
* `word_count`: words of all other scripts, a word being a run of letters, digits and their combining marks.
  Apostrophes and single hyphens inside a word join it (`don't`, `state-of-the-art`). Hangul words are counted as
  written, between spaces. Kana and the scripts without spaces (Thai, Khmer, …) count one word per run.
* `reading_time_seconds`: 500 Han characters or 212 words a minute, rounded up; 0 for no text.
"""

import re
from functools import lru_cache

from ingest.body.model import Metrics
from ingest.source.encoded import LATIN_AND_HAN, Encoded, count_letters

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

# The short way, six times as fast, for what nearly every text is made of: letters and ideographs of blocks whose first
# byte in UTF-8 says what they are, and punctuation and signs, without the letters, digits and joining characters among
# them (`²`, `ℂ`, `①`, kana, full-width letters, U+2011).
_USUAL = f"{LATIN_AND_HAN}\u0391-\u03a1\u03a3-\u03ce\u0400-\u047f\uac00-\ud7a3"
# Compiled by `re` when a text has letters that are neither Latin nor ideographs.
_USUAL_RUN = f"[{_USUAL}]+"
_MOST_UNUSUAL = 8
"""Different unusual characters up to which each is replaced in the whole text."""


def count_text(text: str, known: Encoded | None = None) -> tuple[int, int]:
    """Return the number of Han characters and of words in other scripts; `known` is the text in UTF-8 if at hand."""
    if known is not None and known.letters is not None:
        return known.letters[:2]
    usual = _in_usual_letters(text)
    return count_any(text) if usual is None else count_letters(usual, usual.encode())[:2]


def _in_usual_letters(text: str) -> str | None:
    """Return a text that counts the same with a usual letter for each unusual one; `None` where these are many."""
    unusual = set(re.sub(_USUAL_RUN, "", text))
    if len(unusual) > _MOST_UNUSUAL:
        return None
    for character in unusual:
        usual = _usual_for(character)
        if usual is None:
            return None
        text = text.replace(character, usual)
    return text


@lru_cache(maxsize=1024)
def _usual_for(character: str) -> str | None:
    """Return a usual character that counts like another, `None` for those that join what stands around them."""
    if _is_one_of(HAN, character):
        return "中"
    if character.isalnum():
        return "a"
    return None if _is_one_of(f"{_MARKS}\u2010\u2011", character) else " "


def _is_one_of(ranges: str, character: str) -> bool:
    # To compile them for a single character would take a hundred times as long.
    return any(first <= character <= (last or first) for first, last in re.findall("(.)(?:-(.))?", ranges))


def count_any(text: str) -> tuple[int, int]:
    """Return the same counts of any text, the long way."""
    rest, runs = re.subn(_HAN_RUN, " ", text)
    return len(text) - len(rest) + runs, len(re.findall(_WORD, rest))


def measure(prose: str, known: Encoded, code_blocks: int) -> Metrics:
    """Return the counts of a body's prose, and its reading time in seconds."""
    han, words = count_text(prose, known)
    return Metrics(han, words, reading_time(han, words), code_blocks)


def reading_time(han: int, words: int) -> int:
    """Return how many seconds it takes to read that many Han characters and words, rounded up."""
    # In integers: 60 * (han / 500 + words / 212) must not become one second more by a rounding error.
    return -(-60 * (han * WORDS_PER_MINUTE + words * HAN_PER_MINUTE) // (HAN_PER_MINUTE * WORDS_PER_MINUTE))
