"""The completion scripts offer the commands, options and values that the parsers declare."""

import os
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest

from ingest.cli.command_line import commands
from ingest.cli.completion import SHELLS
from ingest.cli.completion_scripts import SCRIPTS
from ingest.cli.main import COMMANDS
from ingest.reporters import REPORTERS


def shell(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        pytest.skip(f"{name} is not installed")
    return found


@pytest.fixture(scope="module")
def bash_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("completion") / "ingest.bash"
    path.write_text(SCRIPTS["bash"](tuple(commands())))
    return path


def completed(script: Path, line: str) -> list[str]:
    """Return what bash offers for the last word of a line, split into words as readline does at `=`."""
    words = [part for word in line.split(" ") for part in (word.partition("=") if "=" in word else (word,))]
    quoted = " ".join(map(shlex.quote, words))
    program = (
        f"source {shlex.quote(str(script))} && COMP_WORDS=({quoted}) && COMP_CWORD={len(words) - 1} && _ingest;"
        ' printf "%s\\n" "${COMPREPLY[@]}"'
    )
    command = [shell("bash"), "--noprofile", "--norc", "-u", "-c", program]
    result = subprocess.run(command, capture_output=True, text=True, check=True, env={"PATH": os.environ["PATH"]})
    assert result.stderr == ""
    return result.stdout.split()


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("ingest che", ["check"]),
        ("ingest c", ["check", "cache", "completion"]),
        ("ingest --v", ["--version"]),
        ("ingest check --output-format sa", ["sarif"]),
        ("ingest check --output-format=js", ["json", "jsonl"]),
        ("ingest check --fail-on=", ["error", "warning", "info", "never"]),
        ("ingest check --unsafe", ["--unsafe-fixes"]),
        ("ingest check --select BD00", [f"BD00{number}" for number in range(1, 6)]),
        ("ingest explain title-lang", ["title-language-mismatch"]),
        ("ingest completion f", ["fish"]),
        ("ingest cache ", ["clean"]),
        ("ingest check --config ", []),
        ("ingest check con", []),
        ("ingest check -- --fi", []),
        ("ingest nonsense --x", []),
    ],
)
def test_bash_offers(line: str, expected: list[str], bash_file: Path) -> None:
    assert completed(bash_file, line) == expected


def test_bash_leaves_file_names_to_readline(bash_file: Path) -> None:
    program = f"source {shlex.quote(str(bash_file))} && complete -p ingest"
    result = subprocess.run([shell("bash"), "-c", program], capture_output=True, text=True, check=True)
    assert "-o default" in result.stdout


@pytest.mark.parametrize("name", SHELLS)
def test_every_command_option_and_format_is_in_every_script(name: str) -> None:
    script = SCRIPTS[name](tuple(commands()))
    assert all(command in script for command in COMMANDS)
    assert all(form in script for form in REPORTERS)
    names = {option.names[-1].lstrip("-") for command in commands() for option in command.options}
    assert {"select", "baseline", "help", "workers"} <= names
    assert [option for option in sorted(names) if option not in script] == []


@pytest.mark.parametrize(("name", "arguments"), [("bash", ["-n"]), ("zsh", ["-n"]), ("fish", ["--no-execute"])])
def test_the_syntax_is_right(name: str, arguments: list[str], tmp_path: Path) -> None:
    path = tmp_path / "script"
    path.write_text(SCRIPTS[name](tuple(commands())))
    result = subprocess.run([shell(name), *arguments, str(path)], capture_output=True, text=True, check=False)
    assert (result.returncode, result.stderr) == (0, "")
