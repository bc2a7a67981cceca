"""SIGTERM and SIGHUP as an ordinary end: everything is cleaned up on the way out."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import NoReturn

ENDING = (signal.SIGTERM, signal.SIGHUP)


class EndedError(SystemExit):
    """The run was told to end. Other than a SystemExit of somebody's rule, it is no mishap of one article."""


@contextmanager
def orderly_end() -> Iterator[None]:
    """Turn SIGTERM and SIGHUP into an exit (143, 129) for the length of a block; for the main thread.

    Without it the process would end on the spot, its temporary files left behind. A signal that is ignored
    (`nohup`) stays ignored.
    """
    before = {number: signal.getsignal(number) for number in ENDING}
    for number, handler in before.items():
        if handler is not signal.SIG_IGN:
            signal.signal(number, _exit)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _exit(number: int, _frame: FrameType | None) -> NoReturn:
    raise EndedError(128 + number)
