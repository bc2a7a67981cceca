"""Whether a short text (a title, a description, tags) is in another language than the body.

Not two guesses compared, but one test: does anything in the title speak
against the body's language? What stands in the body's own prose does not: it
is a name or a product there too.
"""

import math
import re
from dataclasses import dataclass

from ingest.language.body import Prose, describe, dominant_script, east_asian_script
from ingest.language.candidates import candidates_in
from ingest.language.chinese import SIMPLIFIED, TRADITIONAL, chinese_only, japanese_only, variant
from ingest.language.detectors import rank
from ingest.language.function_words import ANY_FUNCTION_WORD
from ingest.language.model import UNDETERMINED, Mismatch, Verdict
from ingest.language.options import LanguageOptions
from ingest.language.scripts import ScriptCounts, count_scripts
from ingest.language.words import Words, split_title, vocabulary

_NATIVE_RUN = re.compile("[^\u0000-\u024f\u1e00-\u1eff\u2000-\u206f\u3000-\u3020\uff00-\uff20]+")
_SILENT = Verdict(UNDETERMINED, "Zyyy", 0.0, ("no letters",))
_SCRIPTS = {SIMPLIFIED: "Hans", TRADITIONAL: "Hant"}
_MIN_KANA = 2
"""One kana in Chinese is an ornament (优の良品)."""


@dataclass(frozen=True, slots=True)
class Context:
    """What a short text is judged against: the body's prose, its code, the thresholds."""

    prose: Prose
    code: str
    options: LanguageOptions


def judge(text: str, context: Context) -> tuple[Verdict, Mismatch | None]:
    """Return the language of a title, and how it disagrees with the body if it does.

    The verdict is `und` where nothing speaks against the body's language, and
    nothing speaks for it either.
    """
    counts = count_scripts(text)
    script = title_script(text, counts, context.options)
    body = context.prose.script
    if script == "Zyyy":
        return _SILENT, None
    if script == "Latn":
        if body == "Latn":
            return _judge_by_model(text, script, context)
        return _judge_latin(text, context)
    if body in {"Latn", "Zyyy"}:
        return _judge_native(text, script, counts, context)
    if script == body or {script, body} == {"Hani", "Jpan"}:
        return _judge_same_script(text, script, counts, context)
    return _judge_native(text, script, counts, context)


def title_script(text: str, counts: ScriptCounts, options: LanguageOptions) -> str:
    """Return the script of a title: its native letters decide, unless lower-case Latin words make the sentence."""
    native = counts.native
    if not native or not counts.latin:
        return dominant_script(counts, options.native_share)
    sentence = len(split_title(text).lower)
    return (
        dominant_script(counts._replace(latin=sentence), options.native_share) if sentence else _native_script(counts)
    )


def _native_script(counts: ScriptCounts) -> str:
    return dominant_script(counts._replace(latin=0), 0.0)


def _judge_latin(text: str, context: Context) -> tuple[Verdict, Mismatch | None]:
    """A Latin title over a body in another script: is it a sentence, or names and code?"""
    words = split_title(text)
    known = vocabulary(_without(context.prose.text, text))
    score = _latin_evidence(words, known)
    if context.prose.script == "Zyyy":
        return Verdict(UNDETERMINED, "Latn", 0.0, ("the body has no letters to compare with",)), None
    if score < context.options.title_words or text.casefold().strip() in context.code.casefold():
        return Verdict(UNDETERMINED, "Latn", 0.0, ("only names, identifiers or code",)), None
    language = _latin_language(text, context.options)
    prose_words = [*words.lower, *(word for word in words.capitalised if word.casefold() not in known)]
    evidence = (
        f"{_quoted(prose_words)} are no names that the body uses",
        f"the body: {describe(context.prose.counts)}",
    )
    confidence = confidence_of(score)
    return Verdict(language, "Latn", confidence, evidence), Mismatch(
        language, context.prose.language, confidence, evidence
    )


def _latin_evidence(words: Words, known: frozenset[str]) -> float:
    folded = [(word.casefold(), 1.0) for word in words.lower] + [(word.casefold(), 0.5) for word in words.capitalised]
    return sum(
        1.0 if word in ANY_FUNCTION_WORD and len(word) > 1 else weight if word not in known else 0.0
        for word, weight in folded
    )


def _latin_language(text: str, options: LanguageOptions) -> str:
    candidates = candidates_in("Latn", options.candidates)
    if len(candidates) == 1:
        return candidates[0]
    if not candidates:
        return f"{UNDETERMINED}-Latn"
    ranking = rank(text, candidates, options.detector)
    return ranking[0][0] if ranking[0][1] - ranking[1][1] >= 1.0 else f"{UNDETERMINED}-Latn"


def _judge_native(text: str, script: str, counts: ScriptCounts, context: Context) -> tuple[Verdict, Mismatch | None]:
    """A title in native letters over a body in another script, unless the body writes the same letters."""
    prose = context.prose
    language = _native_language(text, script, context.options)
    runs = _NATIVE_RUN.findall(text)
    rest = _without(prose.text, text)
    if prose.script == "Zyyy" or all(run in rest for run in runs):
        return Verdict(language, script, confidence_of(counts.native), (describe(counts),)), None
    evidence = [describe(counts)]
    names = [word for word in split_title(text).capitalised if word in rest]
    if names:
        evidence.append(f"{_quoted(names)} also in the body")
    evidence.append(f"the body: {describe(prose.counts)}")
    confidence = confidence_of(counts.native)
    mismatch = Mismatch(language, prose.language, confidence, tuple(evidence))
    return Verdict(language, _SCRIPTS.get(language, script), confidence, tuple(evidence)), mismatch


def _native_language(text: str, script: str, options: LanguageOptions) -> str:
    candidates = candidates_in(script, options.candidates)
    if not candidates:
        return f"{UNDETERMINED}-{script}"
    if len(candidates) > 1:
        return rank(text, candidates, options.detector)[0][0]
    return variant(text) or candidates[0] if script == "Hani" else candidates[0]


def _judge_same_script(
    text: str, script: str, counts: ScriptCounts, context: Context
) -> tuple[Verdict, Mismatch | None]:
    """A title in the body's script; Han letters alone may be Chinese or Japanese."""
    body = context.prose.script
    if script in {"Hani", "Jpan"}:
        return _judge_han(text, script, counts, context)
    if len(candidates_in(body, context.options.candidates)) > 1:
        return _judge_by_model(text, script, context)
    return Verdict(context.prose.language, script, confidence_of(counts.native), (describe(counts),)), None


def _judge_han(text: str, script: str, counts: ScriptCounts, context: Context) -> tuple[Verdict, Mismatch | None]:
    prose = context.prose
    confidence = confidence_of(counts.native)
    if script == prose.script == "Hani":
        telling = japanese_only(text)
        language = variant(text) or "zh"
        found = "ja" if telling else None
    elif prose.script == "Jpan":
        telling = "" if script == "Jpan" else chinese_only(text)
        language = "ja"
        found = (variant(text) or "zh") if telling else None
    else:
        telling = "kana" if counts.kana >= _MIN_KANA else ""
        language = variant(text) or "zh"
        found = "ja" if telling else None
    if found is None or all(run in _without(prose.text, text) for run in _NATIVE_RUN.findall(text)):
        return Verdict(language, _SCRIPTS.get(language, script), confidence, (describe(counts),)), None
    evidence = (f"{describe(counts)}; {telling} is written in {found} only", f"the body: {describe(prose.counts)}")
    return Verdict(found, _SCRIPTS.get(found, script), confidence, evidence), Mismatch(
        found, prose.language, confidence, evidence
    )


def _judge_by_model(text: str, script: str, context: Context) -> tuple[Verdict, Mismatch | None]:
    """A title in the script of the body, where several candidates write it: the likelihoods decide, twice."""
    options, prose = context.options, context.prose
    candidates = candidates_in(script, options.candidates)
    if len(candidates) == 1:
        return Verdict(UNDETERMINED, script, 0.0, ("nothing speaks against the body's language",)), None
    if prose.language not in candidates:
        return Verdict(UNDETERMINED, script, 0.0, ("the body's language is undecided",)), None
    words = split_title(text)
    known = vocabulary(_without(prose.text, text))
    whole = [word.casefold() for word in (*words.lower, *words.capitalised)]
    residual = [word for word in whole if word not in known or word in ANY_FUNCTION_WORD]
    if not residual:
        return Verdict(UNDETERMINED, script, 0.0, ("every word stands in the body",)), None
    scores = dict(rank(" ".join(whole), candidates, options.detector))
    rival = max(scores, key=lambda language: (scores[language] * (language != prose.language) or -math.inf, language))
    ratio = scores[rival] - scores[prose.language]
    if ratio >= options.title_ratio and len(residual) < len(whole):
        scores = dict(rank(" ".join(residual), candidates, options.detector))
        ratio = min(ratio, scores[rival] - scores[prose.language])
    if ratio >= options.title_ratio:
        evidence = (f"{_quoted(residual)}: {rival} is e^{ratio:.1f} times as likely as {prose.language}",)
        confidence = confidence_of(ratio)
        return Verdict(rival, script, confidence, evidence), Mismatch(rival, prose.language, confidence, evidence)
    if -ratio >= options.title_ratio:
        return Verdict(prose.language, script, confidence_of(-ratio), ("the body's language is the likeliest",)), None
    return Verdict(UNDETERMINED, script, 0.0, ("nothing speaks against the body's language",)), None


def confidence_of(weight: float) -> float:
    """Return a confidence, 0 to 1, that grows with the evidence in words or nats: 0 is even odds."""
    return round(1 - 0.5 ** (1 + max(weight, 0.0)), 3)


def _without(prose: str, title: str) -> str:
    """Return the body's prose without a line that repeats the title, as a first heading does."""
    return prose.replace(title, "", 1) if prose.lstrip().startswith(title) else prose


def _quoted(words: list[str]) -> str:
    shown = dict.fromkeys(words)
    return ", ".join(f"'{word}'" for word in list(shown)[:6]) + (", …" if len(shown) > 6 else "")
