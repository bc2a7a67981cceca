"""Folders, globs and excluded files → the files to read, in one ordered stream."""

# Paths stay strings: a slash at the end marks a folder, which pathlib drops; and a Path costs 2 µs a file.

import os
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from ingest.engine.found import shown
from ingest.engine.gitignore import NOTHING, Ignored, named_anyway, rules_above
from ingest.engine.names import Skip, skipped_file, skipped_folder
from ingest.engine.patterns import Include, Patterns
from ingest.engine.starts import Start
from ingest.engine.walk import Folder, Selection, Walk
from ingest.errors import IngestError

if TYPE_CHECKING:
    from ingest.engine.discovery import DiscoveryOptions

WILDCARD_ENDS = frozenset({"*", "?", "[", "]", ""})
ANYTHING = Include(("",), None)


def _slashed(folder: str) -> str:
    return folder if folder.endswith("/") else folder + "/"


class Finder:
    """Turns starts into one ordered stream without repetitions."""

    def __init__(self, options: "DiscoveryOptions", root: str) -> None:
        self.skipped: Counter[Skip] = Counter()
        self._selection = Selection(
            include=Include.of(options.include),
            exclude=Patterns.of(options.exclude, "exclude") if options.exclude else None,
            base=_slashed(os.path.abspath(options.base)),
            respect_gitignore=options.respect_gitignore,
        )
        self._root, self._force_exclude = _slashed(root), options.force_exclude

    def found(self, starts: Mapping[Start, str]) -> Iterator[tuple[str, str]]:
        """Yield the path relative to the root of every file, with its problem; `starts` leads to the SRC as written."""
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
        for item in _merged(streams) if len(streams) > 1 else streams[0]:
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
        selection = self._selection._replace(
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


def _merged(streams: Sequence[Iterator[tuple[str, str]]]) -> Iterator[tuple[str, str]]:
    from heapq import merge  # noqa: PLC0415 - most runs have one SRC

    return merge(*streams, key=_order)


def _order(item: tuple[str, str]) -> str:
    return shown(item[0])
