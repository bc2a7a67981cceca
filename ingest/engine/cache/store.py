"""One store on the disk: reading outcomes, and writing the next index beside the old one."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from time import time_ns
from zlib import crc32

from ingest.engine.cache.index import DamagedIndexError, Entry, IndexWriter, Location, read_entries
from ingest.engine.cache.state import doubtful

READ_FLAGS = os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK  # not blocking: somebody may have put a FIFO there
INDEX, NEXT_INDEX, LOCK, DATA = "index", "index.next", "lock", "data-"
# FAT counts seconds in twos. A file that changed so shortly before the run is doubtful everywhere: it costs little.
CLOCK_TICK_NANOSECONDS = 2_000_000_000
BUFFER_BYTES = 1 << 20


@dataclass(frozen=True, slots=True)
class Keeper:
    """The right to write a store, held as a lock on a file until it is closed, and when it was got (nanoseconds)."""

    lock: int
    since: int


class StoreReader:
    """An open store: entries in the order of their paths, and the outcomes that they point at."""

    def __init__(self, folder: str) -> None:
        """Open the store in a folder; one that is not there is empty. Raise OSError where it cannot be read."""
        self.data: dict[int, tuple[int, int]] = {}
        self._index: int | None = None
        with suppress(FileNotFoundError):
            # The index first: a data file that is gone by the time it is opened only costs its outcomes.
            self._index = os.open(os.path.join(folder, INDEX), READ_FLAGS)
        for number, path in data_files(folder).items() if self._index is not None else ():
            with suppress(OSError):
                descriptor = os.open(path, READ_FLAGS)
                self.data[number] = descriptor, os.fstat(descriptor).st_size

    def entries(self) -> Iterator[tuple[str, Entry]]:
        """Yield path and entry, in order; can be called any number of times. Raises DamagedIndexError."""
        return read_entries(self._index) if self._index is not None else iter(())

    def entries_again(self) -> Iterator[tuple[str, Entry]]:
        """Yield them once more: if the disk does not give them all this time, the rest counts as not there."""
        with suppress(DamagedIndexError):
            yield from self.entries()

    def reachable(self, entry: Entry) -> bool:
        """Return whether the outcome of an entry is there, as far as sizes tell."""
        _, size = self.data.get(entry.data, (0, 0))
        return entry.offset + entry.length <= size

    def outcome(self, entry: Entry) -> bytes | None:
        """Return the bytes of an outcome; None where they are not what was stored."""
        if not entry.length:
            return b""
        try:
            stored = os.pread(self.data[entry.data][0], entry.length, entry.offset)
        except (OSError, KeyError):
            return None
        return stored if len(stored) == entry.length and crc32(stored) == entry.checksum else None

    @property
    def size(self) -> int:
        """Return how many bytes the outcomes take, those that nothing points at included."""
        return sum(size for _, size in self.data.values())

    def forget(self) -> None:
        """Take the store for empty from here on: it is damaged."""
        self.close()

    def close(self) -> None:
        """Close the files."""
        for descriptor in (self._index, *(descriptor for descriptor, _ in self.data.values())):
            if descriptor is not None:
                os.close(descriptor)
        self._index, self.data = None, {}


class StoreWriter:
    """Writes the next index of a store, and the outcomes that are new, until it is committed or discarded.

    Any method raises OSError where the disk does not take it; then only `discard` is left to be called.
    """

    def __init__(self, folder: str, keeper: Keeper) -> None:
        self._folder, self._since = folder, keeper.since
        self._number = max(data_files(folder), default=0) + 1
        self._paths = [os.path.join(folder, name) for name in (f"{DATA}{self._number}", NEXT_INDEX)]
        data, index = self._paths
        self._data = open(data, "xb", buffering=BUFFER_BYTES)  # noqa: SIM115 - closed when it is committed or discarded
        self._offset = 0
        with suppress(FileNotFoundError):
            os.unlink(index)
        self._stream = open(index, "xb", buffering=BUFFER_BYTES)  # noqa: SIM115 - same
        self._index = IndexWriter(self._stream)
        self._referenced: set[int] = set()

    def write(self, outcome: bytes) -> Location:
        """Write an outcome and return where it stands."""
        self._data.write(outcome)
        offset, self._offset = self._offset, self._offset + len(outcome)
        return Location(self._number, offset, len(outcome), crc32(outcome))

    def keep(self, path: str, entry: Entry) -> None:
        """Add the next entry, with as much of the state as is safe to remember."""
        self._referenced.add(entry.data)
        self._index.add(path, entry.seen(doubtful(entry.state, self._since)))

    def commit(self) -> None:
        """Put the next index in the place of the old one, and remove what it does not point at."""
        # No fsync: what a power cut leaves behind is known by its checksums.
        self._data.close()
        self._index.finish()
        self._stream.close()
        os.replace(self._paths[1], os.path.join(self._folder, INDEX))
        for number, path in data_files(self._folder).items():
            if number not in self._referenced:
                os.unlink(path)

    def discard(self) -> None:
        """Leave the store as it was."""
        for stream in (self._data, self._stream):
            with suppress(OSError):
                stream.close()
        for path in self._paths:
            with suppress(OSError):
                os.unlink(path)


def data_files(folder: str) -> dict[int, str]:
    """Return the data files of a store by their numbers."""
    names: list[str] = []
    with suppress(FileNotFoundError):
        names = os.listdir(folder)
    found = {name.removeprefix(DATA): name for name in names if name.startswith(DATA)}
    return {int(number): os.path.join(folder, name) for number, name in found.items() if number.isdecimal()}


def become_keeper(folder: str) -> Keeper | None:
    """Return the right to write a store, None where another run has it; raise OSError where nobody can."""
    lock = _opened_lock(folder)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        since = _safe_moment(lock)
    except BlockingIOError:
        os.close(lock)
        return None
    except BaseException:
        os.close(lock)
        raise
    return Keeper(lock, since)


def safe_moment(folder: str) -> int:
    """Return the time (nanoseconds) up to which a change shows in a file's state; raise OSError as `become_keeper`."""
    lock = _opened_lock(folder)
    try:
        return _safe_moment(lock)
    finally:
        os.close(lock)


def _opened_lock(folder: str) -> int:
    return os.open(os.path.join(folder, LOCK), os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, 0o666)


def _safe_moment(lock: int) -> int:
    # The time as the file system counts it, which is what it stamps the articles with; ours may differ.
    os.utime(lock)
    return min(os.fstat(lock).st_mtime_ns, time_ns()) - CLOCK_TICK_NANOSECONDS
