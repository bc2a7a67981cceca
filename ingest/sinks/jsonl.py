"""Records and refusals as JSON Lines: two files and their manifest that appear together, or a stream."""

import hashlib
import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import NamedTuple

from ingest.sinks.atomic import Output, atomic_writers
from ingest.sinks.manifest import FileDigest, Summary, manifest_bytes
from ingest.sinks.stdout import StandardOutput, standard_output

# Lines are hashed and handed on in pieces: a call for each costs more than the work on a short line.
PIECE_BYTES = 1 << 16
SUFFIXES = (".jsonl", ".ndjson", ".json")


class Targets(NamedTuple):
    """Where the lines go; None: standard output for the records, nowhere for the rest (refusals are still counted)."""

    records: str | None
    rejected: str | None = None
    manifest: str | None = None

    @classmethod
    def beside(cls, records: str | None, rejected: str | None = None) -> "Targets":
        """Return the targets for `--output` and `--rejected`: what is not given stands beside the records.

        Nothing stands beside standard output or what is no regular file (`/dev/null`, a FIFO).
        """
        if records is None or not _stands_in_a_folder(records):
            return cls(records, rejected)
        stem = next((records.removesuffix(suffix) for suffix in SUFFIXES if records.endswith(suffix)), records)
        return cls(records, rejected or f"{stem}.rejected.jsonl", f"{stem}.manifest.json")

    @property
    def paths(self) -> list[str]:
        """Return the paths of the files that are written."""
        return [path for path in (self.records, self.rejected, self.manifest) if path is not None]


class Lines:
    """Lines on their way to one target, with their number and digest."""

    def __init__(self, output: Output | StandardOutput | None, name: str) -> None:
        self._output, self._name = output, name
        self._sha256 = hashlib.sha256()
        self._count = 0
        self._pending: list[bytes] = []
        self._pending_bytes = 0

    @property
    def is_wanted(self) -> bool:
        """Return whether the lines go anywhere."""
        return self._output is not None

    def write(self, line: bytes) -> None:
        """Take one line, with its line feed; it is written by the next `flush` at the latest."""
        self._count += 1
        if self._output is not None:
            self._pending.append(line)
            self._pending_bytes += len(line)
            if self._pending_bytes >= PIECE_BYTES:
                self.flush()

    def flush(self) -> None:
        """Write what is pending."""
        if self._output is not None and self._pending:
            piece = b"".join(self._pending)
            self._pending, self._pending_bytes = [], 0
            self._sha256.update(piece)
            self._output.write(piece)

    def digest(self) -> FileDigest:
        """Write what is pending, and return name, lines and digest of everything."""
        self.flush()
        return FileDigest(self._name, self._count, "sha256:" + self._sha256.hexdigest())


class JsonLines(NamedTuple):
    """The open targets of one export."""

    records: Lines
    rejected: Lines
    manifest: Lines
    standard_output: StandardOutput | None
    targets: Targets

    @property
    def reader_gone(self) -> bool:
        """Return whether the reader of standard output left before the end."""
        return self.standard_output is not None and self.standard_output.reader_gone

    def finish(self, summary: Summary) -> None:
        """Write the manifest, if there is one; the last call before the block ends."""
        if self.manifest.is_wanted:
            self.manifest.write(manifest_bytes(summary, self.records.digest(), self.rejected.digest()))

    def digests(self) -> dict[str, str]:
        """Return the SHA-256 of the written files by their paths, in hexadecimal digits."""
        targets = (self.targets.records, self.targets.rejected, self.targets.manifest)
        lines = (self.records, self.rejected, self.manifest)
        return {
            path: written.digest().digest.removeprefix("sha256:")
            for path, written in zip(targets, lines, strict=True)
            if path is not None
        }


@contextmanager
def json_lines(targets: Targets) -> Iterator[JsonLines]:
    """Give the sinks for records and refusals; all files appear, complete, when the block ends without an exception.

    Otherwise none of them appears, and what stood there before still stands. When the reader of standard output goes
    away, the block ends quietly in the middle and no file appears (`reader_gone`).

    Raises:
        OutputError: Something cannot be written.
    """
    with ExitStack() as stack:
        # Standard output is entered first: its early end passes through the files as an exception and discards them.
        stdout = stack.enter_context(standard_output()) if targets.records is None else None
        files = dict(zip(targets.paths, stack.enter_context(atomic_writers(targets.paths)), strict=True))
        lines = JsonLines(
            records=Lines(stdout or files[targets.records or ""], _name(targets.records or "-")),
            rejected=Lines(files.get(targets.rejected or ""), _name(targets.rejected or "")),
            manifest=Lines(files.get(targets.manifest or ""), _name(targets.manifest or "")),
            standard_output=stdout,
            targets=targets,
        )
        yield lines
        for each in (lines.records, lines.rejected, lines.manifest):
            each.flush()


def _stands_in_a_folder(path: str) -> bool:
    """Return whether a path is, or will be, a regular file with neighbours."""
    return not os.path.exists(path) or os.path.isfile(path)


def _name(path: str) -> str:
    return os.path.basename(path.rstrip("/"))
