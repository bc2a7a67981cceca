"""`--fix` mends files, `--diff` is the patch that does the same, and standard input is mended on its way through."""

import codecs
import shutil
import subprocess
from pathlib import Path

import pytest
from command import ARTICLE, BROKEN, Command

SAMPLES = Path(__file__).parents[2] / "samples" / "broken"
MENDED = BROKEN.replace("The light: a history", "'The light: a history'")


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*.md")}


@pytest.fixture
def broken(cli: Command) -> Path:
    """Return a folder of broken articles: the samples, other encodings, line ends and names."""
    folder = cli.folder / "site"
    shutil.copytree(SAMPLES, folder)
    (folder / "two words 文.md").write_text(BROKEN, encoding="utf-8")
    (folder / "marked.md").write_bytes(codecs.BOM_UTF8 + BROKEN.encode())
    (folder / "windows.md").write_bytes(BROKEN.replace("\n", "\r\n").encode())
    (folder / "no-end.md").write_text(BROKEN.rstrip("\n"), encoding="utf-8")
    (folder / "gb.md").write_bytes((SAMPLES / "chinese-keys.md").read_text(encoding="utf-8").encode("gb18030"))
    return folder


def test_fix_mends_and_a_second_time_changes_nothing(cli: Command) -> None:
    path = cli.write("a.md", BROKEN)
    assert cli("check", "a.md", "--fix").returncode == 0
    assert path.read_text(encoding="utf-8") == MENDED
    before = path.stat()
    assert cli("check", "a.md", "--fix").returncode == 0
    assert (path.stat().st_ino, path.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_fix_says_by_its_exit_code_that_it_mended(cli: Command) -> None:
    cli.write("a.md", BROKEN)
    assert cli("check", "a.md", "--fix", "--exit-non-zero-on-fix").returncode == 1
    assert cli("check", "a.md", "--fix", "--exit-non-zero-on-fix").returncode == 0


def test_diff_changes_nothing_and_exits_1(cli: Command) -> None:
    path = cli.write("a.md", BROKEN)
    done = cli("check", "a.md", "--diff")
    assert done.returncode == 1
    assert b"+title: 'The light: a history'" in done.stdout
    assert path.read_text(encoding="utf-8") == BROKEN


@pytest.mark.skipif(shutil.which("patch") is None, reason="the program `patch` is not installed")
@pytest.mark.parametrize("unsafe", [(), ("--unsafe-fixes",)], ids=["safe", "unsafe"])
def test_the_patch_does_what_fix_does(cli: Command, broken: Path, unsafe: tuple[str, ...]) -> None:
    patched = cli.folder / "patched"
    shutil.copytree(broken, patched)
    before = contents(broken)
    patch = Command(patched)("check", ".", "--diff", *unsafe).stdout
    subprocess.run(["patch", "-p0", "--binary"], input=patch, cwd=patched, check=True, capture_output=True)
    cli("check", "site", "--fix", *unsafe)
    assert contents(patched) == contents(broken)
    assert contents(broken) != before


def test_fix_twice_is_fix_once(cli: Command, broken: Path) -> None:
    cli("check", "site", "--fix", "--unsafe-fixes")
    once = contents(broken)
    cli("check", "site", "--fix", "--unsafe-fixes")
    assert contents(broken) == once


def test_healthy_files_are_not_touched(cli: Command) -> None:
    path = cli.write("a.md", ARTICLE)
    before = path.stat().st_mtime_ns
    assert cli("check", ".", "--fix", "--unsafe-fixes").returncode == 0
    assert path.stat().st_mtime_ns == before
    assert path.read_text(encoding="utf-8") == ARTICLE


def test_standard_input_is_mended_and_what_is_left_is_told(cli: Command) -> None:
    done = cli("check", "-", "--fix", stdin=BROKEN.encode())
    assert (done.returncode, done.stdout.decode()) == (0, MENDED)
    foreign = ARTICLE.replace("A night in the lighthouse", "灯塔里的一夜，守塔人说")
    done = cli("check", "-", "--fix", stdin=foreign.encode())
    assert (done.returncode, done.stdout.decode()) == (1, foreign)
    assert b"LG001" in done.stderr


def test_links_are_left_as_they_are(cli: Command) -> None:
    cli.write("a.md", BROKEN)
    (cli.folder / "b.md").symlink_to("a.md")
    done = cli("check", "b.md", "--fix")
    assert b"b.md is left as it is: it is a symbolic link" in done.stderr
    assert (cli.folder / "a.md").read_text(encoding="utf-8") == BROKEN
    assert b"b.md" not in cli("check", "b.md", "--diff").stdout
