"""Several worker processes behind one ordered stream; a process that dies costs the article that it died of.

Not a ProcessPoolExecutor, which loses everything under way when a worker is killed, and not a multiprocessing.Pool,
which then waits for ever.
"""

import heapq
import pickle
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass
from multiprocessing.connection import wait
from typing import Generic

from ingest.engine.job import BATCH_BYTES, Item, Items, Job, Lost, Outcome, StartMethod, attempt_all, draw
from ingest.engine.progress import Progress
from ingest.engine.worker import Task, Worker, start_worker

# A chunk is what crosses a pipe at once, and is worked on as a batch. One file a chunk costs more than it gains.
CHUNK_ITEMS = 64
# What may be finished ahead of an item that takes long: more would only fill the memory.
AHEAD_CHUNKS = 32
AHEAD_BYTES = 32 << 20
FAILED_STARTS = 3
# A Ctrl-C that comes just before the parent begins to wait does not wake it up.
INTERRUPT_SECONDS = 1.0
NO_PROCESS = "its process died, and no other can be started to try it again"


@dataclass(frozen=True, slots=True)
class Crew:
    """How many processes, how they are started (`fork`, `spawn`), and how many items they are given at once."""

    workers: int
    method: StartMethod
    chunk_items: int = CHUNK_ITEMS


class Scheduler(Generic[Item, Outcome]):
    """One parallel run."""

    def __init__(self, items: Items[Item], job: Job[Item, Outcome], crew: Crew, progress: Progress) -> None:
        self._job, self._crew, self._progress = job, crew, progress
        self._new, self._total = iter(items), len(items)
        self._again: list[tuple[int, Task[Item]]] = []
        self._workers: list[Worker[Item]] = []
        self._done: dict[int, tuple[Task[Item], Sequence[Outcome | Lost], int]] = {}
        self._done_bytes = 0
        self._drawn = self._head = 0
        self._failed_starts = 0

    def outcomes(self) -> Generator[Outcome, None, None]:
        """Yield every outcome in order; no process is left when the iterator ends or is closed."""
        try:
            while True:
                self._assign()
                if self._head == self._total:
                    return
                if any(worker.given or not worker.ready for worker in self._workers):
                    self._collect()
                yield from self._finished()
        finally:
            for worker in self._workers:
                worker.end()

    def _finished(self) -> Iterator[Outcome]:
        while self._head in self._done:
            task, outcomes, size = self._done.pop(self._head)
            for item, outcome in zip(task.items, outcomes, strict=True):
                yield self._job.on_lost(item, outcome.reason) if isinstance(outcome, Lost) else outcome
            self._done_bytes -= size
            self._head += len(outcomes)
            self._progress.advance(len(outcomes))

    def _assign(self) -> None:
        # Everybody gets a first task before anybody gets a second, which is there to spare the wait for the next.
        for load in (0, 1):
            for worker in self._staff():
                if worker.ready and len(worker.given) == load and (task := self._next()):
                    worker.give(task)
        if not self._workers and (task := self._next()):
            self._finish(task, self._here(task), 0)

    def _staff(self) -> list[Worker[Item]]:
        """Return the workers, hired up to the number wanted as long as there is work to do and starting works."""
        wanted = self._crew.workers if self._failed_starts < FAILED_STARTS else 0
        while len(self._workers) < wanted and self._more():
            try:
                self._workers.append(start_worker(self._crew.method, self._job.work, self._workers))
            except OSError:
                self._failed_starts += 1
                break
        return self._workers

    def _more(self) -> bool:
        return bool(self._again) or self._drawn < self._total

    def _here(self, task: Task[Item]) -> Sequence[Outcome | Lost]:
        """Return what becomes of items when there are no processes to be had; one that killed its own stays out."""
        return [Lost(NO_PROCESS)] if task.alone else attempt_all(self._job.work, task.items)

    def _next(self) -> Task[Item] | None:
        if self._again:
            return heapq.heappop(self._again)[1]
        if self._drawn - self._head >= AHEAD_CHUNKS * self._crew.chunk_items or self._done_bytes >= AHEAD_BYTES:
            return None
        return self._drawn_task()

    def _drawn_task(self) -> Task[Item] | None:
        items = draw(self._new, self._job.weigh, self._crew.chunk_items, BATCH_BYTES)
        first, self._drawn = self._drawn, self._drawn + len(items)
        return Task(first, items) if items else None

    def _collect(self) -> None:
        ready = wait([worker.results for worker in self._workers], INTERRUPT_SECONDS)
        for worker in [worker for worker in self._workers if worker.results in ready]:
            try:
                message = worker.results.recv_bytes()
            except (EOFError, OSError):
                self._bury(worker)
                continue
            if not worker.ready:
                worker.ready, self._failed_starts = True, 0
                continue
            outcomes: list[Outcome | Lost] = pickle.loads(message)  # noqa: S301 - from our own worker's pipe
            self._finish(worker.given.popleft(), outcomes, len(message))

    def _finish(self, task: Task[Item], outcomes: Sequence[Outcome | Lost], size: int) -> None:
        self._done[task.first] = task, outcomes, size
        self._done_bytes += size

    def _bury(self, worker: Worker[Item]) -> None:
        """Take leave of a dead worker: what it was working on is tried once more, item by item, or is lost."""
        self._workers.remove(worker)
        cause = worker.end()
        if not worker.ready:
            self._failed_starts += 1
        again = list(worker.given)
        if again and again[0].alone:
            self._finish(again.pop(0), [Lost(f"its process died twice, the last time with {cause}")], 0)
        elif again:
            again[:1] = again[0].apart()
        for task in again:
            heapq.heappush(self._again, (task.first, task))
