"""The state of a file on the disk, by which it is known again without reading it."""

import os
import stat
from typing import NamedTuple

READ_BYTES = 1 << 20


class FileState(NamedTuple):
    """Size in bytes, times in nanoseconds, and inode: if one of them differs, the file may have changed.

    The time of the last status change (ctime) cannot be set by programs: it gives away an edit that keeps the size and
    puts the modification time back (`cp -p`, `rsync -t`, archives).
    """

    size: int
    mtime: int
    ctime: int
    inode: int


def state_of(path: str) -> FileState | None:
    """Return the state of a regular file; None for anything else: a link may lead elsewhere without changing itself."""
    try:
        status = os.lstat(path)
    except OSError:
        return None
    if not stat.S_ISREG(status.st_mode):
        return None
    return FileState(status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino)


def doubtful(state: FileState, since: int) -> FileState:
    """Return the state as it is safe to remember in a store opened at the time `since` (nanoseconds).

    A file that changed at that time or later could change once more within the same tick of the clock, and look the
    same: git's racy case. Only its size is remembered, so that next time its content decides.
    """
    return state if max(state.mtime, state.ctime) < since else FileState(state.size, 0, 0, 0)


def digest_of(path: str) -> bytes | None:
    """Return the SHA-256 of a regular file's bytes; None where it cannot be read."""
    import hashlib  # noqa: PLC0415 - a run without doubtful files need not load it

    try:
        # Not blocking and not following: the file may have become a FIFO or a link since it was looked at.
        descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
        try:
            sha256 = hashlib.sha256()
            while piece := os.read(descriptor, READ_BYTES):
                sha256.update(piece)
        finally:
            os.close(descriptor)
    except OSError:
        return None
    return sha256.digest()
