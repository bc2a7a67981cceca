"""An export of files that have not changed, to where its output still stands: only looked at, and summed up."""

import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from hashlib import blake2b
from typing import TYPE_CHECKING

from ingest.cli.session import Session
from ingest.engine.cache.looking import look_at
from ingest.engine.cache.place import CachePlace
from ingest.engine.cache.standing import Counts, Standing, read_note, still_standing, write_note, written
from ingest.engine.cache.store import safe_moment
from ingest.sinks.jsonl import JsonLines, Targets

if TYPE_CHECKING:
    from ingest.sinks.manifest import JsonValue


@dataclass(frozen=True)
class LastExport:
    """What an export with the same request may have left behind, and where this one leaves its note.

    Attributes:
        place: Where the note is.
        paths: The files that this one writes.
        request: What is asked and what is seen of the files, as one text.
        since: Before this time (nanoseconds) whatever changed shows it.
        settled: Whether all articles changed before that time, so that what was seen of them can be relied on.
    """

    place: CachePlace
    paths: Sequence[str]
    request: str
    since: int
    settled: bool

    def counts(self) -> Counts | None:
        """Return what the last run counted if all that it wrote still stands."""
        note = read_note(self.place.folder)
        if note is None or note.request != self.request:
            return None
        files = still_standing(self.paths, note.files, self.since)
        if files is None:
            return None
        if files != note.files:
            self._write(note._replace(files=files))
        return note.counts

    def remember(self, lines: JsonLines, counts: Counts) -> None:
        """Leave a note of what was written and counted, once the files have appeared."""
        if not self.settled:
            return
        files = written(lines.digests(), self.since)
        if files is not None:
            self._write(Standing(self.request, files, counts))

    def _write(self, note: Standing) -> None:
        # Whoever could not write the store has been told; a note less costs time and nothing else.
        with suppress(OSError):
            write_note(self.place.folder, note)


def last_export(
    session: Session, targets: Targets, shaping: "Mapping[str, JsonValue]", place: CachePlace
) -> LastExport | None:
    """Return what to ask about an earlier export; None where nothing is remembered of such a run."""
    if targets.manifest is None:
        return None
    try:
        place.prepare()
        since = safe_moment(place.folder)
    except OSError:
        return None
    look = look_at(session.discovery.files)
    if look is None:
        return None
    paths = [os.path.abspath(path) for path in targets.paths]
    asked = repr((look.digest, paths, sorted(shaping.items()), sorted(session.skipped.items())))
    request = blake2b(asked.encode(), digest_size=32).hexdigest()
    return LastExport(place, targets.paths, request, since, settled=look.newest < since)
