"""One digest of everything that can be seen of a run's files without opening them."""

import os
import stat
from hashlib import blake2b
from typing import NamedTuple

from ingest.engine.found import FileList


class Look(NamedTuple):
    """What was seen of all files of a run.

    Attributes:
        digest: Two looks with the same digest saw the same paths with the same states, in the same order.
        newest: When the last one of them changed, in nanoseconds.
    """

    digest: bytes
    newest: int


def look_at(files: FileList) -> Look | None:
    """Return what is seen of the files; None where one of them is no regular file, whose state tells nothing."""
    seen, newest = blake2b(digest_size=32), 0
    prefix = files.root if files.root.endswith("/") else files.root + "/"
    for names in files.blocks():
        states: list[tuple[int, int, int, int]] = []
        for name in names:
            try:
                status = os.lstat(prefix + name)
            except OSError:
                return None
            if not stat.S_ISREG(status.st_mode):
                return None
            modified, changed = status.st_mtime_ns, status.st_ctime_ns
            newest = max(newest, modified, changed)
            states.append((status.st_size, modified, changed, status.st_ino))
        seen.update(repr((names, states)).encode())
    return Look(seen.digest(), newest)
