"""Scores words by the letter profiles that langdetect ships: naive Bayes in closed form.

Only the profiles are used (`profile_table`), not langdetect's detector: that
one samples (another answer with another seed), loads all 55 profiles and fails
when first used from threads. Here every n-gram of the text counts once, so
the same text has the same scores in every process and thread.

Two things are added to the letters. A word that a language builds its
sentences from (`FUNCTION_WORDS`) speaks for it more than its letters do. And
every language borrows from English: a word is taken from there with the
probability `BORROWED`, so `Checklist` in a Spanish title proves little.
"""

import math
from collections.abc import Sequence
from functools import lru_cache

from ingest.language.detectors import LENDER
from ingest.language.function_words import FUNCTION_WORDS
from ingest.language.profile_table import Rows

FUNCTION_WORD = 5.0
"""Nats that a function word adds to its language."""
BORROWED = 0.01
"""Probability that a word of any language's prose is English."""
LONGEST = 40
"""Letters that are read of a word; more are no word, and would fill the cache."""

# What langdetect's profiles were built on: one letter for all of Vietnamese's own, old forms for Romanian and Farsi.
_AS_IN_PROFILES = dict.fromkeys(range(0x1EA0, 0x1F00), "\u1ec3") | str.maketrans("șțی", "şţي")


def score(words: Sequence[str], candidates: tuple[str, ...]) -> dict[str, float]:
    """Return the log-likelihood of lower-case words in each candidate, in nats; only differences mean something."""
    totals = [0.0] * len(candidates)
    for word in words:
        for index, value in enumerate(_score_word(word[:LONGEST], candidates)):
            totals[index] += value
    return dict(zip(candidates, totals, strict=True))


@lru_cache(maxsize=16384)
def _score_word(word: str, candidates: tuple[str, ...]) -> tuple[float, ...]:
    columns = candidates if LENDER in candidates else (*candidates, LENDER)
    rows = _rows(columns)
    sums = [0.0] * len(columns)
    padded = f" {word.translate(_AS_IN_PROFILES)} "
    for size in (1, 2, 3):
        for start in range(len(padded) - size + 1):
            for index, value in rows[padded[start : start + size]]:
                sums[index] += value
    borrowed = sums[columns.index(LENDER)] + math.log(BORROWED)
    return tuple(
        _either(value + FUNCTION_WORD * (word in FUNCTION_WORDS.get(language, ())), borrowed, language)
        for language, value in zip(candidates, sums, strict=False)
    )


def _either(own: float, borrowed: float, language: str) -> float:
    if language == LENDER:
        return own
    return max(own, borrowed) + math.log1p(math.exp(-abs(own - borrowed)))


@lru_cache(maxsize=16)
def _rows(languages: tuple[str, ...]) -> Rows:
    return Rows(languages)
