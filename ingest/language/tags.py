"""Language tags as people write them, and as BCP 47 (RFC 5646) has them."""

import re
import unicodedata
from functools import lru_cache

from ingest.language.names import ISO_639_1, ISO_639_3, TAG_OF_NAME

# language[-Script][-REGION][-variant…]: RFC 5646 §2.1 without extensions, of which no site's language needs any.
_TAG = re.compile(r"([a-z]{2,3})(?:-([a-z]{4}))?(?:-([a-z]{2}|[0-9]{3}))?((?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*)")
_POSIX_TAIL = re.compile(r"[.@].*", re.DOTALL)
_LONGEST = 40
_REGIONS = {"UK": "GB"}
_SAME = {
    "nb": "no", "nn": "no", "fil": "tl", "cmn": "zh", "yue": "zh", "wuu": "zh", "nan": "zh", "lzh": "zh",
    "iw": "he", "in": "id",
}  # fmt: skip
_TRADITIONAL_REGIONS = frozenset({"TW", "HK", "MO"})
_SIMPLIFIED_REGIONS = frozenset({"CN", "SG", "MY"})


@lru_cache(maxsize=1024)
def normalise_tag(text: str) -> str | None:
    """Return a declared language as BCP 47 in canonical case, `None` where it is none.

    Takes tags (`zh_CN`, `zh-cn`, `EN-us`, `en_GB.UTF-8`), codes that are often
    mistaken for tags (`cn`, `jp`, `eng`) and names (`chinese`, `English`,
    `简体中文`). What is declared is kept: `zh_CN` is `zh-CN`, not `zh-Hans`.
    """
    if len(text) > _LONGEST:
        return None
    folded = unicodedata.normalize("NFKC", text).strip().lower().replace("_", "-")
    if folded in TAG_OF_NAME:
        return TAG_OF_NAME[folded]
    match = _TAG.fullmatch(_POSIX_TAIL.sub("", folded))
    if match is None:
        return None
    language, script, region, variants = match.groups()
    if language not in ISO_639_1 and language not in ISO_639_3:
        known = TAG_OF_NAME.get(language)
        if known is None or "-" in known:
            return None
        language = known
    parts = [language]
    if script:
        parts.append(script.title())
    if region:
        parts.append(_REGIONS.get(region.upper(), region.upper()))
    return "-".join(parts) + variants


def primary(tag: str) -> str:
    """Return the language of a tag as detectors name it: `zh-TW` and `yue` are `zh`, `nb` is `no`."""
    language = tag.partition("-")[0]
    return _SAME.get(language, language)


def chinese_variant(tag: str) -> str | None:
    """Return the variant of Chinese that a tag asks for by script or region: `zh-Hans`, `zh-Hant` or `None`."""
    if primary(tag) != "zh":
        return None
    subtags = tag.split("-")[1:]
    if "Hant" in subtags:
        return "zh-Hant"
    if "Hans" in subtags:
        return "zh-Hans"
    if _TRADITIONAL_REGIONS.intersection(subtags):
        return "zh-Hant"
    return "zh-Hans" if _SIMPLIFIED_REGIONS.intersection(subtags) else None
