"""What git ignores is passed over; git itself is the judge where it is installed."""

import shutil
import subprocess
from pathlib import Path

import pytest

from ingest.engine.discovery import DiscoveryOptions, discover
from ingest.engine.names import Skip


def make(folder: Path, content: dict[str, str]) -> None:
    for name, text in content.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


def found(*sources: Path, respect_gitignore: bool = True, force_exclude: bool = False) -> list[str]:
    options = DiscoveryOptions(respect_gitignore=respect_gitignore, force_exclude=force_exclude)
    return [file.path for file in discover([str(source) for source in sources], options).files]


CASES = {
    "a name anywhere": {".gitignore": "build\n*.draft.md\n", "build/a.md": "", "x/build/b.md": "", "c.draft.md": ""},
    "anchored": {".gitignore": "/out\n/x/*.md\n", "out/a.md": "", "x/out/b.md": "", "x/c.md": "", "x/y/d.md": ""},
    "only folders": {".gitignore": "tmp/\n", "tmp/a.md": "", "x/tmp/b.md": "", "tmp.md": ""},
    "taken back": {".gitignore": "*.md\n!keep.md\n", "a.md": "", "keep.md": "", "x/keep.md": ""},
    "nothing is taken back out of an ignored folder": {".gitignore": "x/\n!x/keep.md\n", "x/keep.md": "", "y.md": ""},
    "a list of what is allowed": {
        ".gitignore": "*\n!*/\n!*.mdx\n",
        "a.md": "",
        "b.mdx": "",
        "x/c.mdx": "",
        "x/d.md": "",
    },
    "only one folder": {".gitignore": "/*\n!/docs\n", "docs/a.md": "", "docs/x/b.md": "", "c.md": "", "src/d.md": ""},
    "nested files win": {
        ".gitignore": "a.md\n",
        "x/.gitignore": "!a.md\nb.md\n",
        "a.md": "",
        "x/a.md": "",
        "x/b.md": "",
    },
    "two stars": {".gitignore": "x/**/a.md\n", "x/a.md": "", "x/y/a.md": "", "x/y/z/a.md": "", "a.md": ""},
    "comments, blanks, carriage returns": {
        ".gitignore": "# a.md\r\n\r\nb.md\r\n",
        "a.md": "",
        "b.md": "",
        "# a.md": "",
    },
    "a line that is no pattern": {".gitignore": "!\n/\nb.md\n", "a.md": "", "b.md": ""},
    "escapes": {".gitignore": "\\!a.md\n\\#b.md\nc\\*.md\n", "!a.md": "", "#b.md": "", "c*.md": "", "cd.md": ""},
    "info/exclude": {".git/info/exclude": "a.md\n", ".gitignore": "!x/a.md\n", "a.md": "", "x/a.md": ""},
}


@pytest.mark.parametrize("content", CASES.values(), ids=CASES.keys())
def test_git_says_the_same(tmp_path: Path, content: dict[str, str]) -> None:
    if shutil.which("git") is None:
        pytest.skip("git is the judge")
    subprocess.run(
        ["git", "init", "-q", str(tmp_path)], check=True, env={"PATH": "/usr/bin:/bin", "HOME": "/nonexistent"}
    )
    make(tmp_path, content)
    listed = subprocess.run(
        ["git", "-c", "core.excludesFile=/dev/null", "ls-files", "-z", "--others", "--exclude-standard"],
        cwd=tmp_path,
        check=True,
        capture_output=True,
    ).stdout.decode()
    expected = sorted(path for path in listed.split("\0") if path.endswith((".md", ".mdx")))
    assert found(tmp_path) == expected
    assert expected != sorted(path for path in content if path.endswith((".md", ".mdx"))), "the case ignores something"


def test_ignored_files_are_counted(tmp_path: Path) -> None:
    make(tmp_path, {".git/HEAD": "", ".gitignore": "a.md\nx/\n", "a.md": "", "x/b.md": "", "c.md": ""})
    discovery = discover([str(tmp_path)], DiscoveryOptions())
    assert discovery.skipped[Skip.IGNORED] == 2


def test_outside_of_a_work_tree_nothing_is_ignored(tmp_path: Path) -> None:
    make(tmp_path, {".gitignore": "a.md\n", "a.md": ""})
    inside_of_one = any((parent / ".git").exists() for parent in tmp_path.parents)
    assert inside_of_one or found(tmp_path) == ["a.md"]


def test_git_can_be_disregarded(tmp_path: Path) -> None:
    make(tmp_path, {".git/HEAD": "", ".gitignore": "a.md\n", "a.md": ""})
    assert found(tmp_path) == []
    assert found(tmp_path, respect_gitignore=False) == ["a.md"]


def test_rules_above_the_source_hold(tmp_path: Path) -> None:
    make(tmp_path, {".git/HEAD": "", ".gitignore": "a.md\n/x/y/b.md\n", "x/y/a.md": "", "x/y/b.md": "", "x/y/c.md": ""})
    assert found(tmp_path / "x/y") == ["c.md"]


def test_an_ignored_folder_or_file_that_is_named_is_read(tmp_path: Path) -> None:
    make(tmp_path, {".git/HEAD": "", ".gitignore": "out/\na.md\n", "out/x/b.md": "", "out/a.md": "", "a.md": ""})
    assert found(tmp_path / "out") == ["x/b.md"]
    assert found(tmp_path / "out/x") == ["b.md"]
    assert found(tmp_path / "a.md") == ["a.md"]
    assert found(tmp_path / "out/x/b.md", tmp_path / "a.md", force_exclude=True) == []


def test_a_repository_inside_has_its_own_rules(tmp_path: Path) -> None:
    make(tmp_path, {".git/HEAD": "", ".gitignore": "a.md\n", "a.md": "", "sub/.git/HEAD": "", "sub/a.md": ""})
    make(tmp_path, {"sub/.gitignore": "b.md\n", "sub/b.md": ""})
    assert found(tmp_path) == ["sub/a.md"]


def test_a_linked_work_tree_finds_its_excludes(tmp_path: Path) -> None:
    make(tmp_path, {"main/.git/info/exclude": "a.md\n", "main/.git/worktrees/w/commondir": "../..\n"})
    make(tmp_path, {"w/.git": f"gitdir: {tmp_path}/main/.git/worktrees/w\n", "w/a.md": "", "w/b.md": ""})
    assert found(tmp_path / "w") == ["b.md"]
