"""A run that works only on what has changed: everything else is taken from the store of an earlier run."""

import os
from collections.abc import Callable, Generator, Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from ingest.engine.cache.index import Entry
from ingest.engine.cache.notes import Notes
from ingest.engine.cache.place import CachePlace
from ingest.engine.cache.plan import Plan, Verdict, aligned, plan_of
from ingest.engine.cache.requests import Answer, Requests, Unchanged, Worked, request_job
from ingest.engine.cache.state import state_of
from ingest.engine.cache.store import Keeper, StoreReader, become_keeper
from ingest.engine.found import FileList, FoundFile
from ingest.engine.job import Job, Lost, Outcome, attempt_all
from ingest.engine.pipeline import UNWATCHED, RunOptions, run

Stored = TypeVar("Stored")
# To write an index costs 2 µs a file, to work on an article about 150: a few changes are worked on again each time.
FILES_PER_CHANGE = 1000
WASTED_BYTES = 1 << 20
MOST_DATA_FILES = 16


class Codec(Protocol[Stored]):
    """Turns outcomes into bytes and back. Not by pickle: a cache may come with a stranger's repository."""

    def encode(self, outcome: Stored) -> bytes:
        """Return the outcome as bytes."""

    def decode(self, stored: bytes, path: str, digest: bytes) -> Stored:
        """Return the outcome of the file with this path, whose bytes have this digest, again."""

    def digest(self, outcome: Stored) -> bytes | None:
        """Return the SHA-256 of the bytes that the outcome was made from; None: it is not to be remembered."""


@dataclass(frozen=True, slots=True)
class Memory(Generic[Stored]):
    """Where outcomes are remembered, how, and who is told in a sentence when that does not work."""

    place: CachePlace
    codec: Codec[Stored]
    warn: Callable[[str], None]


def run_incremental(
    files: FileList, job: Job[FoundFile, Outcome], memory: Memory[Outcome], options: RunOptions
) -> Generator[Outcome, None, None]:
    """Yield the same outcomes as `run`; those of files that have not changed come out of the memory.

    Whatever is wrong with the memory costs a warning and time, never an outcome. Close the iterator
    (`contextlib.closing`) when it is not read to its end: such a run is not remembered.
    """
    with ExitStack() as opened:
        try:
            memory.place.prepare()
            keeper = become_keeper(memory.place.folder)
            if keeper is not None:
                opened.callback(os.close, keeper.lock)
            store = opened.enter_context(closing(StoreReader(memory.place.folder)))
        except OSError as error:
            memory.warn(f"the cache is not used: {error.strerror or error}")
            yield from run(files, job, options)
        else:
            yield from _outcomes(_Run(files, job, memory, store), keeper, options)


def _outcomes(this: "_Run[Outcome]", keeper: Keeper | None, options: RunOptions) -> Iterator[Outcome]:
    plan = this.plan()
    wanted = plan.changes * FILES_PER_CHANGE >= len(this.files)
    answers = run(Requests(this.files, this.store, plan), request_job(this.job), options._replace(progress=UNWATCHED))
    with Notes(this.memory.place, keeper if wanted else None, this.memory.warn) as notes, closing(answers):
        emission = _Emission(this, notes, answers, compact=_wasteful(this.store, plan))
        verdicts = iter(plan.verdicts)
        for file, path, entry in aligned(this.files, this.store.entries_again()):
            if file is not None:
                yield emission.outcome(file, entry, recalled=next(verdicts) == Verdict.RECALL)
                options.progress.advance(1)
            elif entry is not None and notes.taken:
                emission.carry(path, entry)
        notes.complete()


def _wasteful(store: StoreReader, plan: Plan) -> bool:
    return store.size > 2 * plan.kept_bytes + WASTED_BYTES or len(store.data) >= MOST_DATA_FILES


@dataclass(frozen=True, slots=True)
class _Run(Generic[Outcome]):
    """What a run is about."""

    files: FileList
    job: Job[FoundFile, Outcome]
    memory: Memory[Outcome]
    store: StoreReader

    def plan(self) -> Plan:
        """Return what is to be done; a damaged store counts as empty."""
        try:
            return plan_of(self.files, self.store)
        except ValueError:
            self.memory.warn("the cache is damaged and made anew")
            self.store.forget()
            return plan_of(self.files, self.store)


class _Emission(Generic[Outcome]):
    """Gets the outcomes, from the store or the workers, and notes what the next run may rely on."""

    def __init__(self, this: _Run[Outcome], notes: Notes, answers: Iterator[Answer[Outcome]], *, compact: bool) -> None:
        self._this, self._codec, self._notes, self._answers = this, this.memory.codec, notes, answers
        self._compact = compact
        self._damaged = False

    def outcome(self, file: FoundFile, entry: Entry | None, *, recalled: bool) -> Outcome:
        """Return the outcome of the next file."""
        answer = None if recalled else next(self._answers)
        if isinstance(answer, Worked):
            return self._noted(file.path, answer)
        if entry is not None and isinstance(answer, Unchanged):
            entry = entry.seen(answer.state)
        stored = self._this.store.outcome(entry) if entry is not None else None
        if entry is None or stored is None:
            return self._anew(file)
        try:
            outcome = self._codec.decode(stored, file.path, entry.digest)
        except Exception:  # noqa: BLE001 - whatever the codec cannot read is made again
            return self._anew(file)
        self._notes.keep(file.path, entry, stored if self._compact else None)
        return outcome

    def carry(self, path: str, entry: Entry) -> None:
        """Keep the entry of a file that this run is not about, unless the file is gone."""
        files = self._this.files
        # A path with a backslash may be an escaped one. It is let go: such names are rare, and working is never wrong.
        if "\\" in path or not self._this.store.reachable(entry) or not os.path.lexists(f"{files.root}/{path}"):
            return
        stored = self._this.store.outcome(entry) if self._compact else None
        if stored is not None or not self._compact:
            self._notes.keep(path, entry, stored)

    def _noted(self, path: str, worked: Worked[Outcome]) -> Outcome:
        digest = self._codec.digest(worked.outcome) if worked.state is not None and self._notes.taken else None
        if worked.state is not None and digest is not None:
            self._notes.add(path, worked.state, digest, self._codec.encode(worked.outcome))
        return worked.outcome

    def _anew(self, file: FoundFile) -> Outcome:
        """Work on a file whose outcome should have been in the store."""
        if not self._damaged:
            self._this.memory.warn("the cache is damaged; what cannot be read is made anew")
            self._damaged = True
        state = state_of(file.absolute)
        (outcome,) = attempt_all(self._this.job.work, [file])
        if isinstance(outcome, Lost):
            return self._this.job.on_lost(file, outcome.reason)
        return self._noted(file.path, Worked(state, outcome))
