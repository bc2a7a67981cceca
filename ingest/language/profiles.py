"""Scores words by the letter profiles that langdetect ships: naive Bayes in closed form.

Only the profiles' JSON files are used, not langdetect's detector: that one
samples (another answer with another seed), loads all 55 profiles and fails
when first used from threads. Here every n-gram of the text counts once, so
the same text has the same scores in every process and thread.

Two things are added to the letters. A word that a language builds its
sentences from (`FUNCTION_WORDS`) speaks for it more than its letters do. And
every language borrows from English: a word is taken from there with the
probability `BORROWED`, so `Checklist` in a Spanish title proves little.
"""

import math
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from importlib.util import find_spec
from itertools import filterfalse
from math import exp, log1p
from operator import add
from typing import TypeAlias

import orjson

from ingest.errors import IngestError
from ingest.language.detectors import LENDER
from ingest.language.function_words import ANY_FUNCTION_WORD, FUNCTION_WORDS

FLOOR = 1e-4
"""Probability of an n-gram that a profile has not seen."""
ORDER_WEIGHTS = (0.1, 0.3, 0.6)
"""Weights of single letters, pairs and triples: they overlap, so together they count as one."""
FUNCTION_WORD = 5.0
"""Nats that a function word adds to its language."""
BORROWED = 0.01
"""Probability that a word of any language's prose is English."""
LONGEST = 40
"""Letters that are read of a word; more are no word, and would fill the cache."""
MOST_WORDS = 1 << 14
"""Words whose scores are kept."""
MOST_ROWS = 1 << 16
"""N-grams that are kept; the profiles have 30,000, and the rest is what no language writes."""

Row: TypeAlias = tuple[float, ...]

# What langdetect's profiles were built on: one letter for all of Vietnamese's own, old forms for Romanian and Farsi.
_AS_IN_PROFILES = dict.fromkeys(range(0x1EA0, 0x1F00), "\u1ec3") | str.maketrans("șțی", "şţي")


def score(words: Sequence[str], candidates: tuple[str, ...]) -> dict[str, float]:
    """Return the log-likelihood of words in each candidate, in nats; only differences mean something.

    Function words in lower case count as such; a capitalised one (`Los Angeles`) is but its letters.
    """
    if not words:
        return dict.fromkeys(candidates, 0.0)
    scores = _scores(candidates)
    return dict(zip(candidates, _sums([scores[word[:LONGEST]] for word in words]), strict=True))


def _added_up(values: Iterable[float]) -> float:
    """Return the sum of some values, added up in their order."""
    total = 0.0
    for value in values:
        total += value
    return total


# From Python 3.12 on `sum` makes up for what rounding loses: scores shall be the same in every version.
_total: Callable[[Iterable[float]], float] = sum if sys.version_info < (3, 12) else _added_up


def _sums(rows: Sequence[Row]) -> list[float]:
    """Return the sum of each column."""
    return [_total(column) for column in zip(*rows, strict=True)]


class _Scores(dict[str, Row]):
    """What a word scores in each of some languages."""

    def __init__(self, candidates: tuple[str, ...]) -> None:
        super().__init__()
        self._candidates = candidates

    def __missing__(self, word: str) -> Row:
        if len(self) >= MOST_WORDS:
            self.clear()
        found = self[word] = _score_word(word, self._candidates)
        return found


# One look at the candidates for a whole text: to hash thirty of them takes longer than to find a word.
@lru_cache(maxsize=16)
def _scores(candidates: tuple[str, ...]) -> _Scores:
    return _Scores(candidates)


def _score_word(word: str, candidates: tuple[str, ...]) -> Row:
    columns = candidates if LENDER in candidates else (*candidates, LENDER)
    rows = _rows(columns)
    padded = f" {word.lower().translate(_AS_IN_PROFILES)} "
    found = [rows[padded[start : start + size]] for size in (1, 2, 3) for start in range(len(padded) - size + 1)]
    sums = _sums([row for row in found if row]) or [0.0] * len(columns)
    borrowed = sums[columns.index(LENDER)] + math.log(BORROWED)
    if word in ANY_FUNCTION_WORD:
        bonus = [FUNCTION_WORD * (word in FUNCTION_WORDS.get(language, ())) for language in columns]
        sums = list(map(add, sums, bonus))
    # The word is of the language or borrowed: the logarithm of the sum of two probabilities.
    either = [
        own + log1p(exp(borrowed - own)) if own > borrowed else borrowed + log1p(exp(own - borrowed)) for own in sums
    ]
    lender = columns.index(LENDER)
    either[lender] = sums[lender]
    return tuple(either[: len(candidates)])


class _Rows(dict[str, Row]):
    """For every n-gram, how many nats more likely than an unseen one it is in each of some languages.

    A row is made when it is first looked up: one article has a hundredth of the n-grams that the profiles have. What
    no profile has seen has an empty one.
    """

    def __init__(self, languages: tuple[str, ...]) -> None:
        super().__init__()
        profiles = [_profile(language) for language in languages]
        self._columns = [
            [(counts.get, scales[size]) for counts, scales in profiles] for size in range(len(ORDER_WEIGHTS))
        ]

    def __missing__(self, gram: str) -> Row:
        size = len(gram) - 1
        weight = ORDER_WEIGHTS[size]
        row = tuple(
            [
                weight * log1p(count * scale) if (count := count_of(gram)) else 0.0
                for count_of, scale in self._columns[size]
            ]
        )
        if not any(row):
            row = ()
        if len(self) < MOST_ROWS:
            self[gram] = row
        return row


@lru_cache(maxsize=16)
def _rows(languages: tuple[str, ...]) -> _Rows:
    return _Rows(languages)


@lru_cache(maxsize=64)
def _profile(language: str) -> tuple[dict[str, int], list[float]]:
    """Return how often each n-gram stands in a language's sample, in lower case, and what one is worth by length."""
    with open(os.path.join(_profiles_folder(), language), "rb") as file:  # noqa: PTH118, PTH123 - the cold start
        profile = orjson.loads(file.read())
    counts: dict[str, int] = profile["freq"]
    # Four in five are in lower case already. The others stay where they are: nobody looks for them.
    for gram in list(filterfalse(str.islower, counts)):
        lower = gram.lower()
        if lower != gram and len(lower) == len(gram):  # the Turkish İ becomes two letters
            counts[lower] = counts.get(lower, 0) + counts[gram]
    return counts, [1.0 / (FLOOR * total) for total in profile["n_words"]]


@lru_cache(maxsize=1)
def _profiles_folder() -> str:
    """Return where langdetect's profiles lie, without importing it: its detector's tables cost more than our start."""
    spec = find_spec("langdetect")
    locations = spec.submodule_search_locations if spec else None
    if not locations:
        raise IngestError("The package `langdetect` is not installed as files: pip install langdetect.")
    return os.path.join(locations[0], "profiles")  # noqa: PTH118 - the cold start
