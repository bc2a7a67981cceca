"""How many function words of each language stand among some words: one look at a word, however many languages."""

from collections import Counter
from collections.abc import Sequence
from itertools import chain

from ingest.language.function_words import ANY_FUNCTION_WORD, FUNCTION_WORDS

_LANGUAGES_OF: dict[str, tuple[str, ...]] = {
    word: tuple(language for language, words in FUNCTION_WORDS.items() if word in words) for word in ANY_FUNCTION_WORD
}


def count_function_words(words: Sequence[str]) -> Counter[str]:
    """Return for each language how many of `words` are function words of it; a language without any is left out."""
    small = filter(_LANGUAGES_OF.__contains__, words)
    return Counter(chain.from_iterable(map(_LANGUAGES_OF.__getitem__, small)))
