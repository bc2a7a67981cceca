"""The packed profiles are langdetect's, number for number."""

import math
import sys
from pathlib import Path

import pytest

from ingest.language import profile_table
from ingest.language.profile_table import FILE_NAME, FLOOR, ORDER_WEIGHTS, Rows, read_profiles

sys.path.insert(0, str(Path(__file__).parent))

from pack_profiles import LANGUAGES, packed, profile_of


def test_the_file_is_what_langdetect_ships() -> None:
    assert Path(profile_table.__file__).with_name(FILE_NAME).read_bytes() == packed()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_count_of_a_profile_is_found_again(language: str) -> None:
    counts, totals = profile_of(language)
    rows = Rows(("en", language) if language != "en" else ("fr", "en"))
    found = {gram: value for gram in counts for index, value in rows[gram] if index == 1}
    assert found == {
        gram: ORDER_WEIGHTS[len(gram) - 1] * math.log1p(count * (1.0 / (FLOOR * totals[len(gram) - 1])))
        for gram, count in counts.items()
    }


@pytest.mark.parametrize("gram", ["qzx", "\U0010ffff", "\U0010ffff" * 3, "\0"])
def test_an_ngram_that_no_language_writes(gram: str) -> None:
    assert Rows(("de", "en"))[gram] == ()


def test_what_is_kept_of_unknown_ngrams_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(profile_table, "MOST_ROWS", 10)
    rows = Rows(("de", "en"))
    assert all(rows[f"q{number:x}"[:3]] is not None for number in range(100))
    assert len(rows) == 10


def test_the_languages_are_those_that_share_a_script() -> None:
    assert list(read_profiles().languages) == LANGUAGES
