"""The detectors that tell languages of one script apart, behind one function."""

import math
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any, TypeAlias

from ingest.errors import IngestError

Scores: TypeAlias = dict[str, float]
LENDER = "en"
"""The language that every other borrows from, and that names and products look like."""
_LEAST = 1e-9
"""Probability below which a detector's answers carry no information."""


def likelihoods(words: Sequence[str], candidates: tuple[str, ...], detector: str) -> Scores:
    """Return the log-likelihood of lower-case words in each candidate, in nats; only differences mean something.

    Raises:
        IngestError: the detector is unknown or its extra is not installed.
    """
    try:
        score = _DETECTORS[detector]
    except KeyError:
        known = ", ".join(sorted(_DETECTORS))
        raise IngestError(f"Unknown detector {detector!r}; known are {known}.") from None
    return score(words, candidates)


def best(scores: Scores) -> tuple[str, float]:
    """Return the likeliest language and its lead over the next in nats (infinite without a rival)."""
    values = sorted(scores.values())
    language = min([language for language, value in scores.items() if value == values[-1]])
    return language, values[-1] - values[-2] if len(values) > 1 else math.inf


def _by_profiles(words: Sequence[str], candidates: tuple[str, ...]) -> Scores:
    from ingest.language import profiles  # noqa: PLC0415 - a folder whose scripts decide never loads a model

    return profiles.score(words, candidates)


def _by_lingua(words: Sequence[str], candidates: tuple[str, ...]) -> Scores:
    text = " ".join(words)
    found = {
        _lingua_code(value.language): value.value
        for value in _lingua(candidates).compute_language_confidence_values(text)
    }
    return {language: math.log(found.get(language, 0.0) + _LEAST) for language in candidates}


def _lingua_code(language: Any) -> str:  # noqa: ANN401 - lingua ships no types
    code = str(language.iso_code_639_1.name).lower()
    return "no" if code == "nb" else code


@lru_cache(maxsize=8)
def _lingua(candidates: tuple[str, ...]) -> Any:  # noqa: ANN401 - lingua ships no types
    try:
        import lingua  # noqa: PLC0415 - an optional extra
    except ImportError:
        raise IngestError("The detector `lingua` needs its extra: pip install 'bilingual-ingest[lingua]'.") from None
    codes = {"NB" if language == "no" else language.upper() for language in candidates}
    chosen = [language for language in lingua.Language.all() if language.iso_code_639_1.name in codes]
    return lingua.LanguageDetectorBuilder.from_languages(*chosen).build()


def _by_py3langid(words: Sequence[str], candidates: tuple[str, ...]) -> Scores:
    ranking = {language: float(value) for language, value in _py3langid(candidates).rank(" ".join(words))}
    least = min(ranking.values(), default=0.0)
    return {language: ranking.get(language, least) for language in candidates}


@lru_cache(maxsize=8)
def _py3langid(candidates: tuple[str, ...]) -> Any:  # noqa: ANN401 - py3langid ships no types
    try:
        from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415 - an optional extra
    except ImportError:
        message = "The detector `py3langid` needs its extra: pip install 'bilingual-ingest[py3langid]'."
        raise IngestError(message) from None
    load = getattr(LanguageIdentifier, "from_model_file", None) or LanguageIdentifier.from_pickled_model  # 0.4, 0.3
    identifier = load(MODEL_FILE)
    identifier.set_languages(list(candidates))
    return identifier


_DETECTORS: dict[str, Callable[[Sequence[str], tuple[str, ...]], Scores]] = {
    "lingua": _by_lingua,
    "profiles": _by_profiles,
    "py3langid": _by_py3langid,
}
