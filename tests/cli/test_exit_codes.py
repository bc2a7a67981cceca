"""0 clean, 1 findings, 2 wrong usage or no article, 3 output cannot be written; words, never a traceback."""

import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from command import ARTICLE, BROKEN, LIMIT_SECONDS, Command

Run = Callable[..., Any]

TITLE = "城市图书馆为什么在午夜开门"
LANGUAGE = f"---\ntitle: {TITLE}\n---\n\n{'The reading room stays open until two at night. ' * 8}\n"
NO_ARTICLE = "---\ntitle: 'None'\n---\n\nNone\n"
FILES = {"clean.md": ARTICLE, "error.md": BROKEN, "warning.md": LANGUAGE, "refused.md": NO_ARTICLE}


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ("check clean.md", 0),
        ("check warning.md", 1),
        ("check error.md", 1),
        ("check refused.md", 1),
        ("check warning.md --fail-on error", 0),
        ("check error.md --fail-on never", 0),
        ("check error.md --exit-zero", 0),
        ("check error.md --ignore FM", 0),
        ("check warning.md --diff", 0),
        ("check error.md --diff", 1),
        ("check error.md --fix", 0),
        ("check error.md --fix --exit-non-zero-on-fix", 1),
        ("export clean.md", 0),
        ("export warning.md", 0),
        ("export warning.md --fail-on warning", 1),
        ("export error.md", 1),
        ("export refused.md", 1),
        ("export refused.md --fail-on never", 0),
        ("explain LG001 warning.md", 0),
        ("rules", 0),
        ("schema record", 0),
        ("--help", 0),
    ],
)
def test_a_run_that_works(cli: Command, here: Run, arguments: str, code: int) -> None:
    for name, text in FILES.items():
        cli.write(name, text)
    result = here(*arguments.split())
    assert result.code == code, result.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ("", "usage: ingest COMMAND"),
        ("chek .", "invalid choice: 'chek'"),
        ("check", "no SRC"),
        ("check --fi clean.md", "unrecognized arguments: --fi"),
        ("check none.md", "'none.md': No such file"),
        ("check *.txt", "'*.txt': no article matches"),
        ("check empty", "no article found (there are no files)"),
        ("check texts", "no article found (1 not an article)"),
        ("export texts", "no article found (1 not an article)"),
        ("check @none", "@none: No such file"),
        ("check clean.md --select XX1", "no rule is called 'XX1'"),
        ("export clean.md --ignore no-such-rule", "no rule is called 'no-such-rule'"),
        ("check clean.md --languages klingon!", "'klingon!' is no language"),
        ("check clean.md --workers 0", "at least one is needed"),
        ("check clean.md --output-format colourful", "invalid choice: 'colourful'"),
        ("check clean.md --config none.toml", "--config none.toml: No such file"),
        ("check clean.md --baseline none.json", "--baseline none.json: No such file"),
        ("check clean.md --baseline clean.md", "clean.md"),
        ("explain XX001", "no rule is called 'XX001'"),
        ("explain LG", "names 6 rules"),
        ("explain LG001 none.md", "none.md: no such file"),
        ("schema nothing", "invalid choice: 'nothing'"),
        ("cache clean none", "'none' is no folder"),
    ],
)
def test_a_command_line_that_means_nothing(cli: Command, here: Run, arguments: str, said: str) -> None:
    cli.write("clean.md")
    cli.write("texts/notes.txt")
    (cli.folder / "empty").mkdir()
    result = here(*arguments.split())
    assert (result.code, result.out) == (2, "")
    assert said in result.err


@pytest.mark.parametrize(
    "arguments",
    [
        "export clean.md --output clean.md/records.jsonl",
        "export clean.md --output none/records.jsonl",
        "export clean.md --output records.jsonl --rejected clean.md/refusals.jsonl",
        "export clean.md --output same.jsonl --rejected same.jsonl",
        "check clean.md --write-baseline clean.md/known.json",
        "schema record --output clean.md",
    ],
)
def test_an_output_that_cannot_be_written(cli: Command, here: Run, arguments: str) -> None:
    cli.write("clean.md")
    result = here(*arguments.split())
    assert (result.code, result.out) == (3, "")
    assert result.err.startswith("ingest: ")
    assert {path.name for path in cli.folder.iterdir()} - {".ingest_cache"} == {"clean.md"}


@pytest.mark.parametrize(
    ("arguments", "code"),
    [("--version", 0), ("check clean.md", 0), ("check error.md", 1), ("check", 2), ("export - -o clean.md/x", 3)],
)
def test_a_process_ends_with_the_code(cli: Command, arguments: str, code: int) -> None:
    cli.write("clean.md")
    cli.write("error.md", BROKEN)
    result = cli(*arguments.split(), stdin=ARTICLE.encode())
    assert result.returncode == code
    assert b"Traceback" not in result.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no device here that is always full")
@pytest.mark.parametrize("arguments", ["check error.md", "export error.md", "rules", "--help"])
def test_a_full_disk_behind_standard_output(cli: Command, arguments: str) -> None:
    cli.write("error.md", BROKEN)
    with Path("/dev/full").open("wb") as full:
        result = cli.start(*arguments.split(), stdout=full, stderr=subprocess.PIPE)
        _, said = result.communicate(timeout=LIMIT_SECONDS)
    assert result.returncode == 3
    assert said.startswith(b"ingest: ")
    assert b"No space left" in said
    assert b"Traceback" not in said
    assert b"Exception" not in said
