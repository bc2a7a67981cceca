"""SRC arguments → the files to read, each once, in one order on every machine."""

import os
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from ingest.config import DEFAULT_INCLUDE
from ingest.engine.found import FileList, shown
from ingest.engine.starts import Start, start_of
from ingest.errors import IngestError

if TYPE_CHECKING:
    from ingest.engine.names import Skip


class DiscoveryOptions(NamedTuple):
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


class Discovery(NamedTuple):
    """The files to read, in order, and how much was passed over and why."""

    files: FileList
    skipped: "Mapping[Skip, int]"


def discover(sources: Sequence[str], options: DiscoveryOptions) -> Discovery:
    """Return the files that the SRC arguments (folders, files, globs) name.

    Paths are relative to the folder named, or to the common folder of several. A folder that cannot be listed is among
    the files, with its `problem`.

    Raises:
        IngestError: A SRC does not exist, a glob matches nothing, or a pattern is none.
    """
    if not sources:
        raise IngestError("no SRC is given")
    starts = [start_of(source) for source in sources]
    root = os.path.commonpath([start.folder for start in starts])
    if not _has_patterns(options) and all(start.is_file for start in starts):
        return Discovery(_named(root, starts), {})
    from ingest.engine.finder import Finder  # noqa: PLC0415 - editors and hooks name files, and wait for the answer

    finder = Finder(options, root)
    files = FileList(root)
    for relative, problem in finder.found(dict(zip(starts, sources, strict=True))):
        files.append(relative, problem)
    return Discovery(files, dict(finder.skipped))


def _has_patterns(options: DiscoveryOptions) -> bool:
    """Return whether there are patterns that may be wrong, or may hold for files that are named."""
    return options.force_exclude or bool(options.exclude) or tuple(options.include) != DEFAULT_INCLUDE


def _named(root: str, starts: Iterable[Start]) -> FileList:
    files = FileList(root)
    prefix = root if root.endswith("/") else root + "/"
    for relative in sorted({start.absolute.removeprefix(prefix) for start in starts}, key=shown):
        files.append(relative)
    return files
