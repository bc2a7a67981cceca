"""What in a short text speaks against the body's language: its residual, and how likely a rival makes it."""

import math
from collections.abc import Sequence
from typing import NamedTuple

from ingest.language.body import Prose
from ingest.language.candidates import LANGUAGES, candidates_in
from ingest.language.detectors import LENDER, Scores, best, likelihoods
from ingest.language.function_words import ANY_FUNCTION_WORD, FUNCTION_WORDS
from ingest.language.options import LanguageOptions
from ingest.language.words import Words, split_title, vocabulary

LOAN = 4.0
"""Nats that are taken off a single foreign word: one word in fifty is a loan (`Checklist` in a Spanish title)."""


SHORTEST = 4
"""Letters that a lone word needs: shorter ones are parts of products (`iPhone 15 Pro`)."""
LOAN_OVER_ENGLISH = 5.0
"""Nats over English that a capitalised word needs to be no name: names and products look like English."""
EVEN = 1.0
"""Nats within which two languages are even."""
LEAST_RIVALS = 4
"""A site with two languages does not make a title in the other one likelier than a site with five."""
NAME_PARTICLES = frozenset(
    ("af", "al", "av", "bin", "da", "de", "del", "den", "der", "di", "du", "ibn", "van", "von", "zu"),
)
"""Function words that stand in names (`Leonardo da Vinci`): alone they are no evidence."""


class Context(NamedTuple):
    """What a short text is judged against: the body's prose, the text of its code, the thresholds."""

    prose: Prose
    code: str
    options: LanguageOptions


class Ratio(NamedTuple):
    """How much likelier its rivals make a text than the body's language does, and the words that show it.

    `nats` is the ratio after every allowance for names and loans, `lead` how
    far the body's language stands above the likeliest rival on the whole text.
    """

    rival: str
    nats: float
    lead: float
    words: tuple[str, ...]


def own_prose(prose: str, title: str) -> str:
    """Return the body's prose without the lines that only repeat the title, as a first heading does."""
    if title not in prose:
        return prose
    return "\n".join(line for line in prose.split("\n") if line.strip() != title)


def residual(words: Sequence[str], known: frozenset[str]) -> tuple[str, ...]:
    """Return the lower-case words that do not stand in the body: no names, no products; function words stay."""
    return tuple(word for word in words if word not in known or word in ANY_FUNCTION_WORD)


def ratio_against_body(text: str, script: str, context: Context) -> Ratio | None:
    """Return how the rivals of the body's language do on a text of the body's script.

    The ratio is the lesser of two: on the whole text and on its residual. A
    natural title fails one of them: names fail the residual, words that the
    body happens not to use fail the whole. `None` where there is nothing to weigh.
    """
    own = context.prose.language
    candidates = candidates_in(script, context.options.candidates)
    if own not in candidates or len(candidates) == 1:
        return None
    words, prose = split_title(text), own_prose(context.prose.text, text)
    # Each word once: a title of one word a thousand times says no more than the word.
    whole = tuple(dict.fromkeys(words.folded))
    rest = residual(whole, vocabulary(prose))
    if NAME_PARTICLES.issuperset(rest) or is_quoted_name(text, words, prose):
        return None
    scores = likelihoods(whole, candidates, context.options.detector)
    rival, _ = best({language: value for language, value in scores.items() if language != own})
    nats, lead = _against(own, scores, context.options), scores[own] - scores[rival]
    if nats > 0 and len(rest) < len(whole):
        scores = likelihoods(rest, candidates, context.options.detector)
        nats = min(nats, _against(own, scores, context.options))
    foreign = set(rest) - FUNCTION_WORDS.get(own, frozenset())
    if len(foreign) == 1 and ANY_FUNCTION_WORD.isdisjoint(foreign.intersection(words.lower)):
        above = _above_english(rest, candidates, context.options)
        nats = min(nats - LOAN, above - LOAN_OVER_ENGLISH) if len(min(foreign)) >= SHORTEST else -math.inf
        lead -= LOAN
    return Ratio(rival, nats, lead, rest)


def _against(own: str, scores: Scores, options: LanguageOptions) -> float:
    """Return how many nats likelier than `own` the other languages are on average.

    All rivals together, because two that are even (Norwegian and Danish) are
    still no English; their average over all candidates, those of other scripts
    too, because one of fifty is sooner likely by chance than one of two.
    """
    rivals = [value for language, value in scores.items() if language != own]
    highest = max(rivals)
    together = highest + math.log(math.fsum(math.exp(value - highest) for value in rivals))
    others = max(LEAST_RIVALS, len(options.candidates or LANGUAGES) - 1)
    return together - math.log(others) - scores[own]


def latin_evidence(words: Words, known: frozenset[str]) -> float:
    """Return how many words of a Latin text show that it is a sentence, not names, over a body of another script.

    Function words and lower-case words count one, capitalised words half, and
    words that stand in the body's prose nothing (unless they are function
    words). Particles in names (`Leonardo da Vinci`) are no evidence, nor are
    capitalised function words of other languages than English (`iPhone Pro`).
    """
    lower = () if NAME_PARTICLES.issuperset(words.lower) else words.lower
    sentence = [word for word in lower if word not in known or (len(word) > 1 and word in ANY_FUNCTION_WORD)]
    folded = [word.lower() for word in words.capitalised]
    title_case = [word for word in folded if word in FUNCTION_WORDS[LENDER]]
    names = [word for word in folded if word not in known and word not in FUNCTION_WORDS[LENDER]]
    return len(sentence) + len(title_case) + 0.5 * len(names)


def is_quoted_name(text: str, words: Words, prose: str) -> bool:
    """Return whether a text of capitalised words (and particles) stands so in the prose: `The New York Times`."""
    return NAME_PARTICLES.issuperset(words.lower) and text.strip() in prose


def is_no_name(words: Sequence[str], options: LanguageOptions) -> bool:
    """Return whether words are clearly of a Latin candidate other than English, which names and products look like."""
    candidates = candidates_in("Latn", options.candidates)
    content = [word for word in words if word not in NAME_PARTICLES and len(word) >= SHORTEST]
    if len(candidates) == 1 or LENDER not in candidates or not content:
        return False
    return _above_english(content, candidates, options) >= LOAN_OVER_ENGLISH


def _above_english(words: Sequence[str], candidates: tuple[str, ...], options: LanguageOptions) -> float:
    """Return how many nats likelier than English the likeliest candidate is (infinite where English is none)."""
    if LENDER not in candidates:
        return math.inf
    scores = likelihoods(words, candidates, options.detector)
    return max(scores.values()) - scores[LENDER]


def latin_language(words: Sequence[str], options: LanguageOptions) -> str:
    """Return the language of Latin words: where candidates are even, English if it is among them, else `und-Latn`."""
    candidates = candidates_in("Latn", options.candidates)
    if len(candidates) == 1:
        return candidates[0]
    if not candidates or not words:
        return "und-Latn"
    scores = likelihoods(words, candidates, options.detector)
    language, lead = best(scores)
    if lead >= EVEN:
        return language
    return LENDER if scores.get(LENDER, -math.inf) >= scores[language] - EVEN else "und-Latn"
