"""SRC arguments → the files to read, each once, in one order on every machine."""

# Paths stay strings: a slash at the end marks a folder, which pathlib drops; and a Path costs 2 µs a file.
# ruff: noqa: PTH100, PTH112, PTH118, PTH119, PTH120

import heapq
import os
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ingest.engine.found import FileList, shown
from ingest.engine.gitignore import NOTHING, Ignored, named_anyway, rules_above
from ingest.engine.names import Skip, skipped_file, skipped_folder
from ingest.engine.patterns import DEFAULT_INCLUDE, Include, Patterns
from ingest.engine.walk import Folder, Selection, Walk
from ingest.errors import IngestError

WILDCARD = re.compile(r"[*?\[]")
WILDCARD_ENDS = frozenset({"*", "?", "[", "]", ""})
ANYTHING = Include(("",), None)


@dataclass(frozen=True, slots=True)
class DiscoveryOptions:
    """How files are looked for; `include` and `exclude` are patterns as in .gitignore, relative to `base`.

    Attributes:
        include: What an article is called; `*.suffix` holds in any case.
        exclude: What is passed over.
        base: The folder of the config; empty: the current one.
        respect_gitignore: Whether what git ignores is passed over (inside of a work tree only).
        force_exclude: Whether files and folders named as SRC are passed over by the same rules as found ones.
    """

    include: Sequence[str] = DEFAULT_INCLUDE
    exclude: Sequence[str] = ()
    base: str = ""
    respect_gitignore: bool = True
    force_exclude: bool = False


@dataclass(frozen=True, slots=True)
class Discovery:
    """The files to read, in order, and how much was passed over and why."""

    files: FileList
    skipped: Mapping[Skip, int]


@dataclass(frozen=True, slots=True)
class Start:
    """One SRC, made absolute: a folder, a file, or a folder with the wildcards below it."""

    absolute: str
    wildcards: str = ""

    @property
    def folder(self) -> str:
        """Return the folder that the paths of this SRC are relative to."""
        return self.absolute if self.wildcards or os.path.isdir(self.absolute) else os.path.dirname(self.absolute)


def discover(sources: Sequence[str], options: DiscoveryOptions) -> Discovery:
    """Return the files that the SRC arguments (folders, files, globs) name.

    Paths are relative to the folder named, or to the common folder of several. A folder that cannot be listed is among
    the files, with its `problem`.

    Raises:
        IngestError: A SRC does not exist, a glob matches nothing, or a pattern is none.
    """
    if not sources:
        raise IngestError("no SRC is given")
    starts = [_start(source) for source in sources]
    root = os.path.commonpath([start.folder for start in starts])
    base = os.path.abspath(options.base)
    selection = Selection(
        include=Include.of(options.include),
        exclude=Patterns.of(options.exclude, "exclude") if options.exclude else None,
        base=_slashed(base),
        respect_gitignore=options.respect_gitignore,
    )
    finder = _Finder(selection, root, force_exclude=options.force_exclude)
    files = FileList(root)
    for relative, problem in finder.found(dict(zip(starts, sources, strict=True))):
        files.append(relative, problem)
    return Discovery(files, dict(finder.skipped))


def _start(source: str) -> Start:
    try:
        os.lstat(source)
    except (OSError, ValueError) as error:
        if WILDCARD.search(source):
            return _glob(source)
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise IngestError(f"{source!r}: {reason}") from error
    return Start(_absolute(source))


def _glob(source: str) -> Start:
    parts = source.split("/")
    first = next(index for index, part in enumerate(parts) if WILDCARD.search(part))
    folder = "/".join(parts[:first]) or ("/" if first else ".")
    if not os.path.isdir(folder):
        raise IngestError(f"{source!r}: there is no folder {folder!r}")
    return Start(_absolute(folder), "/".join(parts[first:]))


def _absolute(path: str) -> str:
    # `abspath` takes `link/..` for the folder of the link, the system for the folder above its target.
    if ".." not in path.split("/"):
        return os.path.abspath(path)
    head, tail = os.path.split(path.rstrip("/"))
    return os.path.realpath(path) if tail == ".." else os.path.join(os.path.realpath(head), tail)


def _slashed(folder: str) -> str:
    return folder if folder.endswith("/") else folder + "/"


class _Finder:
    """Turns starts into one ordered stream without repetitions."""

    def __init__(self, selection: Selection, root: str, *, force_exclude: bool) -> None:
        self.skipped: Counter[Skip] = Counter()
        self._selection, self._root, self._force_exclude = selection, _slashed(root), force_exclude

    def found(self, starts: Mapping[Start, str]) -> Iterator[tuple[str, str]]:
        streams: list[Iterator[tuple[str, str]]] = []
        named: list[tuple[str, str]] = []
        for start, source in starts.items():
            if self._force_exclude and self._passed_over(start):
                continue
            if start.wildcards:
                streams.append(self._matching(start, source))
            elif os.path.isdir(start.absolute):
                streams.append(self._below(start, self._selection))
            else:
                named.append((start.absolute.removeprefix(self._root), ""))
        streams.append(iter(sorted(named, key=_order)))
        previous = None
        for item in heapq.merge(*streams, key=_order) if len(streams) > 1 else streams[0]:
            if item[0] != previous:
                yield item
            previous = item[0]

    def _below(self, start: Start, selection: Selection) -> Iterator[tuple[str, str]]:
        walk = Walk(selection)
        absolute = _slashed(start.absolute)
        ignored = named_anyway(start.absolute) if selection.respect_gitignore else NOTHING
        yield from walk.articles(Folder(absolute, absolute.removeprefix(self._root), ignored))
        self.skipped.update(walk.skipped)

    def _matching(self, start: Start, source: str) -> Iterator[tuple[str, str]]:
        """Yield what a glob matches, with everything below matching folders.

        `*.txt` names text files and `README*` names boilerplate; `*` names neither.
        """
        pattern = Patterns.of(["/" + start.wildcards], "SRC")
        last = start.wildcards.rsplit("/", 1)[-1]
        selection = replace(
            self._selection,
            include=self._selection.include if last[-1:] in WILDCARD_ENDS else ANYTHING,
            skip_boilerplate=last[:1] in WILDCARD_ENDS,
        )
        prefix = len(_slashed(start.absolute).removeprefix(self._root))
        found = False
        for item in self._below(start, selection):
            if pattern.verdict(item[0][prefix:]):
                found = True
                yield item
        if not found:
            raise IngestError(f"{source!r}: no article matches")

    def _passed_over(self, start: Start) -> bool:
        """Return whether a named file or folder would have been skipped, and count it."""
        skip = self._skip(start.absolute)
        if skip is not None:
            self.skipped[skip] += 1
        return skip is not None

    def _skip(self, absolute: str) -> Skip | None:
        below = absolute.removeprefix(self._selection.base)
        parts = below.split("/") if below != absolute else [os.path.basename(absolute)]
        is_folder = os.path.isdir(absolute)
        folders = parts if is_folder else parts[:-1]
        by_name = next(filter(None, map(skipped_folder, folders)), None) or (
            None if is_folder else skipped_file(parts[-1])
        )
        if by_name is not None:
            return by_name
        top = absolute.removesuffix("/".join(parts))
        ends = ["/".join(parts[: end + 1]) + ("/" if end < len(folders) else "") for end in range(len(parts))]
        if any(self._selection.excludes(top + end) for end in ends):
            return Skip.EXCLUDED
        rules = rules_above(absolute) if self._selection.respect_gitignore else Ignored()
        return Skip.IGNORED if any(rules.covers(top + end) for end in ends) else None


def _order(item: tuple[str, str]) -> str:
    return shown(item[0])
