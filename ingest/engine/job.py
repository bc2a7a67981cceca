"""What is done with the items of a run, and what becomes of one that goes wrong."""

from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import Generic, Literal, NamedTuple, Protocol, TypeAlias, TypeVar

from ingest.engine.signals import EndedError

Item = TypeVar("Item")
Item_co = TypeVar("Item_co", covariant=True)
Outcome = TypeVar("Outcome")
# So many articles at once, stage by stage, take a seventh less time than one by one; more gain nothing.
BATCH_ITEMS = 32
# A batch is in the memory as a whole, with what comes of it.
BATCH_BYTES = 1 << 18
StartMethod: TypeAlias = Literal["fork", "spawn"]


class Items(Protocol[Item_co]):
    """What a run is over: its length is known, and it can be iterated at least once."""

    def __len__(self) -> int:
        """Return how many there are."""

    def __iter__(self) -> Iterator[Item_co]:
        """Return them in order, made as they are drawn."""


def weightless(_item: object) -> int:
    """Return 0: nothing is known about the cost of an item."""
    return 0


def nothing() -> None:
    """Do nothing."""


class Job(NamedTuple, Generic[Item, Outcome]):
    """What is done with the items. With several processes, items, outcomes and `work` cross by pickle.

    Attributes:
        work: Makes the outcome of each of some items, in their order; one does not depend on another, so that neither
            the number of processes nor what is worked on at once matters.
        on_lost: Makes the outcome of an item that `work` raised on or that its process died of, from the reason.
        weigh: The size of an item in bytes, about; large items go to a worker by themselves.
        prepare: Loads what `work` needs before processes are forked: done once here, it costs no worker anything.
    """

    work: Callable[[Sequence[Item]], Sequence[Outcome]]
    on_lost: Callable[[Item, str], Outcome]
    weigh: Callable[[Item], int] = weightless
    prepare: Callable[[], object] = nothing


def draw(items: Iterator[Item], weigh: Callable[[Item], int], most_items: int, most_bytes: int) -> list[Item]:
    """Return the next items: not more than so many, and none after so many bytes; an empty list at the end."""
    drawn: list[Item] = []
    weight = 0
    for item in islice(items, most_items):
        drawn.append(item)
        weight += weigh(item)
        if weight >= most_bytes:
            break
    return drawn


class Lost(NamedTuple):
    """The place of an outcome that there is not, and why."""

    reason: str


def attempt_all(work: Callable[[Sequence[Item]], Sequence[Outcome]], items: Sequence[Item]) -> Sequence[Outcome | Lost]:
    """Return what `work` makes of some items; where it raises, each is tried by itself, and costs itself alone."""
    outcomes = attempt(work, items)
    if not isinstance(outcomes, Lost):
        return outcomes
    if len(items) == 1:
        return [outcomes]
    return [outcome for item in items for outcome in attempt_all(work, [item])]


def attempt(work: Callable[[Item], Outcome], item: Item) -> Outcome | Lost:
    """Return what `work` makes of an item, or in words what it raised: its type and what it says."""
    try:
        return work(item)
    except EndedError:
        raise
    except (Exception, SystemExit) as error:  # noqa: BLE001 - a bug in a rule, or its sys.exit(), costs one article
        return Lost(_in_words(error))
    except BaseException as error:
        # Whatever else is no Exception is meant to end the run (Ctrl-C) - but for a panic in a library written in Rust.
        if type(error).__name__ != "PanicException":
            raise
        return Lost(_in_words(error))


def _in_words(error: BaseException) -> str:
    return f"{type(error).__name__}: {error}".removesuffix(": ")
