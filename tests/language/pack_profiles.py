"""Writes `ingest/language/profiles.bin` out of the profiles that langdetect ships.

python tests/language/pack_profiles.py
"""

import json
import sys
from array import array
from importlib.util import find_spec
from pathlib import Path

from ingest.language import profile_table
from ingest.language.candidates import LANGUAGES_OF_SCRIPT
from ingest.language.profile_table import FILE_NAME, number_of

LANGUAGES = sorted(language for group in LANGUAGES_OF_SCRIPT.values() if len(group) > 1 for language in group)


def packed() -> bytes:
    """Return the content of the file."""
    rows: dict[int, dict[int, int]] = {}
    totals = []
    for index, language in enumerate(LANGUAGES):
        counts, sums = profile_of(language)
        totals.append(sums)
        for gram, count in counts.items():
            rows.setdefault(number_of(gram), {})[index] = count
    ordered = [rows[number] for number in sorted(rows)]
    ends, end = [], 0
    for row in ordered:
        end += len(row)
        ends.append(end)
    arrays = (
        array("Q", sorted(rows)),
        array("I", ends),
        array("B", [owner for row in ordered for owner in row]),
        array("I", [count for row in ordered for count in row.values()]),
    )
    if sys.byteorder == "big":
        for numbers in arrays:
            numbers.byteswap()
    head = (" ".join(LANGUAGES), " ".join(",".join(map(str, sums)) for sums in totals), str(len(ordered)))
    return "".join(f"{line}\n" for line in head).encode() + b"".join(numbers.tobytes() for numbers in arrays)


def profile_of(language: str) -> tuple[dict[str, int], list[int]]:
    """Return how often each n-gram stands in a language's sample, in lower case, and the sums by length."""
    spec = find_spec("langdetect")
    assert spec
    assert spec.submodule_search_locations
    profile = json.loads((Path(spec.submodule_search_locations[0]) / "profiles" / language).read_bytes())
    counts: dict[str, int] = {}
    for gram, count in profile["freq"].items():
        lower = gram.lower()
        if len(lower) == len(gram):  # the Turkish İ becomes two letters
            counts[lower] = counts.get(lower, 0) + count
    return counts, profile["n_words"]


if __name__ == "__main__":
    Path(profile_table.__file__).with_name(FILE_NAME).write_bytes(packed())
