"""The language of a body: by script, and by a model only between languages of one script."""

from dataclasses import dataclass

from ingest.language.candidates import candidates_in
from ingest.language.chinese import SIMPLIFIED, TRADITIONAL, variant
from ingest.language.detectors import rank
from ingest.language.function_words import FUNCTION_WORDS
from ingest.language.model import UNDETERMINED, Verdict
from ingest.language.options import LanguageOptions
from ingest.language.scripts import ScriptCounts, count_scripts
from ingest.language.words import tokens

SAMPLE = 1200
"""Characters that a model reads of a body."""
KANA_SHARE = 0.15
"""Part of the kana among Han and kana from which a text is Japanese; Chinese quotes less."""
FUNCTION_SHARE = 0.08
"""Prose of a language has at least this share of its function words; English has 0.3 and more."""
_FUNCTION_SAMPLE = 30


@dataclass(frozen=True, slots=True)
class Prose:
    """A text with what was counted in it and the script that its words are in."""

    text: str
    counts: ScriptCounts
    script: str
    language: str
    ratio: float
    """Log-likelihood ratio, in nats, to the next language; infinite where the script decides."""


def read_prose(text: str, options: LanguageOptions) -> Prose:
    """Return the language of a text of prose, without the variant of Chinese."""
    counts = count_scripts(text)
    script = dominant_script(counts, options.native_share)
    language, ratio = language_in_script(text, script, options)
    return Prose(text, counts, script, language, ratio)


def dominant_script(counts: ScriptCounts, native_share: float) -> str:
    """Return the ISO 15924 code of the script that the words are in, `Zyyy` without letters."""
    native = counts.native
    if native < native_share * (native + counts.latin) or not native:
        return "Latn" if counts.latin else "Zyyy"
    script, words = max(counts.others, key=lambda item: item[1], default=("", 0))
    return script if words > counts.cjk else east_asian_script(counts)


def east_asian_script(counts: ScriptCounts) -> str:
    """Return `Kore`, `Jpan` or `Hani` (Han letters alone, which both Chinese and Japanese write)."""
    if counts.hangul > counts.han + counts.kana:
        return "Kore"
    return "Jpan" if counts.kana >= KANA_SHARE * (counts.han + counts.kana) else "Hani"


def language_in_script(text: str, script: str, options: LanguageOptions) -> tuple[str, float]:
    """Return the language of a text in `script` (BCP 47, `und`, `und-<Script>`) and its lead in nats."""
    if script == "Zyyy":
        return UNDETERMINED, 0.0
    candidates = candidates_in(script, options.candidates)
    if not candidates:
        return f"{UNDETERMINED}-{script}", 0.0
    if len(candidates) == 1:
        return (candidates[0], float("inf")) if _could_be(text, candidates[0]) else (f"{UNDETERMINED}-{script}", 0.0)
    ranking = rank(text[:SAMPLE], candidates, options.detector)
    lead = ranking[0][1] - ranking[1][1]
    return (ranking[0][0], lead) if lead >= options.body_ratio else (f"{UNDETERMINED}-{script}", lead)


def _could_be(text: str, language: str) -> bool:
    """Return whether a long text has any function words of its only candidate: French is not English for lack of a rival."""
    known = FUNCTION_WORDS.get(language)
    if known is None:
        return True
    words = tokens(text[:SAMPLE])
    return len(words) < _FUNCTION_SAMPLE or sum(map(known.__contains__, words)) >= FUNCTION_SHARE * len(words)


def verdict_of(prose: Prose) -> Verdict:
    """Return the verdict on a body, with the variant of Chinese where letters decide it."""
    counts = prose.counts
    language, script = prose.language, prose.script
    if language == "zh":
        language = variant(prose.text) or language
        script = {SIMPLIFIED: "Hans", TRADITIONAL: "Hant"}.get(language, script)
    return Verdict(language, script, confidence_of(prose), (describe(counts),))


def confidence_of(prose: Prose) -> float:
    """Return how sure the body's language is: the share of its script, or the model's odds, as 0 to 1."""
    if prose.language.startswith(UNDETERMINED):
        return 0.0
    weight = min(prose.counts.native + prose.counts.latin, prose.ratio)
    return round(1 - 0.5 ** (1 + weight), 3)


def describe(counts: ScriptCounts) -> str:
    """Return what was counted, in words."""
    named = [(counts.han, "Han characters"), (counts.kana, "kana"), (counts.hangul, "Hangul syllables")]
    named += [(words, f"{script} words") for script, words in counts.others] + [(counts.latin, "Latin words")]
    return ", ".join(f"{count} {name}" for count, name in named if count) or "no letters"
