"""What SRC may be: standard input, lists, odd names, excluded files."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from command import ARTICLE, BROKEN, Command

Run = Callable[..., Any]
CHINESE = "---\ntitle: 山顶邮局\n---\n\n山顶邮局每天只盖一个戳，邮差走两个小时的路上来取信。\n"


def test_standard_input_is_checked_under_the_name_given(cli: Command) -> None:
    result = cli("check", "-", "--stdin-filename", "en/post.md", "--output-format", "concise", stdin=CHINESE.encode())
    assert result.returncode == 1
    assert result.stdout.decode().startswith("en/post.md:")
    assert b"LG003" in result.stdout


def test_standard_input_is_exported(cli: Command) -> None:
    result = cli("export", "-", stdin=ARTICLE.encode())
    assert result.returncode == 0
    assert json.loads(result.stdout)["title"] == "A night in the lighthouse"


def test_standard_input_is_mended_to_standard_output(cli: Command) -> None:
    mended = cli("check", "-", "--fix", stdin=BROKEN.encode())
    assert (mended.returncode, mended.stderr) == (0, b"")
    assert mended.stdout.decode() == BROKEN.replace("The light: a history", "'The light: a history'")
    again = cli("check", "-", "--fix", stdin=mended.stdout)
    assert again.stdout == mended.stdout


def test_standard_input_that_is_no_text(cli: Command) -> None:
    picture = bytes(range(256)) * 40
    assert cli("check", "-", stdin=picture).returncode == 1
    assert b"IO001" in cli("check", "-", stdin=picture).stdout
    assert cli("check", "-", "--fix", stdin=picture).stdout == picture


def test_a_list_of_files(cli: Command) -> None:
    cli.write("a.md")
    cli.write("如何 泡茶.md", BROKEN)
    cli.write("list.txt", "a.md\n如何 泡茶.md\n")
    assert cli("check", "@list.txt", "--show-files").stdout.decode().split("\n") == ["a.md", "如何 泡茶.md", ""]
    piped = cli("check", "@/dev/stdin", "--show-files", stdin="如何 泡茶.md\n".encode())
    assert piped.stdout.decode() == "如何 泡茶.md\n"


@pytest.mark.parametrize("name", ["-o.md", "@list.md", "a[1].md", "--fix.md", "a b.mdx", "*.md"])
def test_a_name_that_looks_like_something_else(cli: Command, here: Run, name: str) -> None:
    cli.write(name)
    cli.write("other.md", BROKEN)
    result = here("export", "--quiet", "--", name)
    assert (result.code, json.loads(result.out)["path"]) == (0, name)
    assert not (cli.folder / ".md").exists()


def test_what_is_excluded_is_read_only_when_it_is_named(cli: Command, here: Run) -> None:
    cli.write("ingest.toml", 'exclude = ["old/"]\n')
    cli.write("old/a.md", BROKEN)
    cli.write("new/a.md")
    assert here("check", ".").code == 0
    assert here("check", "old/a.md").code == 1
    assert here("check", "--force-exclude", "old/a.md", "new/a.md").code == 0


@pytest.mark.parametrize("command", ["check", "export"])
def test_hooks_that_are_given_excluded_files_only_are_clean(cli: Command, here: Run, command: str) -> None:
    cli.write("old/a.md", BROKEN)
    assert here(command, "--force-exclude", "--exclude", "old", "old/a.md").code == 0
    assert here(command, "--exclude", "old", ".").code == 2


def test_the_path_is_below_the_folder_that_was_named(cli: Command, here: Run) -> None:
    for name in ("site/zh/a.md", "site/en/a.md"):
        cli.write(name)

    def paths(*sources: str) -> list[str]:
        return [json.loads(line)["path"] for line in here("export", "-q", "--ignore", "LG", *sources).out.splitlines()]

    assert paths("site") == ["en/a.md", "zh/a.md"]
    assert paths("site/zh/a.md") == ["a.md"]
    assert paths("site/zh", "site/en") == ["en/a.md", "zh/a.md"]
    assert paths("site/zh/a.md", "site/zh") == ["a.md"]
    assert paths("site/zh", "site/z*") == ["zh/a.md"]


def test_what_git_ignores_is_left_out(cli: Command, here: Run) -> None:
    cli.write(".gitignore", "drafts/\n")
    (cli.folder / ".git").mkdir()
    cli.write("drafts/a.md", BROKEN)
    cli.write("b.md")
    assert here("check", ".", "--show-files").out == "b.md\n"
    assert here("check", ".", "--show-files", "--no-respect-gitignore").out == "b.md\ndrafts/a.md\n"
