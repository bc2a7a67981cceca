"""The declared language: kept as the author wrote it, and reported where no BCP 47 language can be meant by it."""

import re
from functools import lru_cache

from ingest.findings.codes import SC003
from ingest.metadata.occurrences import Occurrence
from ingest.metadata.problems import Problem, Reading
from ingest.metadata.text import shown
from ingest.metadata.texts import read_text

# RFC 5646 §2.1: subtags of one to eight letters or digits. ISO 639-3 names 7,900 languages with three letters each:
# every such code is taken for one. `x-…` and `i-…` are private and registered tags. Compiled when it is asked for.
_WELL_FORMED = r"(?:[a-z]{3}|(?P<two>[a-z]{2})|[xi](?=-))(?:-[a-z0-9]{1,8}){0,8}"
_LONGEST = 80
# Codes of countries, written for the language that is spoken there.
_OF_COUNTRY = {"gb": "en-GB", "us": "en-US", "au": "en-AU", "nz": "en-NZ", "at": "de-AT", "mx": "es-MX", "in": "hi"}
_EXAMPLES = "`en` or `zh-Hans`"


def read_language(occurrence: Occurrence) -> Reading[str]:
    """Return the declared language as written, with SC003 where it is the name or code of none."""
    reading = read_text(occurrence)
    problem = reading.value and _problem(reading.value)
    return Reading(reading.value, (Problem(SC003, problem),)) if problem else reading


@lru_cache(maxsize=256)
def _problem(text: str) -> str:
    """Return what is wrong with a declared language, empty where nothing is."""
    from ingest.language.names import ISO_639_1  # noqa: PLC0415 - many files declare no language
    from ingest.language.tags import normalise_tag  # noqa: PLC0415 - same

    if normalise_tag(text) is not None:
        return ""
    folded = text.lower().replace("_", "-")
    tag = re.fullmatch(_WELL_FORMED, folded) if len(folded) <= _LONGEST else None
    if tag is not None and (tag["two"] is None or tag["two"] in ISO_639_1):
        return ""
    meant = f"`{_OF_COUNTRY[folded]}`" if folded in _OF_COUNTRY else _EXAMPLES
    return f"{shown(text)} is no BCP 47 language; write a tag such as {meant}, or take the key out"
