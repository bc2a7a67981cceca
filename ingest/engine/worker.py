"""One worker process, seen from the inside (`serve`) and from the outside (`Worker`)."""

import gc
import os
import pickle
import signal
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from multiprocessing import get_context
from multiprocessing.process import BaseProcess
from queue import SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING, Any, Generic, TypeAlias

from ingest.engine.job import Item, Lost, StartMethod, attempt, attempt_all

if TYPE_CHECKING:
    from multiprocessing.connection import Connection as _Connection
    from multiprocessing.context import ForkContext, SpawnContext

Connection: TypeAlias = "_Connection[bytes, bytes]"
READY = b"ready"
INTERRUPTS = frozenset({signal.SIGINT, signal.SIGTERM, signal.SIGHUP})


@dataclass(frozen=True, slots=True)
class Task(Generic[Item]):
    """Items to work on: `first` is the place of the first one in the run; `alone` is one that a process died of."""

    first: int
    items: Sequence[Item]
    alone: bool = False

    def apart(self) -> "list[Task[Item]]":
        """Return a task for every item."""
        return [Task(self.first + index, [item], alone=True) for index, item in enumerate(self.items)]


@dataclass(slots=True)
class Worker(Generic[Item]):
    """A worker process with what it has been given, the oldest first."""

    process: BaseProcess
    tasks: Connection
    results: Connection
    ready: bool = False
    given: deque[Task[Item]] = field(default_factory=deque)

    def give(self, task: Task[Item]) -> None:
        """Send a task; one that the process does not live to take stays in `given`."""
        message = pickle.dumps(task.items, protocol=pickle.HIGHEST_PROTOCOL)
        self.given.append(task)
        with suppress(OSError):
            self.tasks.send_bytes(message)

    def end(self) -> str:
        """End the process, whatever it does, and return what it died of, in words."""
        self.tasks.close()
        self.results.close()
        # A process that died by itself is only asked why: killing it has no effect.
        self.process.kill()
        self.process.join()
        code = self.process.exitcode or 0
        return f"exit code {code}" if code >= 0 else signal.Signals(-code).name


def start_worker(
    method: StartMethod, work: Callable[[Sequence[Item]], Sequence[object]], others: Sequence[Worker[Item]]
) -> Worker[Item]:
    """Return a new worker; it says READY when it can take tasks. Raise OSError where the system has no process left."""
    context: ForkContext | SpawnContext = get_context("fork") if method == "fork" else get_context("spawn")
    task_reader, task_writer = context.Pipe(duplex=False)
    result_reader, result_writer = context.Pipe(duplex=False)
    # A forked process inherits the parent's ends. Were they left open, nobody would see a pipe close.
    inherited = [task_writer, result_reader, *(end for other in others for end in (other.tasks, other.results))]
    process: BaseProcess = context.Process(
        target=serve, args=(task_reader, result_writer, work, inherited if method == "fork" else []), daemon=True
    )
    try:
        with _interrupts_blocked():
            process.start()
    except BaseException:
        task_writer.close()
        result_reader.close()
        raise
    finally:
        task_reader.close()
        result_writer.close()
    return Worker(process, task_writer, result_reader)


@contextmanager
def _interrupts_blocked() -> Iterator[None]:
    # A child that is interrupted before it ignores interrupts prints a traceback over the summary.
    before = signal.pthread_sigmask(signal.SIG_BLOCK, INTERRUPTS)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def serve(
    tasks: Connection,
    results: Connection,
    work: Callable[[Sequence[Any]], Sequence[object]],
    inherited: Sequence[Connection],
) -> None:
    """Work until the parent closes the task pipe or dies, in a process of its own."""
    for connection in inherited:
        connection.close()
    # Ctrl-C reaches every process of the terminal; the parent decides and ends the workers.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.signal(signal.SIGHUP, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, INTERRUPTS)
    # What was inherited lives as long as the process: the collector need not look at it, nor copy its pages.
    gc.freeze()
    messages: SimpleQueue[bytes] = SimpleQueue()
    Thread(target=_receive, args=(tasks, messages), daemon=True).start()
    with suppress(BrokenPipeError):
        results.send_bytes(READY)
        while True:
            items = pickle.loads(messages.get())  # noqa: S301 - from the parent's own pipe
            results.send_bytes(_packed(attempt_all(work, items)))


def _receive(tasks: Connection, messages: "SimpleQueue[bytes]") -> None:
    """Take messages off the pipe at once, so that the parent never waits; end the process when the pipe closes.

    The parent may be dead (kill -9) or may not want the rest; either way nobody takes a result any more.
    """
    while True:
        try:
            messages.put(tasks.recv_bytes())
        except (EOFError, OSError):
            os._exit(0)


def _packed(outcomes: Sequence[object]) -> bytes:
    try:
        return pickle.dumps(outcomes, protocol=pickle.HIGHEST_PROTOCOL)
    except Exception:  # noqa: BLE001 - pickling raises whatever an object's own methods raise
        return pickle.dumps([_portable(outcome) for outcome in outcomes], protocol=pickle.HIGHEST_PROTOCOL)


def _portable(outcome: object) -> object:
    failed = attempt(pickle.dumps, outcome)
    return failed if isinstance(failed, Lost) else outcome
