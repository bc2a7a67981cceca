"""Records, refusals and their manifest: together on the disk, or as a stream."""

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from ingest.errors import OutputError
from ingest.sinks.jsonl import PIECE_BYTES, Targets, json_lines
from ingest.sinks.manifest import Summary

SUMMARY = Summary("1.2.3", {"collection": None}, {"LG001": 2, "FM003": 1}, {"hidden": 4})


def export(targets: Targets) -> None:
    with json_lines(targets) as lines:
        lines.records.write(b'{"a":1}\n')
        lines.rejected.write(b'{"b":2}\n')
        lines.records.write(b'{"c":3}\n')
        lines.finish(SUMMARY)


def digest(path: Path) -> str:
    return "sha256:" + hashlib.sha256(path.read_bytes()).hexdigest()


def test_three_files_appear(tmp_path: Path) -> None:
    export(Targets.beside(str(tmp_path / "records.jsonl")))
    records, rejected = tmp_path / "records.jsonl", tmp_path / "records.rejected.jsonl"
    assert records.read_bytes() == b'{"a":1}\n{"c":3}\n'
    assert rejected.read_bytes() == b'{"b":2}\n'
    assert json.loads((tmp_path / "records.manifest.json").read_text()) == {
        "manifest_version": "1.0",
        "tool": {"name": "ingest", "version": "1.2.3"},
        "options": {"collection": None},
        "counts": {"records": 2, "refusals": 1, "skipped": {"hidden": 4}, "findings": {"FM003": 1, "LG001": 2}},
        "files": [
            {"name": "records.jsonl", "lines": 2, "digest": digest(records)},
            {"name": "records.rejected.jsonl", "lines": 1, "digest": digest(rejected)},
        ],
    }
    assert len(list(tmp_path.iterdir())) == 3


def test_the_manifest_is_the_same_in_every_folder_and_order(tmp_path: Path) -> None:
    contents = []
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        export(Targets.beside(str(tmp_path / name / "records.jsonl")))
        contents.append((tmp_path / name / "records.manifest.json").read_bytes())
    assert contents[0] == contents[1]
    assert str(tmp_path).encode() not in contents[0]


@pytest.mark.parametrize(
    ("records", "rejected", "targets"),
    [
        ("out/r.jsonl", None, Targets("out/r.jsonl", "out/r.rejected.jsonl", "out/r.manifest.json")),
        ("r.ndjson", "bad.jsonl", Targets("r.ndjson", "bad.jsonl", "r.manifest.json")),
        ("r", None, Targets("r", "r.rejected.jsonl", "r.manifest.json")),
        ("r.gz.txt", None, Targets("r.gz.txt", "r.gz.txt.rejected.jsonl", "r.gz.txt.manifest.json")),
        (None, None, Targets(None, None, None)),
        (None, "bad.jsonl", Targets(None, "bad.jsonl", None)),
        (os.devnull, None, Targets(os.devnull, None, None)),
    ],
)
def test_what_stands_beside_the_records(records: str | None, rejected: str | None, targets: Targets) -> None:
    assert Targets.beside(records, rejected) == targets


def break_off(targets: Targets, error: BaseException) -> None:
    with json_lines(targets) as lines:
        lines.records.write(b"new\n")
        raise error


def test_all_old_files_stand_when_a_run_breaks_off(tmp_path: Path) -> None:
    targets = Targets.beside(str(tmp_path / "records.jsonl"))
    export(targets)
    before = {path: path.read_bytes() for path in tmp_path.iterdir()}
    with pytest.raises(KeyboardInterrupt):
        break_off(targets, KeyboardInterrupt())
    assert {path: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_nothing_appears_when_one_of_the_files_cannot_be_written(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="cannot write"):
        export(Targets(str(tmp_path / "records.jsonl"), str(tmp_path / "missing/rejected.jsonl")))
    assert list(tmp_path.iterdir()) == []


def test_records_on_standard_output(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    export(Targets(None))
    assert capfdbinary.readouterr().out == b'{"a":1}\n{"c":3}\n'


STREAM = """
import sys
from ingest.errors import OutputError
from ingest.sinks.jsonl import PIECE_BYTES, Targets, json_lines

try:
    with json_lines(Targets.beside(None, sys.argv[1])) as lines:
        lines.rejected.write(b"refusal\\n")
        for _ in range(100_000):
            lines.records.write(b"x" * 99 + b"\\n")
    print("reader gone:", lines.reader_gone, file=sys.stderr)
except OutputError as error:
    print(error, file=sys.stderr)
    sys.exit(error.exit_code)
"""


def test_a_reader_that_leaves_ends_the_run_quietly(tmp_path: Path) -> None:
    command = [sys.executable, "-c", STREAM, str(tmp_path / "rejected.jsonl")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline() == b"x" * 99 + b"\n"
        process.stdout.close()
        assert process.stderr.read() == b"reader gone: True\n"
    assert process.returncode == 0
    assert list(tmp_path.iterdir()) == [], "half of the refusals would pass for all of them"


def test_a_full_standard_output(tmp_path: Path) -> None:
    command = [sys.executable, "-c", STREAM, str(tmp_path / "rejected.jsonl")]
    with Path("/dev/full").open("wb") as full:
        process = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False)
    assert (process.returncode, process.stderr) == (3, b"cannot write standard output: No space left on device\n")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("length", [0, 1, PIECE_BYTES - 1, PIECE_BYTES, 3 * PIECE_BYTES])
def test_lines_of_any_length_arrive_in_order(tmp_path: Path, length: int) -> None:
    expected = [b"%d" % number + b"x" * length + b"\n" for number in range(5)]
    with json_lines(Targets.beside(str(tmp_path / "a.jsonl"))) as lines:
        for line in expected:
            lines.records.write(line)
        lines.finish(SUMMARY)
    assert (tmp_path / "a.jsonl").read_bytes() == b"".join(expected)
    (records, _) = json.loads((tmp_path / "a.manifest.json").read_text())["files"]
    assert records == {"name": "a.jsonl", "lines": 5, "digest": digest(tmp_path / "a.jsonl")}


def test_lines_are_written_without_a_summary_too(tmp_path: Path) -> None:
    with json_lines(Targets(str(tmp_path / "a.jsonl"))) as lines:
        lines.records.write(b"{}\n")
    assert (tmp_path / "a.jsonl").read_bytes() == b"{}\n"
