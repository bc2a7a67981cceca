"""How many function words of each language stand among some words: one look at a word, however many languages."""

from collections.abc import Sequence
from struct import Struct

from ingest.language.function_words import ANY_FUNCTION_WORD, FUNCTION_WORDS

_LANGUAGES = tuple(FUNCTION_WORDS)
# The numbers of all languages are the digits of one number, 32 bits each: to add a word to all of its languages is one
# addition.
_NUMBERS = Struct(f"<{len(_LANGUAGES)}I")
_ONE_FOR = dict.fromkeys(ANY_FUNCTION_WORD, 0)
for _place, _words in enumerate(FUNCTION_WORDS.values()):
    for _word in _words:
        _ONE_FOR[_word] += 1 << (32 * _place)


def count_function_words(words: Sequence[str]) -> dict[str, int]:
    """Return for each language how many of `words` are function words of it; a language without any is left out."""
    small = filter(_ONE_FOR.__contains__, words)
    numbers = _NUMBERS.unpack(sum(map(_ONE_FOR.__getitem__, small)).to_bytes(_NUMBERS.size, "little"))
    return {language: number for language, number in zip(_LANGUAGES, numbers, strict=True) if number}
