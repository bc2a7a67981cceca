"""What an export left behind: if everything it depends on is as it was, its files need not be written again.

The note `standing` in a store says what the run was asked, a digest of all it saw of its articles, what it counted, and
which files it wrote, with their SHA-256. The next run takes the counts from the note if it is asked the same, sees the
same, and finds the files as they were left: by their states or, where those could deceive (git's racy case: a file that
was written just now), by their bytes. In every other case the run is made; the note only ever spares one.
"""

import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import NamedTuple, TypeAlias
from zlib import crc32

import orjson

from ingest.engine.cache.state import FileState, digest_of, doubtful, state_of
from ingest.engine.cache.store import READ_FLAGS, become_keeper

NOTE, NEXT_NOTE = "standing", "standing.next"
MOST_BYTES = 1 << 20
CHECKSUM_BYTES = 4

Counts: TypeAlias = Mapping[str, Mapping[str, int]]


class Written(NamedTuple):
    """A file that a run wrote: the SHA-256 of its bytes in hexadecimal digits, and the state that it was left in."""

    sha256: str
    state: FileState


class Standing(NamedTuple):
    """What a run was asked and saw, as one text; the files that it wrote, in order; and what it counted, by kind."""

    request: str
    files: tuple[Written, ...]
    counts: Counts


def written(digests: Mapping[str, str], since: int) -> tuple[Written, ...] | None:
    """Return files from their paths and digests; None where one is no regular file.

    Of what was written after `since` only the size is noted, so that the bytes decide next time.
    """
    states = [(digest, state_of(path)) for path, digest in digests.items()]
    found = tuple(Written(digest, doubtful(state, since)) for digest, state in states if state is not None)
    return found if len(found) == len(states) else None


def still_standing(paths: Sequence[str], files: Sequence[Written], since: int) -> tuple[Written, ...] | None:
    """Return the files with their states as far as they can be relied on; None where one is not as it was left."""
    if len(paths) != len(files):
        return None
    found: list[Written] = []
    for path, file in zip(paths, files, strict=True):
        state = state_of(path)
        if state is None or state.size != file.state.size:
            return None
        if state != file.state:
            digest = digest_of(path)
            if digest is None or digest.hex() != file.sha256:
                return None
        found.append(file._replace(state=doubtful(state, since)))
    return tuple(found)


def read_note(folder: str) -> Standing | None:
    """Return the note in the folder of a store; None where there is none, or it is not as it was written."""
    try:
        descriptor = os.open(os.path.join(folder, NOTE), READ_FLAGS)
        try:
            content = os.read(descriptor, MOST_BYTES)
        finally:
            os.close(descriptor)
    except OSError:
        return None
    if crc32(content[CHECKSUM_BYTES:]) != int.from_bytes(content[:CHECKSUM_BYTES], "big"):
        return None
    try:
        request, files, counts = orjson.loads(content[CHECKSUM_BYTES:])
        states = tuple(Written(str(digest), FileState(*map(int, state))) for digest, state in files)
        return Standing(request, states, _checked(counts))
    except (ValueError, TypeError, AttributeError):
        return None


def _checked(counts: Mapping[str, Mapping[str, object]]) -> Counts:
    """Return counts that are some; raise ValueError where they are something else."""
    checked = {kind: {key: n for key, n in each.items() if type(n) is int} for kind, each in counts.items()}
    if checked != counts:
        raise ValueError
    return checked


def write_note(folder: str, note: Standing) -> None:
    """Put a note in the place of the old one, unless another run writes the store; raise OSError like any file."""
    keeper = become_keeper(folder)
    if keeper is None:
        return
    try:
        content = orjson.dumps(note, default=tuple)
        following = os.path.join(folder, NEXT_NOTE)
        with suppress(FileNotFoundError):
            os.unlink(following)
        with open(following, "xb") as stream:
            stream.write(crc32(content).to_bytes(CHECKSUM_BYTES, "big") + content)
        os.replace(following, os.path.join(folder, NOTE))
    finally:
        os.close(keeper.lock)
