"""Files that appear complete or not at all: a temporary file beside the target, fsync, rename."""

# Paths stay strings: every export writes files, and to load pathlib takes 3 ms.

import errno
import os
import stat
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from typing import BinaryIO, NamedTuple

from ingest.errors import OutputError

BUFFER_BYTES = 1 << 20
# These names stand for open files: to replace what lies behind them would cut off whoever reads there.
OPEN_FILES = ("/dev/", "/proc/")


class Output:
    """A file being written: `write` takes bytes and raises OutputError where the system raises OSError."""

    def __init__(self, stream: BinaryIO, target: str) -> None:
        self.target = target
        self._stream = stream

    def write(self, data: bytes) -> None:
        """Write the bytes, all of them."""
        try:
            self._stream.write(data)
        except OSError as error:
            raise _refused(self.target, error) from error

    def complete(self) -> None:
        """Send everything to the disk, as far as the target is on one."""
        try:
            self._stream.flush()
            if stat.S_ISREG(os.fstat(self._stream.fileno()).st_mode):
                os.fsync(self._stream.fileno())
        except OSError as error:
            raise _refused(self.target, error) from error

    def close(self) -> None:
        """Close the file; what could not be written is not tried again."""
        with suppress(OSError):
            self._stream.close()


class _Replacement(NamedTuple):
    """A temporary file and the target whose place it takes."""

    temporary: str
    target: str

    @property
    def backup(self) -> str:
        return self.temporary.removesuffix(".tmp") + ".old"

    @property
    def folder(self) -> str:
        return os.path.dirname(self.target)


@contextmanager
def atomic_writer(path: str) -> Iterator[Output]:
    """Give a file to write to; its content stands at `path` once the block ends without an exception.

    Otherwise nothing changes. The mode and, where permitted, the owner of an existing file are kept, and a link stays
    a link. What is no regular file (a FIFO, `/dev/stdout`) is written directly.

    Raises:
        OutputError: The file cannot be written.
    """
    with atomic_writers([path]) as outputs:
        yield outputs[0]


@contextmanager
def atomic_writers(paths: Sequence[str]) -> Iterator[list[Output]]:
    """Give several files to write to, which take their places together, after all of them are complete on the disk.

    Raises:
        OutputError: One of the files cannot be written, or two are the same.
    """
    resolved = [_resolved(path) for path in paths]
    for path, target in zip(paths, resolved, strict=True):
        if target is not None and resolved.count(target) > 1:
            raise OutputError(f"cannot write {path}: two outputs would go there")
    with ExitStack() as cleanup:
        replacements = [_replacement(target, cleanup) for target in resolved if target is not None]
        waiting = iter(replacements)
        outputs = [
            _opened(path, None if target is None else next(waiting), cleanup)
            for path, target in zip(paths, resolved, strict=True)
        ]
        yield outputs
        for output in outputs:
            output.complete()
        _replace_all(replacements)


def _resolved(path: str) -> str | None:
    """Return the regular file, links followed, that a new one replaces; None where `path` is written directly."""
    if os.path.abspath(path).startswith(OPEN_FILES):
        return None
    try:
        mode = os.stat(path or ".").st_mode
    except FileNotFoundError:
        mode = stat.S_IFREG
    except (OSError, ValueError) as error:  # ValueError: a null byte
        raise _refused(path, error) from error
    if stat.S_ISDIR(mode):
        raise OutputError(f"cannot write {path}: it is a folder")
    return os.path.realpath(path) if stat.S_ISREG(mode) else None


def _replacement(target: str, cleanup: ExitStack) -> _Replacement:
    replacement = _Replacement(os.path.join(os.path.dirname(target), f".ingest-{os.urandom(8).hex()}.tmp"), target)
    # Promised before the file exists: an interrupt may come right after it is made.
    cleanup.callback(_remove, replacement.temporary)
    return replacement


def _opened(path: str, replacement: _Replacement | None, cleanup: ExitStack) -> Output:
    try:
        stream = _created(replacement) if replacement else _direct(path)
    except OSError as error:
        raise _refused(path, error) from error
    output = Output(stream, path)
    cleanup.callback(output.close)
    return output


def _direct(path: str) -> BinaryIO:
    return open(path, "wb", buffering=BUFFER_BYTES)


def _created(replacement: _Replacement) -> BinaryIO:
    """Return the open temporary file, with the mode and owner of the file whose place it will take."""
    existing = os.stat(replacement.target) if os.path.exists(replacement.target) else None
    if existing is not None and not os.access(replacement.target, os.W_OK):
        raise PermissionError(errno.EACCES, "it is write-protected")
    stream = open(replacement.temporary, "xb", buffering=BUFFER_BYTES)  # noqa: SIM115 - closed as an `Output`
    if existing is not None:
        with suppress(OSError):  # only root may give a file away
            os.fchown(stream.fileno(), existing.st_uid, existing.st_gid)
        os.fchmod(stream.fileno(), stat.S_IMODE(existing.st_mode))
    return stream


def _replace_all(replacements: Sequence[_Replacement]) -> None:
    """Put every temporary file in its place; when one fails or an interrupt comes between, put the old ones back."""
    with ExitStack() as cleanup:
        for replacement in replacements:
            cleanup.callback(_remove, replacement.backup)
            with suppress(OSError):  # there is no old file, or the file system has no hard links
                os.link(replacement.target, replacement.backup)
        begun: list[_Replacement] = []
        try:
            for replacement in replacements:
                begun.append(replacement)
                os.replace(replacement.temporary, replacement.target)
        except BaseException as error:
            for replacement in begun:
                _put_back(replacement)
            if isinstance(error, OSError):
                raise _refused(begun[-1].target, error) from error
            raise
        for folder in {replacement.folder for replacement in replacements}:
            _sync_folder(folder)


def _put_back(replacement: _Replacement) -> None:
    if os.path.exists(replacement.temporary):
        return
    with suppress(OSError):
        if os.path.exists(replacement.backup):
            os.replace(replacement.backup, replacement.target)
        else:
            os.unlink(replacement.target)


def _sync_folder(folder: str) -> None:
    # Without this the rename may not survive a power cut. Some file systems cannot do it, which is no failure.
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _remove(path: str) -> None:
    with suppress(OSError):
        os.unlink(path)


def _refused(path: str, error: OSError | ValueError) -> OutputError:
    return OutputError(f"cannot write {path}: {getattr(error, 'strerror', None) or error}")
