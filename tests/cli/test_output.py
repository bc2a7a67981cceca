"""What is written: whole or not at all, the same bytes everywhere, and quiet where the reader has gone."""

import json
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from command import BROKEN, LIMIT_SECONDS, Command

SAMPLES = Path(__file__).parents[2] / "samples"
OUTPUTS = ("records.jsonl", "records.rejected.jsonl", "records.manifest.json")
MANY = 800
"""Articles whose findings fill a pipe and the buffers at both its ends: 128 kB each from Python 3.14 on."""


def exported(cli: Command, *arguments: str) -> list[bytes]:
    """Return the three files that an export of the samples writes."""
    result = cli("export", SAMPLES, "--no-cache", "--output", "records.jsonl", "--fail-on", "never", *arguments)
    assert result.returncode == 0, result.stderr
    return [(cli.folder / name).read_bytes() for name in OUTPUTS]


def test_the_same_bytes_for_every_number_of_workers_zone_locale_and_hash(cli: Command) -> None:
    alone = exported(cli, "--workers", "1")
    chinese = cli.under(TZ="Asia/Shanghai", LC_ALL="zh_CN.GB18030", PYTHONHASHSEED="1")
    assert exported(chinese, "--workers", "2") == alone
    strange = cli.under(TZ="America/St_Johns", LC_ALL="C", PYTHONHASHSEED="2", PYTHONIOENCODING="latin-1")
    assert exported(strange, "--workers", "3") == alone


@pytest.mark.parametrize("output_format", ["full", "json", "junit"])
def test_findings_are_the_same_bytes_too(cli: Command, output_format: str) -> None:
    shutil.copytree(SAMPLES, cli.folder / "samples")
    arguments = ("check", "samples", "--output-format", output_format)
    plain = cli.under(PYTHONHASHSEED="1")(*arguments, "--workers", "1")
    strange = cli.under(LC_ALL="C", TZ="Asia/Kathmandu", PYTHONHASHSEED="2", PYTHONIOENCODING="ascii")
    assert strange(*arguments, "--workers", "2").stdout == plain.stdout
    assert strange(*arguments).stdout == plain.stdout  # from the cache
    assert plain.returncode == 1
    assert "标题" in plain.stdout.decode()


def test_the_manifest_says_what_was_written(cli: Command) -> None:
    records, refusals, manifest = exported(cli)
    written = json.loads(manifest)
    assert written["counts"]["records"] == len(records.splitlines())
    assert written["counts"]["refusals"] == len(refusals.splitlines())
    assert sum(written["counts"]["findings"].values()) > len(records.splitlines()) / 4


def test_an_old_output_stays_until_the_new_one_is_whole(cli: Command) -> None:
    cli.write("records.jsonl", "the old records\n")
    cli.write("a.md")
    cli.write("broken.toml", "colour = 1\n")
    assert cli("export", ".", "--config", "broken.toml", "-o", "records.jsonl").returncode == 2
    assert cli("export", ".", "-o", "records.jsonl", "--rejected", "a.md/x").returncode == 3
    assert (cli.folder / "records.jsonl").read_text() == "the old records\n"
    assert sorted(path.name for path in cli.folder.iterdir()) == ["a.md", "broken.toml", "records.jsonl"]


@pytest.mark.parametrize("command", ["check", "export"])
def test_a_reader_that_leaves_gets_no_traceback(cli: Command, command: str) -> None:
    for number in range(MANY):
        cli.write(f"{number}.md", BROKEN)
    with cli.start(command, ".", "-q", stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        code = process.wait(LIMIT_SECONDS)
    assert code in {0, 128 + signal.SIGPIPE}


def test_an_interrupted_run_leaves_the_old_output(cli: Command) -> None:
    """The site's own model is loaded before any file is read: there the run is held until it is interrupted."""
    cli.write("records.jsonl", "the old records\n")
    cli.write("a.md")
    cli.write("ingest.toml", 'metadata_model = "waiting:Post"\n')
    cli.write("waiting.py", "import sys\nprint('found', file=sys.stderr, flush=True)\nsys.stdin.read()\n")
    with cli.start("export", ".", "-o", "records.jsonl", stdin=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stderr.readline() == b"found\n"
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=LIMIT_SECONDS)
    assert (process.returncode, said) == (130, b"ingest: interrupted\n")
    assert (cli.folder / "records.jsonl").read_text() == "the old records\n"


@pytest.mark.parametrize(("closed", "code"), [("<&-", 1), (">&-", 3), ("2>&-", 1), (">&- 2>&-", 3)])
def test_streams_that_are_closed_from_the_start(cli: Command, closed: str, code: int) -> None:
    cli.write("a.md", BROKEN)
    script = f'exec "$0" -m ingest check a.md {closed}'
    result = subprocess.run(
        ["/bin/sh", "-c", script, sys.executable],
        cwd=cli.folder,
        env=cli.environ,
        capture_output=True,
        timeout=LIMIT_SECONDS,
        check=False,
    )
    assert result.returncode == code
    assert b"Traceback" not in result.stderr
