"""What the READMEs show is what happens: every command and every line of Python in them is run."""

import doctest
import json
import os
import shutil
import subprocess
import sys
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
import yaml
from blocks import PROJECT, READMES, RUN, SHELLS, Block, blocks_of, calls_of, text_of

import ingest
from ingest.cli.main import COMMANDS
from ingest.config import Config, RuleConfig
from ingest.reporters import REPORTERS
from ingest.source import Limits

CALLS = {(page, call): None for page in READMES for block in blocks_of(page, *SHELLS) for call in calls_of(block)}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Go to a copy of the samples, with the command on the path."""
    shutil.copytree(PROJECT / "samples", tmp_path / "samples")
    command = tmp_path / "bin" / "ingest"
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m ingest "$@"\n')
    command.chmod(0o755)
    monkeypatch.setenv("PATH", f"{command.parent}{os.pathsep}{os.environ['PATH']}")
    for name in ("COLUMNS", "FORCE_COLOR", "GITHUB_ACTIONS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def ran(line: str) -> "subprocess.CompletedProcess[str]":
    """Run a command line; standard error comes behind standard output, as a terminal shows it."""
    return subprocess.run(
        ["/bin/sh", "-c", line],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        stdin=subprocess.DEVNULL,
        env=dict(os.environ),  # readline, which pytest loads, puts COLUMNS past it into the environment of children
        text=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.parametrize("page", READMES)
@pytest.mark.usefixtures("folder")
def test_every_command_does_what_is_shown(page: str) -> None:
    calls = [call for block in blocks_of(page, *SHELLS) for call in calls_of(block)]
    assert len(calls) > 5
    for call in calls:
        result = ran(call.line)
        assert result.returncode in {0, 1}, f"{call.line}\n{result.stdout}"
        assert call.output is None or result.stdout == call.output, call.line


@pytest.mark.parametrize("page", READMES)
@pytest.mark.usefixtures("folder")
def test_the_python_runs(page: str, capsys: pytest.CaptureFixture[str]) -> None:
    blocks = blocks_of(page, "python")
    assert blocks
    for block in blocks:
        exec(compile(block.text, page, "exec"), {})  # noqa: S102 - the page's own code
        printed = capsys.readouterr().out.splitlines()
        assert "en 城市图书馆为什么在午夜开门 ['LG001', 'BD002']" in printed
        assert sum(line.startswith("refused: ") for line in printed) == 2


@pytest.mark.parametrize("page", READMES)
def test_the_python_sessions_give_what_is_shown(page: str) -> None:
    blocks = blocks_of(page, "pycon")
    assert blocks
    for block in blocks:
        test = doctest.DocTestParser().get_doctest(block.text, {}, page, page, 0)
        runner = doctest.DocTestRunner(optionflags=doctest.REPORT_NDIFF)
        said: list[str] = []
        assert runner.run(test, out=said.append).failed == 0, "".join(said)
        assert runner.tries > 5


@pytest.mark.parametrize("page", READMES)
@pytest.mark.usefixtures("folder")
def test_the_record_is_the_one_that_its_command_writes(page: str) -> None:
    [shown] = blocks_of(page, "json")
    [call] = [
        call for block in blocks_of(page, "sh") for call in calls_of(block) if call.line.startswith("ingest export")
    ]
    record = json.loads(ran(call.line).stdout)
    assert differences(json.loads(shown.text), record) == []


def differences(shown: Any, real: Any, place: str = "") -> list[str]:  # noqa: ANN401 - any JSON
    """Return where a value differs from one that is shortened: at `…` a text breaks off, and a list as well."""
    if isinstance(shown, dict) and isinstance(real, dict):
        if list(shown) != list(real):
            return [f"{place}: {list(shown)} instead of {list(real)}"]
        return [each for key in shown for each in differences(shown[key], real[key], f"{place}/{key}")]
    if isinstance(shown, list) and isinstance(real, list):
        kept = shown[:-1] if shown[-1:] == ["…"] else shown
        wrong = len(kept) >= len(real) if kept is not shown else len(kept) != len(real)
        pairs = zip(kept, real, strict=False)
        found = [each for index, pair in enumerate(pairs) for each in differences(*pair, f"{place}/{index}")]
        return [*found, *([f"{place}: {len(real)} items"] if wrong else [])]
    if isinstance(shown, str) and shown.endswith("…"):
        return [] if str(real).startswith(shown[:-1]) else [f"{place}: {real}"]
    return [] if shown == real else [f"{place}: {real}"]


@pytest.mark.parametrize("page", READMES)
def test_the_article_with_comments_is_silent(page: str) -> None:
    [shown] = blocks_of(page, "markdown")
    article = ingest.parse_article(shown.text.encode())
    assert [finding.code for finding in article.findings] == []
    without = ingest.parse_article(shown.text.replace("ingest: ignore", "").encode())
    assert [finding.code for finding in without.findings] == ["LG001", "BD002"]


def test_both_show_the_same() -> None:
    def executable(page: str) -> list[Block]:
        return [block for block in blocks_of(page) if block.language in {*SHELLS, *RUN, "json", "yaml"}]

    english, chinese = map(executable, READMES)
    assert [block.language for block in english] == [block.language for block in chinese]
    for one, other in zip(english, chinese, strict=True):
        assert without_comments(one) == without_comments(other)


def without_comments(block: Block) -> list[str]:
    """Return the lines of a block; comments are translated, and so are shown texts nowhere."""
    lines = [line.split("  # ")[0].split(" # ")[0].rstrip() for line in block.text.splitlines()]
    if block.language in {"console", "json"}:
        return block.text.splitlines()
    return [line for line in lines if not line.lstrip().startswith("#")]


@pytest.mark.parametrize("page", READMES)
def test_nothing_is_left_out(page: str) -> None:
    text = text_of(page)
    keys = [field.name for kind in (Config, RuleConfig, Limits) for field in fields(kind)]
    assert [key for key in keys if f"`{key}`" not in text] == []
    assert [name for name in REPORTERS if f"`{name}`" not in text and f"`--{name}`" not in text] == []
    assert [name for name in COMMANDS if f"`ingest {name}" not in text] == []
    assert [limit.name for limit in fields(Limits) if f"| {limit.default}" not in text] == []
    assert [name for name in ingest.__all__ if name.islower() and name[0] != "_" and f"`{name}(" not in text] == []


@pytest.mark.parametrize("page", READMES)
def test_the_hooks_exist(page: str) -> None:
    shown = yaml.safe_load(blocks_of(page, "yaml")[0].text)
    offered = yaml.safe_load((PROJECT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert [hook["id"] for hook in shown["repos"][0]["hooks"]] == [hook["id"] for hook in offered]
