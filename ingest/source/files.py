"""The bytes of a path, without waiting for a pipe, following a link out of the tree, or reading more than allowed."""

import errno
import os
import stat
from typing import NamedTuple

from ingest.findings import Finding
from ingest.findings.codes import IO002, IO003, Code
from ingest.source.limits import DEFAULT_LIMITS, Limits

# O_NONBLOCK: opening a FIFO without a writer would otherwise wait for ever. O_NOFOLLOW: a link is looked at first.
# Windows has neither of them, nor FIFOs in its folders.
_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
_NOFOLLOW = getattr(os, "O_NOFOLLOW", 0)

_KINDS = {
    stat.S_IFDIR: "a folder",
    stat.S_IFIFO: "a named pipe",
    stat.S_IFCHR: "a device",
    stat.S_IFBLK: "a device",
    stat.S_IFSOCK: "a socket",
}
_ERRORS = {
    errno.ENOENT: "it does not exist",
    errno.EACCES: "permission is denied",
    errno.EPERM: "permission is denied",
    errno.ENOTDIR: "a part of the path is not a folder",
    errno.ELOOP: "its links lead round in a circle",
    errno.ENAMETOOLONG: "its name is too long",
    errno.ENXIO: "it is a socket or a device",
}


class Unreadable(NamedTuple):
    """A path whose bytes cannot be had, and why (IO002 or IO003)."""

    path: str
    findings: tuple[Finding, ...]


def read_bytes(
    path: str | os.PathLike[str], limits: Limits = DEFAULT_LIMITS, root: str | os.PathLike[str] | None = None
) -> bytes | Unreadable:
    """Return the bytes of a regular file, at most `limits.file_bytes` of them, or why there are none.

    A link is followed as long as its target stays inside `root` (anywhere, where root is None). Never raises for
    what the path is: a pipe, a device, a folder, a link to nothing, a file that vanishes while it is read.
    """
    name = os.fspath(path)
    try:
        return _read(name, os.open(name, _FLAGS | _NOFOLLOW), limits)
    except OSError as error:
        if error.errno in {errno.ELOOP, errno.EMLINK}:  # BSD says EMLINK where Linux says ELOOP
            return _read_link(name, limits, root)
        return _unreadable(name, IO002, _reason(error))
    except ValueError:
        return _unreadable(name, IO002, "its name has a character that no file name can have")


def _read_link(name: str, limits: Limits, root: str | os.PathLike[str] | None) -> bytes | Unreadable:
    try:
        from pathlib import Path  # noqa: PLC0415 - links are rare, and a cold start is not

        target = Path(name).resolve(strict=True)
        if root is not None and not target.is_relative_to(Path(root).resolve()):
            return _unreadable(name, IO002, "it is a link that leads out of the folder")
        return _read(name, os.open(target, _FLAGS | _NOFOLLOW), limits)
    except RuntimeError:  # Python up to 3.12 raises this for a link loop
        return _unreadable(name, IO002, _ERRORS[errno.ELOOP])
    except OSError as error:
        missing = error.errno == errno.ENOENT
        return _unreadable(name, IO002, "it is a link to nothing" if missing else _reason(error))


def _read(name: str, descriptor: int, limits: Limits) -> bytes | Unreadable:
    try:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            kind = _KINDS.get(stat.S_IFMT(status.st_mode), "something else")
            return _unreadable(name, IO002, f"it is {kind}, not a regular file")
        if status.st_size > limits.file_bytes:
            return _too_large(name, limits)
        data = _read_all(descriptor, status.st_size + 1, limits.file_bytes + 1)
    finally:
        os.close(descriptor)
    return data if len(data) <= limits.file_bytes else _too_large(name, limits)


def _read_all(descriptor: int, expected: int, most: int) -> bytes:
    data = os.read(descriptor, min(expected, most))
    if len(data) < expected:
        return data
    # The file grew since it was looked at, or tells no size (/proc).
    chunks, total = [data], len(data)
    while total < most and (chunk := os.read(descriptor, min(1 << 20, most - total))):
        chunks.append(chunk)
        total += len(chunk)
    return b"".join(chunks)


def _reason(error: OSError) -> str:
    return _ERRORS.get(error.errno or 0) or (error.strerror or "the system refuses").lower()


def _too_large(name: str, limits: Limits) -> Unreadable:
    return _unreadable(name, IO003, f"it is larger than {limits.file_bytes:,} bytes")


def _unreadable(name: str, code: Code, reason: str) -> Unreadable:
    return Unreadable(name, (code.at(None, f"The file cannot be read: {reason}."),))
