"""How many function words of each language stand among some words: one look at a word, however many languages."""

from collections.abc import Sequence
from functools import cache, reduce
from itertools import compress
from operator import and_

from ingest.language.function_words import FUNCTION_WORDS

_LANGUAGES = tuple(FUNCTION_WORDS)
_AT_ONCE = 255
"""Words that are counted at once: the numbers of all languages are the bytes of one number, so that to add a word to
all of its languages is one addition."""


def count_function_words(words: Sequence[str]) -> dict[str, int]:
    """Return for each language how many of `words` are function words of it; a language without any is left out."""
    counts: Sequence[int] = _count(words[:_AT_ONCE])
    if len(words) > _AT_ONCE:
        parts = [_count(words[start : start + _AT_ONCE]) for start in range(0, len(words), _AT_ONCE)]
        counts = list(map(sum, zip(*parts, strict=True)))
    return dict(compress(zip(_LANGUAGES, counts, strict=True), counts))


def _count(words: Sequence[str]) -> bytes:
    """Return how many of a few words are function words of each language."""
    return sum(filter(None, map(_one_for_each_word().get, words))).to_bytes(len(_LANGUAGES), "little")


@cache
def _one_for_each_word() -> dict[str, int]:
    """Return for every function word the sum of the ones of its languages. A folder in Chinese never asks for them."""
    ones: dict[str, int] = {}
    for place, words in enumerate(FUNCTION_WORDS.values()):
        for word in words:
            ones[word] = ones.get(word, 0) + (1 << (8 * place))
    return ones


def languages_with(words: Sequence[str]) -> frozenset[str]:
    """Return the languages that have all of some function words, of which there is at least one."""
    ones = reduce(and_, map(_one_for_each_word().__getitem__, words))
    return frozenset(compress(_LANGUAGES, ones.to_bytes(len(_LANGUAGES), "little")))
