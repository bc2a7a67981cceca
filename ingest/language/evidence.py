"""What in a short text speaks against the body's language: its residual, and how likely a rival makes it."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.language.body import Prose
from ingest.language.candidates import candidates_in
from ingest.language.detectors import LENDER, Scores, best, likelihoods
from ingest.language.function_words import ANY_FUNCTION_WORD, FUNCTION_WORDS
from ingest.language.options import LanguageOptions
from ingest.language.words import Words, split_title, vocabulary

LOAN = 4.0
"""Nats that are taken off a single foreign word: one word in fifty is a loan (`Checklist` in a Spanish title)."""


NAME_PARTICLES = frozenset(
    ("af", "al", "av", "bin", "da", "de", "del", "den", "der", "di", "du", "ibn", "van", "von", "zu"),
)
"""Function words that stand in names (`Leonardo da Vinci`): alone they are no evidence."""


@dataclass(frozen=True, slots=True)
class Context:
    """What a short text is judged against: the body's prose, the text of its code, the thresholds."""

    prose: Prose
    code: str
    options: LanguageOptions


@dataclass(frozen=True, slots=True)
class Ratio:
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
    whole = split_title(text).folded
    rest = residual(whole, vocabulary(own_prose(context.prose.text, text)))
    if NAME_PARTICLES.issuperset(rest):
        return None
    scores = likelihoods(whole, candidates, context.options.detector)
    rival, _ = best({language: value for language, value in scores.items() if language != own})
    nats, lead = against(own, scores), scores[own] - scores[rival]
    if nats > 0 and len(rest) < len(whole):
        nats = min(nats, against(own, likelihoods(rest, candidates, context.options.detector)))
    foreign = set(rest) - FUNCTION_WORDS.get(own, frozenset())
    if len(foreign) == 1 and foreign.isdisjoint(ANY_FUNCTION_WORD):
        nats = min(nats, _above_english(rest, candidates, context.options)) - LOAN
    return Ratio(rival, nats, lead, rest)


def against(own: str, scores: Scores) -> float:
    """Return how many nats likelier the rivals of a language are on average.

    All rivals together, because two that are even (Norwegian and Danish) are
    still no English; their average, because one of thirty is sooner likely by
    chance than one of two.
    """
    rivals = [value for language, value in scores.items() if language != own]
    highest = max(rivals)
    average = math.fsum(math.exp(value - highest) for value in rivals) / len(rivals)
    return highest + math.log(average) - scores[own]


def latin_evidence(words: Words, known: frozenset[str]) -> float:
    """Return how many words of a Latin text show that it is a sentence, not names, over a body of another script.

    Function words and lower-case words count one, capitalised words half, and
    words that stand in the body's prose nothing (unless they are function
    words). Particles in names (`Leonardo da Vinci`) are no evidence.
    """
    lower = () if NAME_PARTICLES.issuperset(words.lower) else words.lower
    weighed = [(word, 1.0) for word in lower] + [(word.lower(), 0.5) for word in words.capitalised]
    return sum(
        1.0 if len(word) > 1 and word in ANY_FUNCTION_WORD else weight if word not in known else 0.0
        for word, weight in weighed
    )


def is_no_name(words: Sequence[str], options: LanguageOptions) -> bool:
    """Return whether words are clearly of a Latin candidate other than English, which names and products look like."""
    candidates = candidates_in("Latn", options.candidates)
    content = [word for word in words if word not in NAME_PARTICLES]
    if len(candidates) == 1 or LENDER not in candidates or not content:
        return False
    return _above_english(content, candidates, options) >= options.title_ratio + LOAN


def _above_english(words: Sequence[str], candidates: tuple[str, ...], options: LanguageOptions) -> float:
    """Return how many nats likelier than English the likeliest candidate is (infinite where English is none)."""
    if LENDER not in candidates:
        return math.inf
    scores = likelihoods(words, candidates, options.detector)
    return max(scores.values()) - scores[LENDER]


def latin_language(words: Sequence[str], options: LanguageOptions) -> str:
    """Return the language of Latin words, `und-Latn` where two candidates are even."""
    candidates = candidates_in("Latn", options.candidates)
    if len(candidates) == 1:
        return candidates[0]
    scores: Scores = likelihoods(words, candidates, options.detector) if candidates and words else {}
    language, lead = best(scores) if scores else ("", 0.0)
    return language if lead >= 1.0 else "und-Latn"
