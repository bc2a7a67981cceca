"""Whatever lies in a folder, each file becomes a record or a refusal, and the run ends."""

import json
import os
import subprocess
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from command import ARTICLE, LIMIT_SECONDS, Command

Run = Callable[..., Any]
BODY = "---\n\nThe keeper still climbs the stairs each evening.\n"
MEBIBYTE = 1024 * 1024


def _alias_bomb() -> str:
    lines = [f"{name}: &{name} [{', '.join([f'*{before}'] * 10)}]" for before, name in pairwise("abcdefghi")]
    return "\n".join(["---", "title: Bomb", "a: &a [x, x, x, x, x, x, x, x, x, x]", *lines, BODY])


def _merge_bomb() -> str:
    levels = range(1, 22)
    lines = [f"k{n}: &k{n} {{<<: [*k{n - 1}, *k{n - 1}, *k{n - 1}], n{n}: {n}}}" for n in levels]
    return "\n".join(["---", "title: Bomb", "k0: &k0 {n: 0}", *lines, BODY])


TEXTS: dict[str, str] = {
    "nul.md": ARTICLE.replace("night", "ni\0ght"),
    "empty.md": "",
    "blank.md": " \n\t\n\n",
    "brackets.md": "---\ntitle: Deep\nx: " + "[" * 50_000 + "\n" + BODY,
    "braces.md": "---\ntitle: Deep\nx: " + "{a: " * 20_000 + "\n" + BODY,
    "lists.md": "---\ntitle: Deep\nx:\n  " + "- " * 5_000 + "1\n" + BODY,
    "aliases.md": _alias_bomb(),
    "merges.md": _merge_bomb(),
    "dotted.md": '+++\ntitle = "Dots"\n' + ".".join(["a"] * 20_000) + " = 1\n+++\n\nText.\n",
    "json.md": '{"title": "Deep", "x": ' + "[" * 100_000 + "}\n\nText.\n",
    "quotes.md": "---\ntitle: Deep\n---\n\n" + "> " * 5_000 + "word\n",
    "links.md": "---\ntitle: Links\n---\n\nA word. " + "![](" * 20_000 + "\n",
    "comments.md": "---\ntitle: Comments\n---\n\nA word. " + "<!--" * 20_000 + "\n",
    "one-line.md": "---\ntitle: " + "word " * 100_000 + "\n" + BODY,
    "date.md": "---\ntitle: Date\ndate: " + "9" * 4_000 + "\n" + BODY,
    "tags.md": "---\ntitle: !!python/object:os.system x\ndate: !!timestamp x\nn: !!int ''\n" + BODY,
    "surrogate.md": '---\ntitle: "half \\ud800 a pair"\n' + BODY,
}


def outcomes(cli: Command, *arguments: str) -> dict[str, list[str]]:
    """Return the codes that are said of each file of a folder; of a clean record none."""
    result = cli("export", ".", "--no-cache", "--quiet", "--output", "out.jsonl", *arguments)
    assert b"Traceback" not in result.stderr, result.stderr.decode()
    lines = [*_lines(cli.folder / "out.jsonl"), *_lines(cli.folder / "out.rejected.jsonl")]
    found = {line["path"]: [finding["code"] for finding in line["findings"]] for line in lines}
    assert len(found) == len(lines)
    refused = any("title" not in line for line in lines)
    assert result.returncode == int(refused or any(codes and codes[0][0] == "F" for codes in found.values()))
    return found


def _lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_bytes().splitlines()]


@pytest.mark.parametrize("workers", ["1", "2"])
def test_every_text_comes_out_once(cli: Command, workers: str) -> None:
    for name, text in TEXTS.items():
        cli.write(name, text)
    found = outcomes(cli, "--workers", workers)
    assert found.keys() == TEXTS.keys()
    assert sorted(found["empty.md"]) == sorted(found["blank.md"]) == ["BD001", "FM001", "SC001"]
    assert all(
        "FM015" in found[name]
        for name in ("brackets.md", "braces.md", "lists.md", "aliases.md", "merges.md", "dotted.md")
    )
    assert not any("could not be worked on" in line for line in (cli.folder / "out.rejected.jsonl").read_text())


def test_what_only_looks_like_a_file(cli: Command) -> None:
    cli.write("article.md")
    os.mkfifo(cli.folder / "pipe.md")
    (cli.folder / "dangling.md").symlink_to("nowhere")
    (cli.folder / "loop.md").symlink_to("loop.md")
    (cli.folder / "outside.md").symlink_to("/etc/hostname")
    (cli.folder / "folder.md").mkdir()
    (cli.folder / "back").symlink_to(".")
    refused = {name: ["IO002"] for name in ("dangling.md", "loop.md", "outside.md", "pipe.md")}
    assert outcomes(cli) == {"article.md": [], **refused}


def test_a_file_of_40_megabytes(cli: Command) -> None:
    with cli.write("big.md").open("ab") as file:
        file.truncate(40 * MEBIBYTE)
    assert outcomes(cli) == {"big.md": ["IO003"]}
    assert (cli.folder / "out.jsonl").read_bytes() == b""


def test_a_name_that_is_not_utf8(cli: Command, here: Run) -> None:
    name = os.fsdecode(b"caf\xe9.md")
    try:
        cli.write(name)
    except OSError:
        pytest.skip("this file system takes UTF-8 only")
    assert outcomes(cli) == {"caf\\xe9.md": []}
    assert cli("check", name, "--show-files").stdout == b"caf\xe9.md\n"
    for output_format in ("full", "concise", "json", "sarif", "github", "junit"):
        result = here("check", ".", "--no-cache", "--output-format", output_format)
        assert (result.code, result.out.isascii()) == (0, True)


def test_a_file_that_vanishes_after_it_was_found(cli: Command) -> None:
    """The site's own model is loaded between finding the files and reading them: there the run is held."""
    gone = cli.write("gone.md")
    cli.write("stays.md")
    cli.write("ingest.toml", 'metadata_model = "waiting:Post"\n')
    cli.write(
        "waiting.py",
        "import sys\nfrom ingest import Metadata\nprint('found', file=sys.stderr, flush=True)\nsys.stdin.readline()\n"
        "class Post(Metadata):\n    pass\n",
    )
    with cli.start("export", ".", "-q", "-o", "out.jsonl", stdin=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stderr.readline() == b"found\n"
        gone.unlink()
        process.communicate(b"\n", timeout=LIMIT_SECONDS)
    refusals = _lines(cli.folder / "out.rejected.jsonl")
    assert process.returncode == 1
    assert [line["path"] for line in _lines(cli.folder / "out.jsonl")] == ["stays.md"]
    assert [(line["path"], line["findings"][0]["code"]) for line in refusals] == [("gone.md", "IO002")]
    assert "does not exist" in refusals[0]["findings"][0]["message"]


@pytest.mark.parametrize("output_format", ["full", "concise", "github", "junit", "gitlab", "markdown"])
def test_nothing_of_an_article_reaches_a_terminal_as_a_command(cli: Command, here: Run, output_format: str) -> None:
    cli.write("a.md", '---\ntitle: "Red \\u001b[31m \\u202e ::error::x"\n\x1b]0;x\x07title2: \x1b[2J\n' + BODY)
    written = here("check", ".", "--no-cache", "--output-format", output_format).out
    assert written
    assert not set(written) & set("\x1b\x07\u202e")
    assert "\n::error::x" not in written
