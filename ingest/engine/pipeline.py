"""Items → outcomes: in order, streaming, by one process or several, whatever happens to a worker."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from ingest.engine.progress import Progress, Unwatched

Item = TypeVar("Item")
Outcome = TypeVar("Outcome")


UNWATCHED = Unwatched()


def weightless(_item: object) -> int:
    """Return 0: nothing is known about the cost of an item."""
    return 0


@dataclass(frozen=True, slots=True)
class Job(Generic[Item, Outcome]):
    """What is done with each item. With several processes, items, outcomes and `work` cross by pickle.

    Attributes:
        work: Makes the outcome of one item; it sees nothing else, so that the number of processes does not matter.
        on_lost: Makes the outcome of an item that `work` raised on or that its process died of, from the reason.
        weigh: The size of an item in bytes, about; large items are sent to the workers by themselves.
    """

    work: Callable[[Item], Outcome]
    on_lost: Callable[[Item, str], Outcome]
    weigh: Callable[[Item], int] = weightless


@dataclass(frozen=True, slots=True)
class RunOptions:
    """How a job is run: by how many processes (None: as many as pay), and who wants to know how far it is."""

    workers: int | None = None
    progress: Progress = UNWATCHED


def run(items: Collection[Item], job: Job[Item, Outcome], options: RunOptions) -> Iterator[Outcome]:
    """Yield the outcome of every item, in the order of the items; the same ones for every number of workers."""
    for item in items:
        yield _outcome(item, job)
        options.progress.advance(1)


def _outcome(item: Item, job: Job[Item, Outcome]) -> Outcome:
    try:
        return job.work(item)
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # noqa: BLE001 - a bug in one rule, or its sys.exit(), costs one article, not the run
        return job.on_lost(item, reason_of(error))


def reason_of(error: BaseException) -> str:
    """Return an exception in words: its type and what it says."""
    return f"{type(error).__name__}: {error}".removesuffix(": ")
