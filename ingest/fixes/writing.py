"""The repaired bytes into the same file, as a careful editor writes them."""

import os
import stat
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class NotWritten:
    """Why a file was left as it is."""

    reason: str


def write_fixed(path: str, before: bytes, after: bytes) -> NotWritten | None:
    """Replace a file's bytes through a temporary file, fsync and rename; None when that was done.

    Mode and owner stay. Refused: links (the rename would turn them into files),
    read-only files, and files whose bytes are not `before` any more.
    """
    refused = why_not_written(path, before)
    if refused:
        return refused
    try:
        _replace(path, os.lstat(path), after)
    except OSError as error:
        return NotWritten(error.strerror or str(error))
    return None


def why_not_written(path: str, before: bytes) -> NotWritten | None:
    """Return why `write_fixed` would leave a file as it is, None where it would write."""
    try:
        reason = _refusal(path, os.lstat(path), before)
    except OSError as error:
        return NotWritten(error.strerror or str(error))
    return NotWritten(reason) if reason else None


def _refusal(path: str, status: os.stat_result, before: bytes) -> str | None:
    if stat.S_ISLNK(status.st_mode):
        return "it is a symbolic link; fix the file it points to"
    if not stat.S_ISREG(status.st_mode):
        return "it is not a regular file"
    if status.st_nlink > 1:
        return "it has several hard links, which a rename would part"
    if not status.st_mode & stat.S_IWUSR or not os.access(path, os.W_OK):
        return "it is read-only"
    if Path(path).read_bytes() != before:
        return "it was changed meanwhile"
    return None


def _replace(path: str, status: os.stat_result, after: bytes) -> None:
    folder = os.path.dirname(os.path.abspath(path))
    descriptor, temporary = tempfile.mkstemp(dir=folder, prefix=".ingest-", suffix=".tmp")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(after)
            os.fchmod(file.fileno(), stat.S_IMODE(status.st_mode))
            if (status.st_uid, status.st_gid) != (os.geteuid(), os.getegid()):
                os.fchown(file.fileno(), status.st_uid, status.st_gid)
            file.flush()
            os.fsync(file.fileno())
        _ensure_unchanged(path, status)
        os.replace(temporary, path)
    except BaseException:
        with suppress(OSError):
            os.unlink(temporary)
        raise
    _sync_folder(folder)


def _ensure_unchanged(path: str, before: os.stat_result) -> None:
    now = os.lstat(path)
    if (now.st_ino, now.st_size, now.st_mtime_ns) != (before.st_ino, before.st_size, before.st_mtime_ns):
        raise OSError(0, "it was changed meanwhile")


def _sync_folder(folder: str) -> None:
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
