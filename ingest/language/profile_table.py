"""The letter profiles that langdetect ships, packed into one file that is ready without being parsed.

To parse the thirty profiles of the Latin script and to index their n-grams takes as long as everything else that a
check of one English article does. `profiles.bin` holds the same numbers: two lines of text (the languages; for each the
sums of its single letters, pairs and triples), the number of n-grams, and four arrays, little-endian: the n-grams in
order as numbers, where the entries of each end, and of every entry its language and count. It is written by
`tests/language/pack_profiles.py` out of langdetect 1.0.9 (Apache License 2.0).
"""

import math
import os
import sys
from array import array
from bisect import bisect_left
from functools import lru_cache
from typing import NamedTuple

FLOOR = 1e-4
"""Probability of an n-gram that a profile has not seen."""
ORDER_WEIGHTS = (0.1, 0.3, 0.6)
"""Weights of single letters, pairs and triples: they overlap, so together they count as one."""
FILE_NAME = "profiles.bin"
CODE_POINT_BITS = 21
MOST_ROWS = 1 << 17
"""N-grams that are kept; there are 25,000, and the rest is what no language writes."""

Row = tuple[tuple[int, float], ...]


class Profiles(NamedTuple):
    """All profiles: `grams` in order, `ends` of their entries, and of each entry the language and how often."""

    languages: tuple[str, ...]
    totals: tuple[tuple[int, ...], ...]
    grams: "array[int]"
    ends: "array[int]"
    owners: "array[int]"
    counts: "array[int]"


class Rows(dict[str, Row]):
    """For every n-gram, how many nats more likely than an unseen one it is in each of some languages, by index."""

    def __init__(self, languages: tuple[str, ...]) -> None:
        super().__init__()
        self._profiles = profiles = read_profiles()
        self._columns = {profiles.languages.index(language): index for index, language in enumerate(languages)}
        self._scales = [[1.0 / (FLOOR * total) for total in totals] for totals in profiles.totals]

    def __missing__(self, gram: str) -> Row:
        """Return the row of an n-gram that is looked up for the first time."""
        row = tuple(self._row(gram))
        if len(self) < MOST_ROWS:
            self[gram] = row
        return row

    def _row(self, gram: str) -> list[tuple[int, float]]:
        profiles, number = self._profiles, number_of(gram)
        place = bisect_left(profiles.grams, number)
        if place == len(profiles.grams) or profiles.grams[place] != number:
            return []
        size = len(gram) - 1
        return [
            (column, ORDER_WEIGHTS[size] * math.log1p(profiles.counts[entry] * self._scales[owner][size]))
            for entry in range(profiles.ends[place - 1] if place else 0, profiles.ends[place])
            if (column := self._columns.get(owner := profiles.owners[entry])) is not None
        ]


def number_of(gram: str) -> int:
    """Return an n-gram of at most three characters as a number."""
    number = 0
    for character in gram:
        number = number << CODE_POINT_BITS | ord(character)
    return number


@lru_cache(maxsize=1)
def read_profiles() -> Profiles:
    """Return what the file beside this module holds."""
    path = os.path.join(os.path.dirname(__file__), FILE_NAME)  # noqa: PTH118, PTH120 - the cold start
    with open(path, "rb") as file:  # noqa: PTH123 - same
        languages = file.readline().decode("ascii").split()
        totals = [tuple(map(int, sums.split(","))) for sums in file.readline().decode("ascii").split()]
        grams = int(file.readline())
        arrays = [_array("Q", file.read(8 * grams)), _array("I", file.read(4 * grams))]
        entries = arrays[1][-1]
        arrays += [_array("B", file.read(entries)), _array("I", file.read(4 * entries))]
    return Profiles(tuple(languages), tuple(totals), *arrays)


def _array(typecode: str, data: bytes) -> "array[int]":
    numbers = array(typecode, data)
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers
