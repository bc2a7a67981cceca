"""Bodies that mix languages: how much of each, and which passages."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from ingest.language.body import Prose
from ingest.language.candidates import candidates_in
from ingest.language.chinese import may_hold_chinese, script_of_passage
from ingest.language.detectors import best, likelihoods
from ingest.language.evidence import latin_language
from ingest.language.function_counts import count_function_words
from ingest.language.function_words import ANY_FUNCTION_WORD, FUNCTION_WORDS
from ingest.language.letters import western_letters
from ingest.language.model import UNDETERMINED, Share, Stretch
from ingest.language.options import LanguageOptions
from ingest.language.scripts import count_scripts, dominant_script
from ingest.language.words import words_of

LEAST_WORDS = 8
"""Passages of fewer words are names, captions, labels."""
_LEAST_LETTERS = 2 * LEAST_WORDS - 1
"""Characters of ASCII that so many words take, with what stands between them."""
OWN_FUNCTION_SHARE = 0.2
"""A passage with this share of the body's function words is in the body's language; no model is asked."""
PASSAGE_SAMPLE = 400
"""Characters that are read of a passage."""
_BYTES_PER_LATIN = 1.3
"""A passage with more bytes of UTF-8 per character is not in Latin letters: a Han letter has three."""


_HAN_OR_KANA = frozenset({"Hani", "Jpan"})


class Mixture(NamedTuple):
    """The languages of a body by size, its foreign stretches, and whether these make it a mixture."""

    shares: tuple[Share, ...]
    stretches: tuple[Stretch, ...]
    mixed: bool


def measure_mixture(passages: Sequence[str], prose: Prose, language: str, options: LanguageOptions) -> Mixture:
    """Return the shares of a body, whose language is `language`, and its stretches in other languages."""
    total = prose.words
    if not total:
        return Mixture((), (), mixed=False)
    possible = _possible(prose, options)
    found = tuple(_foreign(passages, prose, options, possible)) if any(possible) else ()
    if not found and options.mixed_words > 0:
        return _of_one_language(language)
    stretches = tuple(_stretches(found))
    words = Counter[str]()
    for stretch in stretches:
        words[stretch.language] += stretch.words
    foreign = sum(words.values())
    own = Share(language, round(max(0.0, 1 - foreign / total), 3))
    others = [Share(name, round(count / total, 3)) for name, count in words.items()]
    shares = tuple(sorted([own, *others], key=lambda share: (-share.share, share.language)))
    mixed = foreign >= options.mixed_words and foreign >= options.mixed_share * total
    told = foreign >= options.mixed_words and foreign >= INFORM_SHARE * total
    return Mixture(shares, stretches if told else (), mixed)


@lru_cache(maxsize=64)
def _of_one_language(language: str) -> Mixture:
    return Mixture((Share(language, 1.0),), (), mixed=False)


INFORM_SHARE = 0.1
"""Part of the body from which foreign stretches are worth an information."""


def _stretches(foreign: Iterable[tuple[int, str, int]]) -> Iterator[Stretch]:
    """Join neighbouring passages of one language."""
    current: Stretch | None = None
    for index, language, words in foreign:
        if current and current.language == language and current.last_passage == index:
            current = Stretch(language, current.first_passage, index + 1, current.words + words)
            continue
        if current:
            yield current
        current = Stretch(language, index, index + 1, words)
    if current:
        yield current


def _foreign(
    passages: Sequence[str], prose: Prose, options: LanguageOptions, possible: tuple[bool, bool]
) -> Iterator[tuple[int, str, int]]:
    """Yield each foreign passage with its language and number of words (or what its letters amount to)."""
    may_be_latin, may_be_native = possible
    for index, passage in enumerate(passages):
        length = len(passage)
        if passage.isascii():
            found = _latin_passage(passage, prose, options) if length >= _LEAST_LETTERS and may_be_latin else None
        elif len(passage.encode("utf-8", "replace")) < _BYTES_PER_LATIN * length:
            found = _latin_passage(passage, prose, options) if may_be_latin else None
        else:
            found = _native_passage(passage, prose, options) if may_be_native else None
        if found:
            yield index, *found


def _possible(prose: Prose, options: LanguageOptions) -> tuple[bool, bool]:
    """Return whether the body's counts leave room for foreign passages in Latin letters, and in others.

    In Chinese and its like, all foreign letters together have to be a tenth of the body, or the share that makes a
    mixture: the names in every article would take time for nothing.
    """
    if prose.language.startswith(UNDETERMINED):
        return False, False
    counts = prose.counts
    if prose.script == "Latn":
        return len(candidates_in("Latn", options.candidates)) > 1, counts.native >= LEAST_WORDS
    latin, _, kana, hangul, others = counts
    # Chinese in Latin and Han letters, as nearly all of it is, has none that it cannot have written.
    chinese = prose.script == "Hani" and not (kana or hangul or others)
    native = 0.0 if chinese else counts.native - _own_words(prose)
    if latin + native < min(INFORM_SHARE, options.mixed_share) * prose.words:
        return False, False
    return latin >= LEAST_WORDS, native >= LEAST_WORDS


def _own_words(prose: Prose) -> float:
    """Return the word equivalents in letters that only the body's language can have written, script for script."""
    counts = prose.counts
    if prose.script == "Kore":
        return counts._replace(han=0, kana=0, others=()).native
    if prose.script not in _HAN_OR_KANA:
        return float(dict(counts.others).get(prose.script, 0))
    if counts.kana and (prose.script == "Hani" or may_hold_chinese(prose.text)):
        return 0.0  # which of the two a passage is in, it has to tell itself
    return counts._replace(hangul=0, others=()).native if counts.hangul or counts.others else counts.native


def _native_passage(passage: str, prose: Prose, options: LanguageOptions) -> tuple[str, int] | None:
    """Return the language of a passage in another script than Latin, if it is not the body's."""
    counts = count_scripts(passage)
    script = dominant_script(counts, options.native_share)
    if script in _HAN_OR_KANA and prose.script in _HAN_OR_KANA:
        script = script_of_passage(passage, counts) or prose.script
    if script in {prose.script, "Latn", "Zyyy"}:
        return None
    if counts.native < LEAST_WORDS:
        return None
    candidates = candidates_in(script, options.candidates)
    if not candidates:
        return f"{UNDETERMINED}-{script}", round(counts.native)
    language = candidates[0]
    if len(candidates) > 1:
        language = best(likelihoods(words_of(passage[:PASSAGE_SAMPLE]), candidates, options.detector))[0]
    return language, round(counts.native)


def _latin_passage(passage: str, prose: Prose, options: LanguageOptions) -> tuple[str, int] | None:
    """Return the language of a Latin passage if it is prose in another language than the body's."""
    if prose.script == "Latn":
        words = _words_unless_own(passage[:PASSAGE_SAMPLE], prose.language)
        language = _rival_of(words, prose.language, options) if len(words) >= LEAST_WORDS else prose.language
    else:
        words = words_of(passage[:PASSAGE_SAMPLE])
        is_prose = len(words) >= LEAST_WORDS and _is_prose(words, ANY_FUNCTION_WORD)
        language = latin_language(words, options) if is_prose else prose.language
    return None if language == prose.language else (language, len(words_of(passage)))


def _words_unless_own(text: str, language: str) -> Sequence[str]:
    """Return the words of a text; none where it is full of a language's function words: two thirds may show that."""
    letters = western_letters(text)
    if letters is None:
        return words_of(text)
    most = letters.count(" ") + 1
    if most < LEAST_WORDS:
        return ()
    own = FUNCTION_WORDS.get(language, frozenset())
    words = letters.split(None, 2 * most // 3) or [""]
    rest = words.pop()
    hits = sum(map(own.__contains__, words))
    if hits >= OWN_FUNCTION_SHARE * most:
        return ()
    others = rest.split()
    words += others
    return () if hits + sum(map(own.__contains__, others)) >= OWN_FUNCTION_SHARE * len(words) else words


def _rival_of(words: Sequence[str], own: str, options: LanguageOptions) -> str:
    """Return the language of a passage in the script of a body in `own`; `own` unless another is clear."""
    small = list(filter(ANY_FUNCTION_WORD.__contains__, words))
    if not _are_prose(len(small), words):
        return own
    known = FUNCTION_WORDS.get(own, frozenset())
    if sum(map(known.__contains__, small)) >= OWN_FUNCTION_SHARE * len(words):
        return own
    if not any(_are_prose(hits, words) for language, hits in count_function_words(small).items() if language != own):
        return own  # whatever the model would say
    candidates = candidates_in("Latn", options.candidates)
    scores = likelihoods(words, candidates, options.detector)
    language, lead = best(scores)
    clear = lead >= 1.0 and scores[language] - scores[own] >= PASSAGE_RATIO
    return language if clear and _is_prose(words, FUNCTION_WORDS[language]) else own


def _is_prose(words: Sequence[str], function_words: frozenset[str]) -> bool:
    return _are_prose(sum(map(function_words.__contains__, words)), words)


def _are_prose(function_words: int, words: Sequence[str]) -> bool:
    return function_words >= FUNCTION_SHARE_OF_PROSE * len(words)


FUNCTION_SHARE_OF_PROSE = 0.15
"""Latin prose has at least this share of function words; lists of names and titles have fewer."""
PASSAGE_RATIO = 10.0
"""Nats by which a passage must be likelier in another language of the body's script."""
