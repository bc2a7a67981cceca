"""Scores a text by the letter profiles that langdetect ships: naive Bayes in closed form.

Only the profiles' JSON files are used, not langdetect's detector: that one
samples (another answer with another seed), needs all 55 profiles and fails
when first used from threads. Here every n-gram of the text counts once, so
the same text has the same scores in every process and thread.
"""

import json
import math
from collections import Counter
from functools import lru_cache
from importlib import resources
from itertools import starmap
from operator import mul

from ingest.language.words import tokens

ORDERS = (1, 2, 3)
_FLOOR = 0.5e-4


def rank(text: str, candidates: tuple[str, ...]) -> tuple[tuple[str, float], ...]:
    """Return the candidates with their log-likelihoods in nats, the best first."""
    scores = score(" ".join(tokens(text)), candidates)
    return tuple(sorted(zip(candidates, scores, strict=True), key=lambda item: (-item[1], item[0])))


def score(text: str, candidates: tuple[str, ...]) -> list[float]:
    """Return the log-likelihood of each candidate in nats; only differences mean something."""
    rows = table(candidates)
    padded = f" {text} "
    grams: Counter[str] = Counter(padded)
    grams.update(map("".join, zip(padded, padded[1:], strict=False)))
    grams.update(map("".join, zip(padded, padded[1:], padded[2:], strict=False)))
    found = [(rows[gram], count) for gram, count in grams.items() if gram in rows]
    totals = []
    for index in range(len(candidates)):
        totals.append(math.fsum(row[index] * count for row, count in found) / len(ORDERS))
    return totals


@lru_cache(maxsize=8)
def table(candidates: tuple[str, ...]) -> dict[str, tuple[float, ...]]:
    """Return the log-probability of every n-gram in each candidate."""
    frequencies = [_load(language) for language in candidates]
    grams = sorted(set().union(*frequencies))
    return {gram: tuple(math.log(f.get(gram, 0.0) + _FLOOR) for f in frequencies) for gram in grams}


def _load(language: str) -> dict[str, float]:
    profile = json.loads((resources.files("langdetect") / "profiles" / language).read_text(encoding="utf-8"))
    totals = profile["n_words"]
    folded: dict[str, float] = {}
    for gram, count in profile["freq"].items():
        key = gram.casefold()
        folded[key] = folded.get(key, 0.0) + count / totals[len(gram) - 1]
    return folded
