"""The language of a body: by script, and by a model only between languages of one script."""

import math
from collections.abc import Sequence
from typing import NamedTuple

from ingest.language.candidates import candidates_in
from ingest.language.chinese import SCRIPTS, Variant, may_hold_chinese, prevailing_script
from ingest.language.detectors import best, likelihoods
from ingest.language.function_counts import count_function_words
from ingest.language.function_words import FUNCTION_WORDS
from ingest.language.model import UNDETERMINED, Verdict
from ingest.language.names import SCRIPT_NAMES, language_name
from ingest.language.options import LanguageOptions
from ingest.language.scripts import ScriptCounts, count_scripts, dominant_script
from ingest.language.words import words_of
from ingest.source.encoded import Encoded

SAMPLE = 1200
"""Characters that a model reads of a body."""
FUNCTION_SHARE = 0.08
"""Prose of a language has at least this share of its function words; English has 0.3 and more."""
FUNCTION_SAMPLE = 30
"""Words from which the absence of function words tells anything."""


class Prose(NamedTuple):
    """A text with what was counted in it and the language that its words are in.

    `lead` is the log-likelihood ratio to the next language, in nats: infinite
    where the script decides. The language is without a variant of Chinese.
    `words` are the word equivalents of all letters.
    """

    text: str
    counts: ScriptCounts
    script: str
    language: str
    lead: float
    words: float


def read_prose(passages: Sequence[str], options: LanguageOptions, known: Encoded | None = None) -> Prose:
    """Return the language of passages of prose, whose letters are those of `known` if it is given."""
    text = "\n".join(passages)
    counts = count_scripts(text, known)
    script = dominant_script(counts, options.native_share)
    native, latin = counts.native, counts.latin
    if native < latin and script not in {"Latn", "Zyyy"}:
        script = _script_of_most(passages, script, options)
    if script == "Jpan" and may_hold_chinese(text):
        script = prevailing_script(passages)
    language, lead = language_in_script(text, script, options)
    return Prose(text, counts, script, language, lead, native + latin)


def _script_of_most(passages: Sequence[str], native: str, options: LanguageOptions) -> str:
    """Return the script that most passages are in: a summary in Chinese makes no English article Chinese."""
    words = {native: 0.0, "Latn": 0.0}
    for passage in passages:
        counts = count_scripts(passage)
        script = "Latn" if dominant_script(counts, options.native_share) == "Latn" else native
        words[script] += counts.native + counts.latin
    return max(words, key=lambda script: (words[script], script == native))


def language_in_script(text: str, script: str, options: LanguageOptions) -> tuple[str, float]:
    """Return the language of a text in `script` (BCP 47, `und`, `und-<Script>`) and its lead in nats."""
    if script == "Zyyy":
        return UNDETERMINED, 0.0
    candidates = candidates_in(script, options.candidates)
    if not candidates:
        return f"{UNDETERMINED}-{script}", 0.0
    if len(candidates) == 1:
        return (candidates[0], math.inf) if _could_be(text, candidates[0]) else (f"{UNDETERMINED}-{script}", 0.0)
    words = words_of(text[:SAMPLE])
    plain = language_by_function_words(words, candidates)
    if plain is not None:
        return plain, math.inf
    language, lead = best(likelihoods(words, candidates, options.detector))
    return (language if lead >= options.body_ratio else f"{UNDETERMINED}-{script}"), lead


def language_by_function_words(words: Sequence[str], candidates: tuple[str, ...]) -> str | None:
    """Return the candidate whose function words a text is full of, where no other comes near: no model is needed.

    Spanish and Portuguese, Norwegian and Danish share too many for that.
    """
    hits = count_function_words(words)
    counts = [hits.get(language, 0) for language in candidates]
    second, first = sorted(counts)[-2:]
    return candidates[counts.index(first)] if first >= PLAIN_HITS and first >= PLAIN_RATIO * second else None


PLAIN_HITS = 20
PLAIN_RATIO = 2.5
"""Function words that decide a body alone: so many, and so many times those of any other candidate."""


def _could_be(text: str, language: str) -> bool:
    """Return whether a text may be in its script's only candidate: French is not English for lack of a rival."""
    known = FUNCTION_WORDS.get(language)
    if known is None:
        return True
    words = text[: SAMPLE // 2].lower().split()  # punctuation clings to few function words
    return len(words) < FUNCTION_SAMPLE or sum(map(known.__contains__, words)) >= FUNCTION_SHARE * len(words)


def verdict_of(prose: Prose, variant: Variant | None) -> Verdict:
    """Return the verdict on a body; `variant` is that of a Chinese one."""
    language = variant.language if variant else prose.language
    confidence = 0.0 if language.startswith(UNDETERMINED) else confidence_of(min(prose.words, prose.lead))
    return Verdict(language, SCRIPTS.get(language, prose.script), confidence, (describe(prose.counts),))


def confidence_of(weight: float) -> float:
    """Return a confidence, 0 to 1, that grows with the evidence in words or nats: 0 is even odds."""
    if weight >= _CERTAIN:
        return 1.0
    return round(1.0 - float(2.0 ** -(1.0 + max(weight, 0.0))), 3)


_CERTAIN = 10.0
"""Evidence from which a confidence is 1 in all of its three digits."""


def likelier(language: str, other: str, nats: float) -> str:
    """Return in words that a text is likelier in one language than in another, with the odds where they tell."""
    times = math.exp(min(nats, MOST_NATS))
    if nats >= MOST_NATS:
        odds = f"over {times:.0f} times likelier"
    else:
        odds = f"{times:.0f} times likelier" if times >= _LEAST_TIMES else "likelier"
    return f"{language_name(language)} is {odds} than {language_name(other)}"


MOST_NATS = math.log(1000)
_LEAST_TIMES = 2


def describe(counts: ScriptCounts) -> str:
    """Return what was counted, in words."""
    latin, han, kana, hangul, others = counts
    if han and latin and not (kana or hangul or others):
        return f"{han} Han characters, {latin} Latin words"
    parts = []
    if han:
        parts.append(f"{han} Han characters")
    if kana:
        parts.append(f"{kana} kana")
    if hangul:
        parts.append(f"{hangul} Hangul syllables")
    if others:
        parts += [f"{words} {SCRIPT_NAMES.get(script, script)} words" for script, words in others]
    if latin:
        parts.append(f"{latin} Latin words")
    return ", ".join(parts) or "no letters"
