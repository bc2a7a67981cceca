"""Items → outcomes: in order, streaming, by one process or several."""

import os
import sys
from collections.abc import Generator
from typing import NamedTuple

from ingest.engine.job import (
    BATCH_BYTES,
    BATCH_ITEMS,
    Item,
    Items,
    Job,
    Lost,
    Outcome,
    StartMethod,
    attempt,
    attempt_all,
    draw,
)
from ingest.engine.progress import Progress, Unwatched

__all__ = ["Job", "RunOptions", "run"]

UNWATCHED = Unwatched()
# Starting processes and sending the results back takes as long as some hundred articles do.
ITEMS_THAT_PAY = 1000
ITEMS_PER_WORKER = 500
# One parent keeps about so many workers busy.
MOST_WORKERS = 8
CHUNKS_PER_WORKER = 4


class RunOptions(NamedTuple):
    """How a job is run.

    Attributes:
        workers: The number of processes; 1: this one; None: as many as pay.
        progress: Who wants to know how far the run is.
        start_method: How processes are started (`fork`, `spawn`); None: as fits this process.
    """

    workers: int | None = None
    progress: Progress = UNWATCHED
    start_method: StartMethod | None = None


def run(items: Items[Item], job: Job[Item, Outcome], options: RunOptions) -> Generator[Outcome, None, None]:
    """Yield the outcome of every item, in the order of the items; the same ones for every number of workers.

    Close the iterator (`contextlib.closing`) to end the processes when it is not read to its end.
    """
    workers = min(_paying_workers(len(items)) if options.workers is None else options.workers, len(items))
    return _serial(items, job, options.progress) if workers <= 1 else _parallel(items, job, options, workers)


def _serial(items: Items[Item], job: Job[Item, Outcome], progress: Progress) -> Generator[Outcome, None, None]:
    drawn = iter(items)
    while batch := draw(drawn, job.weigh, BATCH_ITEMS, BATCH_BYTES):
        for item, outcome in zip(batch, attempt_all(job.work, batch), strict=True):
            yield job.on_lost(item, outcome.reason) if isinstance(outcome, Lost) else outcome
            progress.advance(1)


def _parallel(
    items: Items[Item], job: Job[Item, Outcome], options: RunOptions, workers: int
) -> Generator[Outcome, None, None]:
    from ingest.engine.scheduler import CHUNK_ITEMS, Crew, Scheduler  # noqa: PLC0415 - 15 ms that one process spares

    chunk = max(1, min(CHUNK_ITEMS, len(items) // (workers * CHUNKS_PER_WORKER)))
    crew = Crew(workers, options.start_method or _start_method(), chunk)
    attempt(_prepared, job)
    yield from Scheduler(items, job, crew, options.progress).outcomes()


def _prepared(job: Job[Item, Outcome]) -> object:
    return job.prepare()


def _paying_workers(items: int) -> int:
    if items < ITEMS_THAT_PAY:
        return 1
    return min(_processors(), items // ITEMS_PER_WORKER, MOST_WORKERS)


def _processors() -> int:
    # What this process may use: a container or `taskset` may give it less than the machine has.
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _start_method() -> StartMethod:
    """Return `fork` where it is safe (Linux, a single thread): it starts at once, with everything imported."""
    if sys.platform != "linux":
        return "spawn"
    return "fork" if len(os.listdir("/proc/self/task")) == 1 else "spawn"
