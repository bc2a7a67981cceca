"""Whether a short text (a title, a description, tags) is in another language than the body.

Not two guesses compared, but one test: does anything in the title speak
against the body's language? What stands in the body's own prose does not: it
is a name or a product there too.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

from ingest.language.body import confidence_of, describe, likelier
from ingest.language.candidates import candidates_in
from ingest.language.chinese import (
    SCRIPTS,
    chinese_letters,
    han_letters,
    japanese_letters,
    kana_words,
    lone_particles,
    variant_in_gb2312,
    variant_of,
)
from ingest.language.detectors import best, likelihoods
from ingest.language.evidence import (
    Context,
    is_no_name,
    is_quoted_name,
    latin_evidence,
    latin_language,
    own_function_words,
    own_prose,
    ratio_against_body,
    residual,
)
from ingest.language.heading_words import HEADING_WORD, Heading, foreign_heading
from ingest.language.model import UNDETERMINED, Mismatch, Verdict
from ingest.language.names import language_name
from ingest.language.options import LanguageOptions
from ingest.language.scripts import ScriptCounts, count_scripts, dominant_script
from ingest.language.words import Words, latin_vocabulary, split_title, words_of

Judgement = tuple[Verdict, Mismatch | None]

# Letters beyond Latin, punctuation and the full-width forms of both.
_NATIVE_RUN = "[^\u0000-\u036f\u1e00-\u1eff\u2000-\u2bff\u3000-\u3004\u3008-\u3020\ufe00-\uff20\U0001f000-\U0001faff]+"
_NO_LETTERS = Verdict(UNDETERMINED, "Zyyy", 0.0, ("no letters",))
_NO_BODY = "the body has no letters to compare with"
_NOTHING_AGAINST = "nothing speaks against the body's language"
OWN_LEAD = 3.0
"""Nats by which a title must be likeliest in the body's language to be said to be in it."""
_SHOWN_WORDS = 6
_LEAST_KANA = 2
"""A single kana is an ornament in Chinese (`优の良品`)."""


def judge(text: str, context: Context) -> Judgement:
    """Return the language of a title, and how it disagrees with the body if it does.

    The verdict is `und` where nothing speaks against the body's language and
    nothing speaks for it either.
    """
    counts = count_scripts(text)
    script = dominant_script(counts, context.options.native_share)
    if script == "Latn" and counts.native:
        script = _script_of_sentence(text, counts, context.options)
    body = context.prose.script
    if script == body == "Hani":
        return _judge_han(text, script, counts, context)
    if script == "Zyyy":
        return _NO_LETTERS, None
    if script == "Latn":
        return _judge_by_model(text, script, context) if body == script else _judge_latin(text, context)
    if script == body or (script, body) in {("Hani", "Jpan"), ("Jpan", "Hani")}:
        return _judge_native(text, script, counts, context)
    return _judge_other_script(text, script, counts, context)


def _script_of_sentence(text: str, counts: ScriptCounts, options: LanguageOptions) -> str:
    """Return the script of a title that is mostly in Latin words.

    Its native letters decide, however many Latin names stand among them; only
    Latin words in lower case make a Latin sentence that quotes native letters.
    """
    return dominant_script(counts._replace(latin=len(split_title(text).lower)), options.native_share)


def _judge_latin(text: str, context: Context) -> Judgement:
    """Judge a Latin title over a body in another script: is it a sentence, or names and code?"""
    prose, options = context.prose, context.options
    if prose.script == "Zyyy":
        return Verdict(UNDETERMINED, "Latn", 0.0, (_NO_BODY,)), None
    words = split_title(text)
    own = own_prose(prose.text, text)
    known = latin_vocabulary(own)
    rest = residual(words.folded, known)
    quoted = is_quoted_name(text, words, own)
    score = 0.0 if quoted else latin_evidence(text, words, known, rest)
    heading = None if quoted or score >= options.title_words else foreign_heading(words, rest, context)
    speaks = score >= options.title_words or heading is not None or is_no_name(text, words, rest, options)
    if not speaks or text.lower().strip() in context.code.lower():
        return Verdict(UNDETERMINED, "Latn", 0.0, ("only names, identifiers or code",)), None
    if heading is not None:
        return _disagree_by_heading(heading, context)
    prose_words = [word for word in words.all if word.lower() in rest]
    evidence = (f"{_quoted(prose_words)}: words of a sentence, not names", f"the body: {describe(prose.counts)}")
    return _disagree(latin_language(words.spoken, options), "Latn", score, evidence, context)


def _judge_other_script(text: str, script: str, counts: ScriptCounts, context: Context) -> Judgement:
    """Judge a title in native letters over a body in another script, unless the body writes the same letters."""
    prose = context.prose
    language = _language_of(text, script, context.options)
    rest = own_prose(prose.text, text)
    runs = re.findall(_NATIVE_RUN, text)
    if prose.script == "Zyyy" or all(run in rest for run in runs):
        return _agree(language, script, counts)
    names = [word for word in split_title(text).capitalised if word in rest]
    evidence = [describe(counts._replace(latin=0))]
    if names:
        evidence.append(f"{_quoted(names)} also stand{'s' * (len(set(names)) == 1)} in the body")
    evidence.append(f"the body: {describe(prose.counts)}")
    return _disagree(language, script, counts.native, tuple(evidence), context)


def _judge_native(text: str, script: str, counts: ScriptCounts, context: Context) -> Judgement:
    """Judge a title in the script of the body; Chinese and Japanese share one."""
    if script in {"Hani", "Jpan"}:
        return _judge_han(text, script, counts, context)
    if len(candidates_in(script, context.options.candidates)) > 1:
        return _judge_by_model(text, script, context)
    return _agree(context.prose.language, script, counts)


def _judge_han(text: str, script: str, counts: ScriptCounts, context: Context) -> Judgement:
    """Judge a title in Han or kana over a Chinese or Japanese body, by the letters that only one of the two writes."""
    body = context.prose.script
    if script == "Jpan" and body == "Jpan":
        return _agree("ja", script, counts)
    if body == "Hani" and counts.kana < _LEAST_KANA and (plain := variant_in_gb2312(text, counts.han)):
        return _agree(plain, script, counts)
    han = han_letters(text)
    if body == "Jpan":
        letters = chinese_letters(han) + lone_particles(text)
    else:
        letters = japanese_letters(han) + (kana_words(text) if counts.kana >= _LEAST_KANA else [])
    if letters:
        rest = own_prose(context.prose.text, text)
        letters = [letter for letter in letters if letter not in rest]
    chinese = variant_of(han).language
    found, own = (chinese, "ja") if body == "Jpan" else ("ja", chinese)
    if not letters:
        return _agree(own, script, counts)
    evidence = (
        f"{_quoted(letters)}: only {language_name(found)} is written so",
        f"the body: {describe(context.prose.counts)}",
    )
    return _disagree(found, script, counts.native, evidence, context)


def _judge_by_model(text: str, script: str, context: Context) -> Judgement:
    """Judge a title in the script of the body, where several candidates write it, by their likelihoods."""
    own = context.prose.language
    words = split_title(text)
    own_words = own_function_words(words, script, context)
    if own_words:
        return Verdict(
            own, script, confidence_of(len(own_words)), (f"{_quoted(own_words)}: {language_name(own)}",)
        ), None
    ratio = ratio_against_body(text, words, script, context)
    if ratio is None:
        language = _sole_language(words, script, context)
        return Verdict(language, script, 0.5 * (language != UNDETERMINED), (_NOTHING_AGAINST,)), None
    clear = ratio.nats >= context.options.title_ratio
    heading = foreign_heading(words, ratio.words, context) if script == "Latn" else None
    if heading is not None and not (clear and ratio.rival in heading.languages):
        return _disagree_by_heading(heading, context)
    if clear:
        evidence = (f"{_quoted(ratio.words)}: {likelier(ratio.rival, own, -ratio.lead)}",)
        return _disagree(ratio.rival, script, ratio.nats, evidence, context)
    if ratio.lead >= OWN_LEAD:
        return Verdict(own, script, confidence_of(ratio.lead), (f"{language_name(own)} is the likeliest",)), None
    return Verdict(UNDETERMINED, script, 0.0, (_NOTHING_AGAINST,)), None


def _sole_language(words: Words, script: str, context: Context) -> str:
    """Return the body's language for a sentence in its script's only candidate, `und` for names."""
    candidates = candidates_in(script, context.options.candidates)
    if candidates != (context.prose.language,) or not words.lower:
        return UNDETERMINED
    return candidates[0]


def _language_of(text: str, script: str, options: LanguageOptions) -> str:
    candidates = candidates_in(script, options.candidates)
    if not candidates:
        return f"{UNDETERMINED}-{script}"
    if len(candidates) > 1:
        return best(likelihoods(words_of(text), candidates, options.detector))[0]
    if script != "Hani":
        return candidates[0]
    han = han_letters(text)
    return "ja" if japanese_letters(han) or kana_words(text) else variant_of(han).language


# Most titles of a folder agree with their body, and few numbers of letters and words are the same again and again.
@lru_cache(maxsize=2048)
def _agree(language: str, script: str, counts: ScriptCounts) -> Judgement:
    return Verdict(language, SCRIPTS.get(language, script), confidence_of(counts.native), (describe(counts),)), None


def _disagree(found: str, script: str, weight: float, evidence: tuple[str, ...], context: Context) -> Judgement:
    confidence = confidence_of(weight)
    verdict = Verdict(found, SCRIPTS.get(found, script), confidence, evidence)
    return verdict, Mismatch(found, context.prose.language, confidence, evidence)


def _disagree_by_heading(heading: Heading, context: Context) -> Judgement:
    names = " or ".join(map(language_name, heading.languages))
    evidence = (f"{_quoted(heading.words)}: {names}, not {language_name(context.prose.language)}",)
    return _disagree(heading.language, "Latn", HEADING_WORD, evidence, context)


def _quoted(words: Iterable[str]) -> str:
    shown = list(dict.fromkeys(words))
    return ", ".join(f"'{word}'" for word in shown[:_SHOWN_WORDS]) + ", …" * (len(shown) > _SHOWN_WORDS)
