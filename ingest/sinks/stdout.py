"""Standard output as a sink: full lines, in large pieces, and a quiet end when the reader has gone."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from ingest.errors import OutputError

BUFFER_BYTES = 1 << 16


class ReaderGoneError(Exception):
    """Whoever read the pipe has closed it (`ingest export … | head`)."""


class StandardOutput:
    """Takes bytes for standard output; `reader_gone` tells whether the reader left before the end."""

    def __init__(self) -> None:
        self.reader_gone = False
        self._pieces: list[bytes] = []
        self._size = 0

    def write(self, data: bytes) -> None:
        """Take the bytes; raise ReaderGoneError when nobody reads any more, OutputError for any other failure."""
        self._pieces.append(data)
        self._size += len(data)
        if self._size >= BUFFER_BYTES:
            self.flush()

    def flush(self) -> None:
        """Write what is pending; raises like `write`."""
        data = b"".join(self._pieces)
        self._pieces, self._size = [], 0
        try:
            sys.stdout.buffer.write(data)
            sys.stdout.buffer.flush()
        except BrokenPipeError as error:
            self.reader_gone = True
            _silence()
            raise ReaderGoneError from error
        except OSError as error:
            _silence()
            raise OutputError(f"cannot write standard output: {error.strerror or error}") from error


@contextmanager
def standard_output() -> Iterator[StandardOutput]:
    """Give standard output; the block ends quietly, in the middle, when the reader closes the pipe.

    Raises:
        OutputError: Standard output cannot be written for another reason (a full disk).
    """
    output = StandardOutput()
    try:
        yield output
        output.flush()
    except ReaderGoneError:
        pass


def _silence() -> None:
    """Send what is still buffered nowhere: Python would try again at its end, and complain."""
    try:
        descriptor = sys.stdout.fileno()
    except (OSError, ValueError):
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, descriptor)
    os.close(nowhere)
