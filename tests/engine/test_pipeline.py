"""Runs by one process and by several: the same outcomes in the same order, whatever a worker dies of."""

import contextlib
import faulthandler
import os
import signal
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from ingest.engine import pipeline, scheduler
from ingest.engine.job import BATCH_BYTES, BATCH_ITEMS
from ingest.engine.pipeline import Job, RunOptions, run


def double(item: int) -> int:
    return item * 2


def lost(item: int, reason: str) -> int | str:
    return f"{item}: {reason}"


class Each:
    """Works on items one by one."""

    def __init__(self, work: Callable[[int], Any]) -> None:
        self.work = work

    def __call__(self, items: Sequence[int]) -> list[Any]:
        return [self.work(item) for item in items]


JOB: Job[int, int | str] = Job(Each(double), lost)
EXPECTED = [item * 2 for item in range(1000)]


@pytest.mark.parametrize("workers", [1, 2, 4])
def test_every_number_of_workers_gives_the_same_in_the_same_order(workers: int) -> None:
    assert list(run(range(1000), JOB, RunOptions(workers))) == EXPECTED


def test_spawned_workers_give_the_same() -> None:
    job: Job[int, int | str] = Job(list, lost)  # what a spawned process can import by itself
    assert list(run(range(100), job, RunOptions(2, start_method="spawn"))) == list(range(100))


@pytest.mark.parametrize("workers", [1, 2])
def test_nothing_to_do(workers: int) -> None:
    assert list(run([], JOB, RunOptions(workers))) == []


def raises_on_500(item: int) -> int:
    if item == 500:
        raise ValueError("not this one")
    return item * 2


def exits_on_500(item: int) -> int:
    if item == 500:
        raise SystemExit(7)
    return item * 2


def runs_out_of_memory_on_500(item: int) -> int:
    if item == 500:
        raise MemoryError
    return item * 2


class PanicException(BaseException):
    """What pydantic-core, orjson or pyromark would raise."""


def panics_on_500(item: int) -> int:
    if item == 500:
        raise PanicException("index out of bounds")
    return item * 2


def ends_on_500(item: int) -> int:
    if item == 500:
        raise KeyboardInterrupt
    return item * 2


def test_an_interrupt_ends_the_run() -> None:
    outcomes = run(range(1000), Job(Each(ends_on_500), lost), RunOptions(workers=1))
    before = 500 - 500 % BATCH_ITEMS
    assert [next(outcomes) for _ in range(before)] == EXPECTED[:before]
    with pytest.raises(KeyboardInterrupt):
        next(outcomes)


@pytest.mark.parametrize("workers", [1, 2])
@pytest.mark.parametrize(
    ("work", "reason"),
    [
        (panics_on_500, "500: PanicException: index out of bounds"),
        (raises_on_500, "500: ValueError: not this one"),
        (exits_on_500, "500: SystemExit: 7"),
        (runs_out_of_memory_on_500, "500: MemoryError"),
    ],
)
def test_an_exception_costs_one_item(workers: int, work: Callable[[int], int], reason: str) -> None:
    assert list(run(range(1000), Job(Each(work), lost), RunOptions(workers))) == [
        *EXPECTED[:500],
        reason,
        *EXPECTED[501:],
    ]


def unpicklable_on_500(item: int) -> object:
    return (lambda: item) if item == 500 else item * 2


def test_an_outcome_that_does_not_pickle_costs_one_item() -> None:
    outcomes = list(run(range(1000), Job(Each(unpicklable_on_500), lost), RunOptions(2)))
    assert outcomes[:500] + outcomes[501:] == EXPECTED[:500] + EXPECTED[501:]
    assert str(outcomes[500]).startswith("500: ")


def killed_on_500(item: int) -> int:
    if item == 500:
        os.kill(os.getpid(), signal.SIGKILL)
    return item * 2


def crashes_on_500(item: int) -> int:
    if item == 500:
        faulthandler.disable()  # pytest's own would print a traceback
        os.kill(os.getpid(), signal.SIGSEGV)
    return item * 2


def leaves_on_500(item: int) -> int:
    if item == 500:
        os._exit(3)
    return item * 2


@pytest.mark.parametrize("workers", [2, 4])
@pytest.mark.parametrize(
    ("work", "cause"), [(killed_on_500, "SIGKILL"), (crashes_on_500, "SIGSEGV"), (leaves_on_500, "exit code 3")]
)
def test_a_dead_worker_costs_the_item_that_it_died_of(workers: int, work: Callable[[int], int], cause: str) -> None:
    outcomes = list(run(range(1000), Job(Each(work), lost), RunOptions(workers)))
    assert outcomes[:500] + outcomes[501:] == EXPECTED[:500] + EXPECTED[501:]
    assert outcomes[500] == f"500: its process died twice, the last time with {cause}"


class DiesTheFirstTime:
    """Kills its process on one item, unless a mark on the disk says that this has happened."""

    def __init__(self, mark: Path) -> None:
        self.mark = mark

    def __call__(self, item: int) -> int:
        if item == 500 and not self.mark.exists():
            self.mark.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return item * 2


def test_an_item_that_a_worker_died_of_by_accident_is_not_lost(tmp_path: Path) -> None:
    work = DiesTheFirstTime(tmp_path / "mark")
    assert list(run(range(1000), Job(Each(work), lost), RunOptions(2))) == EXPECTED


def dies_on_tens(item: int) -> int:
    if item % 10 == 0:
        os._exit(1)
    return item * 2


def test_many_deaths_cost_many_items_and_no_more() -> None:
    outcomes = list(run(range(60), Job(Each(dies_on_tens), lost), RunOptions(2)))
    assert [index for index, outcome in enumerate(outcomes) if isinstance(outcome, str)] == [0, 10, 20, 30, 40, 50]
    assert [outcome for outcome in outcomes if isinstance(outcome, int)] == [i * 2 for i in range(60) if i % 10]


def test_without_processes_the_run_does_the_work_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_arguments: object) -> None:
        raise BlockingIOError(11, "Resource temporarily unavailable")

    monkeypatch.setattr(scheduler, "start_worker", refuse)
    assert list(run(range(1000), JOB, RunOptions(2))) == EXPECTED


class DiesBeforeWork:
    """Cannot be unpickled by a new process, which dies of it before it does anything."""

    def __call__(self, items: Sequence[int]) -> list[int]:
        return [item * 2 for item in items]

    def __reduce__(self) -> tuple[Callable[[int], None], tuple[int]]:
        return os._exit, (9,)


def test_processes_that_die_at_once_are_given_up() -> None:
    assert list(run(range(100), Job(DiesBeforeWork(), lost), RunOptions(2, start_method="spawn"))) == EXPECTED[:100]


def make_large(item: int) -> bytes:
    return bytes(5_000_000) if item % 50 == 0 else b"small"


def test_large_outcomes_cross_whole() -> None:
    sizes = [len(outcome) for outcome in run(range(200), Job(Each(make_large), lambda *_: b""), RunOptions(2))]
    assert sizes == [5_000_000 if item % 50 == 0 else 5 for item in range(200)]


class Drawn:
    """A collection that tells how far it has been read."""

    def __init__(self, length: int) -> None:
        self.length, self.position = length, 0

    def __len__(self) -> int:
        return self.length

    def __contains__(self, item: object) -> bool:
        raise NotImplementedError

    def __iter__(self) -> Iterator[int]:
        for position in range(self.length):
            self.position = position
            yield position


@pytest.mark.parametrize("workers", [1, 2])
def test_items_are_drawn_as_outcomes_are_taken(workers: int) -> None:
    items = Drawn(1_000_000)
    with contextlib.closing(run(items, JOB, RunOptions(workers))) as outcomes:
        assert next(outcomes) == 0
        assert items.position < 10_000


@pytest.mark.parametrize(("bytes_each", "together"), [(1, BATCH_ITEMS), (BATCH_BYTES // 4, 4), (BATCH_BYTES + 1, 1)])
def test_no_more_is_worked_on_at_once_than_the_memory_should_hold(bytes_each: int, together: int) -> None:
    batches: list[int] = []

    def work(items: Sequence[int]) -> Sequence[int]:
        batches.append(len(items))
        return items

    job: Job[int, int | str] = Job(work, lost, weigh=lambda _: bytes_each)
    assert list(run(range(100), job, RunOptions(workers=1))) == list(range(100))
    assert max(batches) == together


class WaitsFor:
    """Comes back from item 0 only after a later item was worked on."""

    def __init__(self, fifo: Path, later: int) -> None:
        self.fifo, self.later = fifo, later

    def __call__(self, item: int) -> int:
        if item in (0, self.later):
            self.fifo.open("r" if item == 0 else "w").close()  # either waits for the other
        return item * 2


def test_a_slow_item_does_not_let_the_others_run_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scheduler, "AHEAD_CHUNKS", 4)
    ahead = 4 * scheduler.CHUNK_ITEMS
    os.mkfifo(tmp_path / "fifo")
    items, work = Drawn(10_000), WaitsFor(tmp_path / "fifo", ahead - 1)
    with contextlib.closing(run(items, Job(Each(work), lost), RunOptions(2))) as outcomes:
        assert next(outcomes) == 0
        assert items.position < ahead
        assert list(outcomes) == [item * 2 for item in range(1, 10_000)]


class Counting:
    """Adds up what it is told."""

    def __init__(self) -> None:
        self.files = 0

    def advance(self, files: int) -> None:
        self.files += files


@pytest.mark.parametrize("workers", [1, 2])
def test_progress_adds_up(workers: int) -> None:
    progress = Counting()
    list(run(range(777), JOB, RunOptions(workers, progress)))
    assert progress.files == 777


def own_process(_item: int) -> int:
    return os.getpid()


def test_a_closed_run_leaves_no_process() -> None:
    job: Job[int, int | str] = Job(Each(own_process), lost)
    with contextlib.closing(run(range(10_000), job, RunOptions(2))) as outcomes:
        worker = next(outcomes)
    assert isinstance(worker, int)
    assert worker != os.getpid()
    with pytest.raises(ProcessLookupError):
        os.kill(worker, 0)


@pytest.mark.parametrize(
    ("items", "processors", "workers"),
    [(999, 8, 1), (1000, 8, 2), (1000, 1, 1), (2600, 2, 2), (2600, 8, 5), (1_000_000, 64, pipeline.MOST_WORKERS)],
)
def test_processes_are_started_where_they_pay(
    monkeypatch: pytest.MonkeyPatch, items: int, processors: int, workers: int
) -> None:
    monkeypatch.setattr(pipeline, "_processors", lambda: processors)
    assert pipeline._paying_workers(items) == workers  # noqa: SLF001 - the decision has no other face
