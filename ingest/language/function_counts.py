"""How many function words of each language stand among some words: one look at a word, however many languages."""

from collections.abc import Sequence
from functools import cache
from struct import Struct

from ingest.language.function_words import FUNCTION_WORDS

_LANGUAGES = tuple(FUNCTION_WORDS)
# The numbers of all languages are the digits of one number, 32 bits each: to add a word to all of its languages is one
# addition.
_NUMBERS = Struct(f"<{len(_LANGUAGES)}I")


def count_function_words(words: Sequence[str]) -> dict[str, int]:
    """Return for each language how many of `words` are function words of it; a language without any is left out."""
    one_for = _one_for_each_word()
    small = filter(one_for.__contains__, words)
    numbers = _NUMBERS.unpack(sum(map(one_for.__getitem__, small)).to_bytes(_NUMBERS.size, "little"))
    return {language: number for language, number in zip(_LANGUAGES, numbers, strict=True) if number}


@cache
def _one_for_each_word() -> dict[str, int]:
    """Return for every function word the sum of the ones of its languages. A folder in Chinese never asks for them."""
    ones: dict[str, int] = {}
    for place, words in enumerate(FUNCTION_WORDS.values()):
        for word in words:
            ones[word] = ones.get(word, 0) + (1 << (32 * place))
    return ones
