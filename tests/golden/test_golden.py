"""The records, refusals and manifest of the samples, byte by byte: what makes the tool faster does not make it other.

Where a change is meant to change results, write the files again and read their diff:

    .venv/bin/ingest export samples --no-cache --quiet --fail-on never --output tests/golden/records.jsonl
"""

import difflib
import json
from pathlib import Path

import pytest

from ingest.cli.main import run

GOLDEN = Path(__file__).parent
SAMPLES = GOLDEN.parents[1] / "samples"
NAMES = ("records.jsonl", "records.rejected.jsonl", "records.manifest.json")


@pytest.fixture(scope="module", params=["1", "2"])
def written(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a fresh export, by one process and by two."""
    folder = tmp_path_factory.mktemp("golden")
    options = ("--no-cache", "--quiet", "--fail-on", "never", "--workers", request.param)
    assert run(["export", str(SAMPLES), *options, "--output", str(folder / "records.jsonl")]) == 0
    return folder


@pytest.mark.parametrize("name", NAMES)
def test_the_samples_give_the_golden_bytes(written: Path, name: str) -> None:
    found, golden = (written / name).read_bytes(), (GOLDEN / name).read_bytes()
    assert found == golden or not (differences := difference(golden, found)), differences


def difference(golden: bytes, found: bytes) -> str:
    """Return what differs, key by key: the lines themselves are too long to be read."""
    before, after = ([*map(readable, data.splitlines(keepends=True))] for data in (golden, found))
    lines = difflib.unified_diff("".join(before).splitlines(), "".join(after).splitlines(), "golden", "found", n=1)
    return "\n".join(list(lines)[:200]) or "white space"


def readable(line: bytes) -> str:
    try:
        return json.dumps(json.loads(line), ensure_ascii=False, indent=1) + "\n"
    except ValueError:
        return line.decode()
