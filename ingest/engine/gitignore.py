"""What git ignores: .gitignore files from the top of the work tree down, and .git/info/exclude.

The personal file of `core.excludesFile` is not read: the same tree gives the same records on every machine.
"""

# Paths stay strings: a slash at the end marks a folder, which pathlib drops; and a Path costs 2 µs a file.

import os
from collections.abc import Collection, Sequence
from typing import NamedTuple

from ingest.engine.patterns import Patterns

GIT, GITIGNORE = ".git", ".gitignore"


class IgnoreFile(NamedTuple):
    """The patterns of one file, for the paths below `folder` (absolute, with its slash)."""

    folder: str
    patterns: Patterns


class Ignored(NamedTuple):
    """The ignore files that hold in one folder, the deepest first; outside of a work tree there are none."""

    files: tuple[IgnoreFile, ...] = ()
    in_work_tree: bool = False

    def covers(self, absolute: str) -> bool:
        """Return whether git ignores a path; a folder's ends with a slash."""
        for file in self.files:
            verdict = file.patterns.verdict(absolute[len(file.folder) :])
            if verdict is not None:
                return verdict
        return False

    def inside(self, folder: str, names: Collection[str]) -> "Ignored":
        """Return what holds inside a folder with these entries."""
        rules = self
        if GIT in names:
            excludes = os.path.join(_git_folder(os.path.join(folder, GIT)), "info", "exclude")
            rules = Ignored(_read(folder, excludes), in_work_tree=True)
        if GITIGNORE in names and rules.in_work_tree:
            rules = Ignored(_read(folder, os.path.join(folder, GITIGNORE)) + rules.files, in_work_tree=True)
        return rules


NOTHING = Ignored()


def rules_above(folder: str) -> Ignored:
    """Return the rules for the entries of a folder's parent: from the top of the work tree down to it."""
    rules = NOTHING
    for above in _work_tree_folders(folder):
        rules = rules.inside(above, {name for name in (GIT, GITIGNORE) if os.path.lexists(os.path.join(above, name))})
    return rules


def named_anyway(folder: str) -> Ignored:
    """Return the rules above a folder without the lines that hit it: whoever names an ignored folder wants it read."""
    rules, parts = rules_above(folder), folder.split("/")
    prefixes = ["/".join(parts[:end]) + "/" for end in range(2, len(parts) + 1)]
    return Ignored(tuple(_sparing(file, prefixes) for file in rules.files), rules.in_work_tree)


def _sparing(file: IgnoreFile, folders: Sequence[str]) -> IgnoreFile:
    below = [folder[len(file.folder) :] for folder in folders if folder.startswith(file.folder)]
    hit = [folder for folder in below if folder and file.patterns.verdict(folder)]
    lines = (line for line in file.patterns.lines if not any(Patterns((line,)).verdict(folder) for folder in hit))
    return IgnoreFile(file.folder, Patterns(tuple(lines))) if hit else file


def _work_tree_folders(folder: str) -> list[str]:
    """Return the folders above `folder`, from the top of its work tree down; empty outside of one or at its top."""
    chain: list[str] = []
    while not os.path.lexists(os.path.join(folder, GIT)):
        parent = os.path.dirname(folder)
        if parent == folder:
            return []
        folder = parent
        chain.append(folder)
    return chain[::-1]


def _git_folder(git: str) -> str:
    """Return the folder that holds `info/exclude`: a linked work tree or submodule has a file that says where."""
    if os.path.isdir(git):
        return git
    here = os.path.dirname(git)
    folder = os.path.join(here, _first_line(git).removeprefix("gitdir:").strip())
    return os.path.normpath(os.path.join(folder, _first_line(os.path.join(folder, "commondir"))))


def _first_line(path: str) -> str:
    lines = _lines(path)
    return lines[0] if lines else ""


def _lines(path: str) -> list[str]:
    # Only a regular file: opening a FIFO would wait for ever.
    if not os.path.isfile(path):
        return []
    try:
        with open(path, encoding="utf-8-sig", errors="surrogateescape") as stream:
            return stream.read().split("\n")
    except OSError:
        return []


def _read(folder: str, path: str) -> tuple[IgnoreFile, ...]:
    lines = tuple(line.rstrip("\r") for line in _lines(path))
    kept = tuple(line for line in lines if line.strip() and not line.startswith("#") and _valid(line))
    return (IgnoreFile(folder if folder.endswith("/") else folder + "/", Patterns(kept)),) if kept else ()


def _valid(line: str) -> bool:
    # git passes over a line that is no pattern (a lone `!`); so do we.
    try:
        Patterns((line,)).verdict("")
    except ValueError:
        return False
    return True
