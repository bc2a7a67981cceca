"""Found files: where one lies, what it is called in the record, and many of them in little memory."""

import os
import re
from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

BLOCK_FILES = 1024
# A literal `\xNN` in a name would read like an escaped byte, and two files could share one path: its backslash is
# escaped itself, as `\x5c`.
LOOKS_ESCAPED = rb"\\(?=x[0-9a-f]{2})"


class FoundFile(NamedTuple):
    r"""One file that is to become a record or a refusal.

    A tuple and not a dataclass because it is made 100,000 times and crosses process borders: both cost a third.

    Attributes:
        absolute: The path to open. Bytes that do not decode are surrogates, as `os.fsdecode` makes them.
        path: The record's `path`: POSIX, relative to `root`, valid Unicode; bytes that are not UTF-8 stand as `\xNN`.
        root: The absolute folder that `path` is relative to. A link that leads out of it leaves the tree.
        problem: Empty; or, for a folder that cannot be listed, why: such an entry is a refusal (IO002) without reading
            (its `path` ends with a slash).
    """

    absolute: str
    path: str
    root: str
    problem: str = ""


def shown(relative: str) -> str:
    r"""Return a file system path as the record shows it: bytes that are not UTF-8 as `\xNN`, no two paths alike."""
    if relative.isascii() and "\\" not in relative:
        return relative
    escaped = re.sub(LOOKS_ESCAPED, rb"\\x5c", relative.encode("utf-8", "surrogateescape"))
    return escaped.decode("utf-8", "backslashreplace")


def bytes_of(file: FoundFile) -> int:
    """Return the size of a file in bytes, 0 where that cannot be told: what `Job.weigh` asks."""
    try:
        return os.lstat(file.absolute).st_size
    except OSError:
        return 0


class FileList:
    """Found files below one root, in order; packed, so that 100,000 of them take about 5 MB.

    Can be iterated any number of times and from several places at once.
    """

    def __init__(self, root: str) -> None:
        self.root = root
        self._prefix = root if root.endswith("/") else root + "/"
        self._blocks: list[bytes] = []
        self._pending: list[str] = []
        self._problems: dict[str, str] = {}

    def append(self, relative: str, problem: str = "") -> None:
        """Add the next file; files are added in the order of their shown paths."""
        self._pending.append(relative)
        if problem:
            self._problems[relative] = problem
        if len(self._pending) == BLOCK_FILES:
            # NUL is the one character besides the slash that no file name has.
            self._blocks.append("\0".join(self._pending).encode("utf-8", "surrogateescape"))
            self._pending = []

    def __len__(self) -> int:
        return len(self._blocks) * BLOCK_FILES + len(self._pending)

    def __iter__(self) -> Iterator[FoundFile]:
        root, prefix, problems = self.root, self._prefix, self._problems
        for relative in self._relative():
            yield FoundFile(prefix + relative, shown(relative), root, problems.get(relative, "") if problems else "")

    def folders(self) -> list[str]:
        """Return the absolute folders that the files lie in, each once, in the order of their first files."""
        below = dict.fromkeys(relative.rpartition("/")[0] for relative in self._relative())
        return [f"{self._prefix}{folder}" if folder else self.root for folder in below]

    def blocks(self) -> Iterator[list[str]]:
        """Yield the paths below the root as the file system has them, some at a time."""
        for block in self._blocks:
            yield block.decode("utf-8", "surrogateescape").split("\0")
        yield list(self._pending)

    def _relative(self) -> Iterator[str]:
        return chain.from_iterable(self.blocks())
