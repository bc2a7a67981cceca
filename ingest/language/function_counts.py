"""How many function words of each language stand among some words: one look at a word, however many languages."""

from collections.abc import Iterable, Sequence
from functools import cache

from ingest.language.function_words import ANY_FUNCTION_WORD, FUNCTION_WORDS

_LANGUAGES = tuple(FUNCTION_WORDS)
_AT_ONCE = 255
"""Words that are counted at once: the numbers of all languages are the bytes of one number, so that to add a word to
all of its languages is one addition."""


def count_function_words(words: Sequence[str]) -> dict[str, int]:
    """Return for each language how many of `words` are function words of it; a language without any is left out."""
    counts: Iterable[int] = _count(words[:_AT_ONCE])
    if len(words) > _AT_ONCE:
        parts = [_count(words[start : start + _AT_ONCE]) for start in range(0, len(words), _AT_ONCE)]
        counts = map(sum, zip(*parts, strict=True))
    return {language: number for language, number in zip(_LANGUAGES, counts, strict=True) if number}


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
    """Return the languages that have all of some words, of which there is at least one, as function words."""
    languages_of = _languages_of_each_word()
    first, *others = [languages_of[word] for word in words]
    return first.intersection(*others)


@cache
def _languages_of_each_word() -> dict[str, frozenset[str]]:
    return {
        word: frozenset([language for language, words in FUNCTION_WORDS.items() if word in words])
        for word in ANY_FUNCTION_WORD
    }
