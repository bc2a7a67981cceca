"""What a run writes down for the next one, as long as the disk takes it."""

from collections.abc import Callable
from types import TracebackType
from typing import Self

from ingest.engine.cache.index import Entry
from ingest.engine.cache.place import CachePlace
from ingest.engine.cache.state import FileState
from ingest.engine.cache.store import Keeper, StoreWriter


class Notes:
    """Takes notes for the next run; a disk that does not take them costs a warning and the notes.

    Without a keeper nothing is noted. Leaving the `with` block before `complete` was called leaves the store as it was.
    """

    def __init__(self, place: CachePlace, keeper: Keeper | None, warn: Callable[[str], None]) -> None:
        self._place, self._keeper, self._warn = place, keeper, warn
        self._writer: StoreWriter | None = None

    def __enter__(self) -> Self:
        if self._keeper is not None:
            try:
                self._writer = StoreWriter(self._place.folder, self._keeper)
            except OSError as error:
                self._give_up(error)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._writer is not None:
            self._writer.discard()

    @property
    def taken(self) -> bool:
        """Return whether anything is noted."""
        return self._writer is not None

    def keep(self, path: str, entry: Entry, stored: bytes | None) -> None:
        """Note that an entry holds; with the stored bytes: write them to where nothing is wasted."""
        if self._writer is not None:
            try:
                self._writer.keep(path, entry if stored is None else entry.moved(self._writer.write(stored)))
            except OSError as error:
                self._give_up(error)

    def add(self, path: str, state: FileState, digest: bytes, stored: bytes) -> None:
        """Note an outcome, made from a file in this state with these bytes."""
        if self._writer is not None:
            try:
                self._writer.keep(path, Entry(*state, digest, *self._writer.write(stored)))
            except OSError as error:
                self._give_up(error)

    def complete(self) -> None:
        """Put the notes in the place of the old ones."""
        if self._writer is not None:
            try:
                self._writer.commit()
            except OSError as error:
                self._give_up(error)
            else:
                self._writer = None
                self._place.remove_oldest()

    def _give_up(self, error: OSError) -> None:
        self._warn(f"the cache cannot be written: {error.strerror or error}")
        if self._writer is not None:
            self._writer.discard()
            self._writer = None
