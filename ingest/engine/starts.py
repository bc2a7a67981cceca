"""SRC arguments → where to look: a folder, a file, or a folder with wildcards, made absolute."""

# Paths stay strings: a slash at the end marks a folder, which pathlib drops; and a Path costs 2 µs a file.

import os
import re
from typing import NamedTuple

from ingest.errors import IngestError

WILDCARD = r"[*?\[]"


class Start(NamedTuple):
    """One SRC, made absolute: a folder, a file, or a folder with the wildcards below it."""

    absolute: str
    wildcards: str = ""

    @property
    def is_file(self) -> bool:
        """Return whether this is one file (or whatever else is no folder)."""
        return not self.wildcards and not os.path.isdir(self.absolute)

    @property
    def folder(self) -> str:
        """Return the folder that the paths of this SRC are relative to."""
        return os.path.dirname(self.absolute) if self.is_file else self.absolute


def start_of(source: str) -> Start:
    """Return where a SRC leads; raise IngestError where there is no such file or folder."""
    try:
        os.lstat(source)
    except (OSError, ValueError) as error:
        if re.search(WILDCARD, source):
            return _glob(source)
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise IngestError(f"{source!r}: {reason}") from error
    return Start(_absolute(source))


def _glob(source: str) -> Start:
    parts = source.split("/")
    first = next(index for index, part in enumerate(parts) if re.search(WILDCARD, part))
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
