"""Which languages a script can be in."""

from functools import lru_cache

# The languages that langdetect ships profiles of, by script; its zh-cn and zh-tw are one language in two scripts.
LANGUAGES_OF_SCRIPT: dict[str, tuple[str, ...]] = {
    "Latn": (
        "af", "ca", "cs", "cy", "da", "de", "en", "es", "et", "fi", "fr", "hr", "hu", "id", "it", "lt", "lv", "nl",
        "no", "pl", "pt", "ro", "sk", "sl", "so", "sq", "sv", "sw", "tl", "tr", "vi",
    ),
    "Cyrl": ("bg", "mk", "ru", "uk"),
    "Arab": ("ar", "fa", "ur"),
    "Deva": ("hi", "mr", "ne"),
    "Beng": ("bn",),
    "Grek": ("el",),
    "Gujr": ("gu",), "Guru": ("pa",), "Hebr": ("he",), "Knda": ("kn",), "Mlym": ("ml",),
    "Taml": ("ta",), "Telu": ("te",), "Thai": ("th",), "Hani": ("zh",), "Jpan": ("ja",), "Kore": ("ko",),
}  # fmt: skip
LANGUAGES: frozenset[str] = frozenset(language for group in LANGUAGES_OF_SCRIPT.values() for language in group)
_OWN_SCRIPT = {"Hani": "zh", "Jpan": "ja", "Kore": "ko"}


@lru_cache(maxsize=256)
def candidates_in(script: str, candidates: tuple[str, ...]) -> tuple[str, ...]:
    """Return the languages of `candidates` (all, where empty) that write `script`, in alphabetical order.

    Kana, Hangul and Han name their language even where it is no candidate.
    """
    if script in _OWN_SCRIPT:
        return (_OWN_SCRIPT[script],)
    known = LANGUAGES_OF_SCRIPT.get(script, ())
    if not candidates:
        return known
    return tuple(language for language in known if language in candidates)
