"""The index file: entries in the order of their paths, in blocks with checksums; read and written as a stream."""

import os
import struct
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple
from zlib import crc32

from ingest.engine.cache.state import FileState

MAGIC = b"ingest cache index 1\n"
BLOCK = struct.Struct("<III")  # entries, bytes of paths, checksum of both; the last block has no entries
ENTRY = struct.Struct("<qqqQ32sIQQI")
BLOCK_ENTRIES = 1024
MOST_PATH_BYTES = 64 << 20


class DamagedIndexError(ValueError):
    """The index is not as it was written."""


class Location(NamedTuple):
    """Where an outcome stands: the number of the data file, offset and length in bytes, CRC-32."""

    data: int
    offset: int
    length: int
    checksum: int


class Entry(NamedTuple):
    """What is known of one file: its state, the SHA-256 of its bytes, and the location of its outcome.

    Flat, as it is packed: an entry is made for every file of a run.
    """

    size: int
    mtime: int
    ctime: int
    inode: int
    digest: bytes
    data: int
    offset: int
    length: int
    checksum: int

    @property
    def state(self) -> FileState:
        """Return the state that the file was in."""
        return FileState(self.size, self.mtime, self.ctime, self.inode)

    def seen(self, state: FileState) -> "Entry":
        """Return the entry for the same bytes in another state."""
        return Entry._make((*state, *self[4:]))

    def moved(self, location: Location) -> "Entry":
        """Return the entry for an outcome that stands elsewhere."""
        return Entry._make((*self[:5], *location))


def read_entries(descriptor: int) -> Iterator[tuple[str, Entry]]:
    """Yield the entries of an open index, in order; the descriptor can be read from several places at once.

    Raises:
        DamagedIndexError: The index is cut off or was changed; what was yielded before is right.
    """
    if _read(descriptor, len(MAGIC), 0) != MAGIC:
        raise DamagedIndexError
    offset, total = len(MAGIC), 0
    while True:
        header = _read(descriptor, BLOCK.size, offset)
        count, path_bytes, checksum = BLOCK.unpack(header)
        if count == 0:
            if path_bytes != total or checksum != crc32(header[:-4]):
                raise DamagedIndexError
            return
        size = count * ENTRY.size
        if count > BLOCK_ENTRIES or path_bytes > MOST_PATH_BYTES:
            raise DamagedIndexError
        block = _read(descriptor, size + path_bytes, offset + BLOCK.size)
        if crc32(block) != checksum:
            raise DamagedIndexError
        paths = block[size:].decode("utf-8", "replace").split("\0")
        if len(paths) != count:
            raise DamagedIndexError
        yield from zip(paths, map(Entry._make, ENTRY.iter_unpack(block[:size])), strict=True)
        offset, total = offset + BLOCK.size + len(block), total + count


def _read(descriptor: int, size: int, offset: int) -> bytes:
    try:
        content = os.pread(descriptor, size, offset)
    except OSError as error:
        raise DamagedIndexError from error
    if len(content) < size:
        raise DamagedIndexError
    return content


class IndexWriter:
    """Writes an index; entries are added in the order of their paths."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._paths: list[str] = []
        self._entries: list[bytes] = []
        self._total = 0
        stream.write(MAGIC)

    def add(self, path: str, entry: Entry) -> None:
        """Add the next entry."""
        self._paths.append(path)
        self._entries.append(ENTRY.pack(*entry))
        if len(self._paths) == BLOCK_ENTRIES:
            self._write_block()

    def finish(self) -> None:
        """Write what is pending and the end; without it the index counts as damaged."""
        if self._paths:
            self._write_block()
        end = struct.pack("<II", 0, self._total)
        self._stream.write(end + struct.pack("<I", crc32(end)))

    def _write_block(self) -> None:
        paths = "\0".join(self._paths).encode()
        block = b"".join(self._entries) + paths
        self._stream.write(BLOCK.pack(len(self._paths), len(paths), crc32(block)) + block)
        self._total += len(self._paths)
        self._paths, self._entries = [], []
