"""What in a short text speaks against the body's language: its residual, and how likely a rival makes it."""

import math
from collections.abc import Sequence
from typing import NamedTuple

from ingest.language.body import Prose
from ingest.language.candidates import LANGUAGES, candidates_in
from ingest.language.detectors import LENDER, Scores, best, likelihoods
from ingest.language.function_counts import languages_with
from ingest.language.function_words import ANY_FUNCTION_WORD, FUNCTION_WORDS, NAME_PARTICLES
from ingest.language.options import LanguageOptions
from ingest.language.words import Words, openers, standing_in

LOAN = 1.5
"""Nats that are taken off a single foreign word: one word in fifty is a loan (`Checklist` in a Spanish title)."""
SHORTEST = 4
"""Letters that a word without company needs: shorter ones are parts of products (`iPhone 15 Pro`)."""
LOAN_OVER_ENGLISH = 5.0
"""Nats over English that show any other language: names and products look like English."""
NAMES_OVER_ENGLISH = 6.5
"""The same without a function word beside them (`Seiten`, `Daten abrufen`, not `Friedrich Merz`, nor `Data center`)."""
CAPITALISED = 4.5
"""Nats more where capitals within a title speak for names (`i18n Não Habilitado`, not `Lionel Messi`)."""
SENTENCE = 3.3
"""Nats that function words or several words in lower case speak for a sentence: names and loans have none."""
UNEXPECTED = 3.0
"""Nats more where no languages are configured: of thirty, one looks like any name (`Ubuntu` like Indonesian)."""
LONG_TITLE = 5
"""Capitalised words from which a title is a headline; products have up to four (`Red Hat Enterprise Linux`)."""
EVEN = 1.0
"""Nats within which two languages are even."""
LEAST_RIVALS = 4
"""A site with two languages does not make a title in the other one likelier than a site with five."""


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
    return tuple([word for word in words if word.lower() not in known or word in ANY_FUNCTION_WORD])


def own_function_words(words: Words, script: str, context: Context) -> tuple[str, ...]:
    """Return the small words that show a title to be in the body's language without a model; empty where they do not.

    At least two of them, in lower case, no small word of another language beside them, and no other candidate that
    has all of them.
    """
    own = context.prose.language
    small = tuple(dict.fromkeys(filter(ANY_FUNCTION_WORD.__contains__, words.lower)))
    if len(small) < SENTENCE_WORDS:
        return ()
    having_all = languages_with(small)
    rivals = having_all.intersection(candidates_in(script, context.options.candidates)) - {own}
    return small if own in having_all and not rivals else ()


SENTENCE_WORDS = 2


def ratio_against_body(text: str, words: Words, script: str, context: Context) -> Ratio | None:
    """Return how the rivals of the body's language do on a text of the body's script.

    The ratio is the lesser of two: on the whole text and on its residual. A
    natural title fails one of them: names fail the residual, words that the
    body happens not to use fail the whole. `None` where there is nothing to weigh.
    """
    own = context.prose.language
    candidates = candidates_in(script, context.options.candidates)
    if own not in candidates or len(candidates) == 1:
        return None
    prose = own_prose(context.prose.text, text)
    # Each word once: a title of one word a thousand times says no more than the word.
    whole = tuple(dict.fromkeys(words.spoken))
    rest = residual(whole, standing_in([word.lower() for word in whole if word not in ANY_FUNCTION_WORD], prose))
    if NAME_PARTICLES.issuperset(rest) or is_quoted_name(text, words, prose):
        return None
    scores = likelihoods(whole, candidates, context.options.detector)
    rival, _ = best({**scores, own: -math.inf})
    nats, lead = _against(own, scores, context.options), scores[own] - scores[rival]
    if nats > 0 and len(rest) < len(whole):
        scores = likelihoods(rest, candidates, context.options.detector)
        nats = min(nats, _against(own, scores, context.options))
    if len(set(rest) - FUNCTION_WORDS.get(own, frozenset())) == 1 and ANY_FUNCTION_WORD.isdisjoint(rest):
        nats, lead = nats - LOAN, lead - LOAN
    if script == "Latn" and not speaks(text, words, rest, rival):
        nats = nats if nats > 0 and is_no_name(text, words, rest, context.options) else -math.inf
    elif (script == "Latn" and own != LENDER) or words.speaks(FUNCTION_WORDS.get(rival, frozenset())):
        nats += SENTENCE * (not _has_only_own_function_words(whole, own))
    return Ratio(rival, nats, lead, rest)


def _has_only_own_function_words(words: Sequence[str], own: str) -> bool:
    """Return whether the function words are all the body's: a sentence, but none that speaks for a rival."""
    small = ANY_FUNCTION_WORD.intersection(words)
    return bool(small) and FUNCTION_WORDS.get(own, frozenset()).issuperset(small)


def speaks(text: str, words: Words, rest: Sequence[str], rival: str) -> bool:
    """Return whether a Latin text is more than names: it has a rival's function word, several words or a full stop."""
    if is_linked_pair(words, rest):
        return False
    several = len(words.sentence) > 1 and not set(rest).isdisjoint(words.sentence)
    return several or words.speaks(FUNCTION_WORDS[rival]) or is_headline(text, words, rest)


def is_linked_pair(words: Words, rest: Sequence[str]) -> bool:
    """Return whether two capitalised words that the body does not use are linked as names are (`Ruby on Rails`)."""
    one, link, other = words.all if len(words.all) == len(rest) == _LINKED else ("", "", "")
    return link in FUNCTION_WORDS[LENDER] and one.istitle() and other.istitle() and one.lower() not in ANY_FUNCTION_WORD


_LINKED = 3


def is_headline(text: str, words: Words, rest: Sequence[str]) -> bool:
    """Return whether words are too many for a name, or end like a sentence (`Unknown Content Collection Error.`)."""
    if len(words.all) >= LONG_TITLE:
        return len(rest) >= LONG_TITLE - 2
    return len(rest) > 1 and text.rstrip().endswith((".", "?", "!"))


def is_no_name(text: str, words: Words, rest: Sequence[str], options: LanguageOptions) -> bool:
    """Return whether words are clearly of a Latin candidate other than English, which names and products look like.

    Only English capitalises a whole title, and German its nouns: elsewhere a
    capital within a title begins a name (`Lionel Messi` is no Italian).
    """
    candidates = candidates_in("Latn", options.candidates)
    content = [word for word in rest if word.lower() not in ANY_FUNCTION_WORD]
    if len(candidates) == 1 or LENDER not in candidates or len("".join(content)) < SHORTEST:
        return False
    rival, lead = best(likelihoods(content, candidates, options.detector))
    if rival == LENDER or (len(content) == 1 and lead < EVEN):
        return False
    needed = NAMES_OVER_ENGLISH + UNEXPECTED * (not options.candidates)
    article = len(content) == 1 and len(rest) > 1 and not words.lower  # `Der Spiegel`
    if rival in _CAPITALISING and not article:
        return _above_english(content, candidates, options) >= needed
    lower = set(words.lower)
    beginning = lower.union(openers(text))
    first = [word for word in content if word in beginning]
    if (article or len(first) < len(content)) and lower.isdisjoint(first):
        return bool(options.candidates) and _above_english(content, candidates, options) >= needed + CAPITALISED
    return _above_english(first, candidates, options) >= needed


_CAPITALISING = frozenset({"de", "en"})


def _against(own: str, scores: Scores, options: LanguageOptions) -> float:
    """Return how many nats likelier than `own` the other languages are on average.

    All rivals together, because two that are even (Norwegian and Danish) are
    still no English; their average over all candidates, those of other scripts
    too, because one of fifty is sooner likely by chance than one of two.
    """
    rivals = [value for language, value in scores.items() if language != own]
    highest = max(rivals)
    together = highest + math.log(math.fsum(map(math.exp, [value - highest for value in rivals])))
    others = max(LEAST_RIVALS, len(options.candidates or LANGUAGES) - 1)
    return together - math.log(others) - scores[own]


def latin_evidence(text: str, words: Words, known: frozenset[str], rest: Sequence[str]) -> float:
    """Return how many words of a Latin text show that it is a sentence, not names, over a body of another script.

    `known` are the words of the body's prose, `rest` is the residual. Lower-case
    words count one unless they stand in the prose (function words count all the
    same); capitalised ones only in a headline, half. Particles in names
    (`Leonardo da Vinci`) are no evidence, nor is a single capitalised function
    word (`Will Smith`, `The Verge`, `iPhone Pro`).
    """
    if is_linked_pair(words, rest):
        return 0.0
    sentence = len(
        [word for word in words.sentence if word not in known or (len(word) > 1 and word in ANY_FUNCTION_WORD)]
    )
    folded = [word.lower() for word in words.capitalised]
    names = [word for word in folded if word not in known]
    title_case = sum(map(FUNCTION_WORDS[LENDER].__contains__, folded))
    if sentence or title_case > 1 or is_headline(text, words, names):
        return sentence + title_case + 0.5 * len(names)
    return 0.0


def is_quoted_name(text: str, words: Words, prose: str) -> bool:
    """Return whether a text of capitalised words (and particles) stands so in the prose: `The New York Times`."""
    return NAME_PARTICLES.issuperset(words.lower) and text.strip() in prose


def _above_english(words: Sequence[str], candidates: tuple[str, ...], options: LanguageOptions) -> float:
    """Return how many nats likelier than English the likeliest candidate is (infinite where English is none)."""
    if LENDER not in candidates:
        return math.inf
    scores = likelihoods(words, candidates, options.detector)
    return max(scores.values()) - scores[LENDER]


def latin_language(words: Sequence[str], options: LanguageOptions) -> str:
    """Return the language of Latin words, `und-Latn` where candidates are even.

    English stands for all that looks like it; another language has to be
    clearly above it, or what is said of names (`Spring Boot`) would be made up.
    """
    candidates = candidates_in("Latn", options.candidates)
    if len(candidates) == 1:
        return candidates[0]
    if not candidates or not words:
        return "und-Latn"
    scores = likelihoods(words, candidates, options.detector)
    language, lead = best(scores)
    above = scores[language] - scores.get(LENDER, -math.inf)
    if not FUNCTION_WORDS[language].isdisjoint(words):
        needed = LOAN_OVER_ENGLISH
    else:
        needed = NAMES_OVER_ENGLISH + UNEXPECTED * (not options.candidates)
    if above >= needed:
        return language if lead >= EVEN else "und-Latn"
    return LENDER if above < EVEN or not FUNCTION_WORDS[LENDER].isdisjoint(words) else "und-Latn"
