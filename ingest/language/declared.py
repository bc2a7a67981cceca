"""What front matter and path say about the language, against what the body is in."""

from ingest.language.body import Prose, confidence_of, describe, likelier
from ingest.language.candidates import LANGUAGES, LANGUAGES_OF_SCRIPT, candidates_in
from ingest.language.detectors import likelihoods
from ingest.language.model import Mismatch, Verdict
from ingest.language.options import LanguageOptions
from ingest.language.tags import primary
from ingest.language.words import words_of

LEAST_WORDS = 8.0
"""Word equivalents of prose that a body needs before it contradicts what somebody declared."""
DECLARED_RATIO = 15.0
"""Nats by which a body must be likelier in another language of the declared one's script."""
_SCRIPT_OF = {language: script for script, languages in LANGUAGES_OF_SCRIPT.items() for language in languages}
_EAST_ASIAN = frozenset({"Hani", "Jpan", "Kore"})


def contradict(tag: str, prose: Prose, body: Verdict, options: LanguageOptions) -> Mismatch | None:
    """Return how a body disagrees with the language that a tag says it is in.

    Languages that no detector here knows (Galician, Serbian) are contradicted
    by another script only: their next relative would be taken for them.
    """
    language = primary(tag)
    words = prose.words
    if words < LEAST_WORDS or prose.script == "Zyyy" or language == prose.language:
        return None
    declared_script = _SCRIPT_OF.get(language)
    evidence = (describe(prose.counts),)
    if declared_script is None:
        if prose.script not in _EAST_ASIAN or language in _SEVERAL_SCRIPTS:
            return None
    elif declared_script == prose.script:
        return _same_script(tag, prose, body, options)
    return Mismatch(body.language, tag, confidence_of(words), evidence)


_SEVERAL_SCRIPTS = frozenset({"za", "mn", "ii"})


def _same_script(tag: str, prose: Prose, body: Verdict, options: LanguageOptions) -> Mismatch | None:
    language = primary(tag)
    if prose.language not in LANGUAGES:
        return None
    candidates = tuple(sorted({language, *candidates_in(prose.script, options.candidates)}))
    scores = likelihoods(words_of(prose.text[:SAMPLE]), candidates, options.detector)
    lead = scores[prose.language] - scores[language]
    if lead < DECLARED_RATIO:
        return None
    evidence = (describe(prose.counts), likelier(prose.language, language, lead))
    return Mismatch(body.language, tag, confidence_of(lead), evidence)


SAMPLE = 1200
"""Characters of the body that the model reads."""
