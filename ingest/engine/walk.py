"""One folder and what is below it: the articles in the order of their paths, everything else counted."""

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ingest.engine.found import shown
from ingest.engine.gitignore import GIT, GITIGNORE, Ignored
from ingest.engine.names import CACHE_FOLDER, Skip, holds_dependencies, skipped_file, skipped_folder
from ingest.engine.patterns import Include, Patterns

MARKS = frozenset({GIT, GITIGNORE})
SELF = "./"


class Selection(NamedTuple):
    """What counts as an article below a folder; patterns are relative to `base` (absolute, with its slash)."""

    include: Include
    exclude: Patterns | None
    base: str
    respect_gitignore: bool = True
    skip_boilerplate: bool = True

    def admits(self, folder: str, name: str) -> bool:
        """Return whether a file is an article by its name and place."""
        include = self.include
        if name.lower().endswith(include.suffixes):
            return True
        return include.patterns is not None and include.patterns.verdict(self._relative(folder + name)) is True

    def excludes(self, absolute: str) -> bool:
        """Return whether the option `exclude` covers a path; a folder's ends with a slash."""
        return self.exclude is not None and self.exclude.verdict(self._relative(absolute)) is True

    def _relative(self, absolute: str) -> str:
        # A file outside of the base matches with its whole path, so that a pattern without a slash still holds.
        return absolute.removeprefix(self.base).removeprefix("/")


class Folder(NamedTuple):
    """A folder under way: absolute, and below the root of the run (both end with a slash; the root itself is "")."""

    absolute: str
    relative: str
    ignored: Ignored


class Walk:
    """Walks folders; `skipped` counts what was passed over."""

    def __init__(self, selection: Selection) -> None:
        self.skipped: Counter[Skip] = Counter()
        self._selection = selection

    def articles(self, start: Folder) -> Iterator[tuple[str, str]]:
        """Yield (path below the root of the run, problem) in code point order of the shown paths.

        A folder that cannot be listed is yielded itself, with a slash at the end and the reason as its problem.
        """
        # A stack of its own instead of recursion: folders can be nested deeper than Python calls can.
        stack = [(start, iter((SELF,)))]
        while stack:
            folder, names = stack[-1]
            for name in names:
                if not name.endswith("/"):
                    yield folder.relative + name, ""
                    continue
                inner = (
                    folder if name is SELF else Folder(folder.absolute + name, folder.relative + name, folder.ignored)
                )
                try:
                    stack.append(self._entered(inner, named=inner is start))
                except OSError as error:
                    yield inner.relative or SELF, error.strerror or str(error)
                break
            else:
                stack.pop()

    def _entered(self, folder: Folder, *, named: bool) -> tuple[Folder, Iterator[str]]:
        """Return the folder with its own ignore rules, and what is kept of it in order, folders with a slash."""
        with os.scandir(folder.absolute) as scan:
            entries = list(scan)
        names = {entry.name for entry in entries}
        if not named and holds_dependencies(folder.absolute.rsplit("/", 2)[-2], names):
            self.skipped[Skip.DEPENDENCY] += 1
            return folder, iter(())
        if self._selection.respect_gitignore and not MARKS.isdisjoint(names):
            folder = Folder(folder.absolute, folder.relative, folder.ignored.inside(folder.absolute, names))
        # A folder's key has its slash: so "a/b.md" sorts against "a.md" as the whole paths do.
        return folder, iter(sorted(self._kept(folder, entries), key=shown))

    def _kept(self, folder: Folder, entries: Iterable[os.DirEntry[str]]) -> Iterator[str]:
        for entry in entries:
            name = entry.name
            skip: Skip | None
            if entry.is_dir(follow_symlinks=False):
                if name == CACHE_FOLDER:  # not counted, so that a run with a cache says what one without it says
                    continue
                skip = skipped_folder(name)
                name += "/"
            elif entry.is_symlink() and _leads_to_folder(entry):
                skip = Skip.LINKED_FOLDER
            else:
                skip = self._skipped_file(folder, name)
            skip = skip or self._filtered(folder, folder.absolute + name)
            if skip is None:
                yield name
            else:
                self.skipped[skip] += 1

    def _skipped_file(self, folder: Folder, name: str) -> Skip | None:
        if not self._selection.admits(folder.absolute, name):
            return Skip.NOT_AN_ARTICLE
        skip = skipped_file(name)
        return None if skip is Skip.BOILERPLATE and not self._selection.skip_boilerplate else skip

    def _filtered(self, folder: Folder, absolute: str) -> Skip | None:
        if self._selection.excludes(absolute):
            return Skip.EXCLUDED
        return Skip.IGNORED if folder.ignored.covers(absolute) else None


def _leads_to_folder(link: os.DirEntry[str]) -> bool:
    try:
        return link.is_dir()
    except OSError:  # a link to itself; reading it says so
        return False
