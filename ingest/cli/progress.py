"""A progress bar on standard error: only on a terminal, only past a second."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from ingest.cli.terminal import width_of
from ingest.engine.progress import Progress, Unwatched

SHOWN_AFTER_SECONDS = 1.0
REDRAWN_AFTER_SECONDS = 0.1
CLEAR_LINE = "\r\x1b[2K"


class Bar:
    """Draws how many files are done, how many a second, and the time left."""

    def __init__(self, total: int) -> None:
        self._total, self._done = total, 0
        self._started = self._drawn = time.monotonic()
        self._visible = False

    def advance(self, files: int) -> None:
        """Take note of finished files."""
        self._done += files
        now = time.monotonic()
        if now - self._started >= SHOWN_AFTER_SECONDS and now - self._drawn >= REDRAWN_AFTER_SECONDS:
            self._drawn, self._visible = now, True
            sys.stderr.write(CLEAR_LINE + self._line(now))
            sys.stderr.flush()

    def close(self) -> None:
        """Take the bar away."""
        if self._visible:
            sys.stderr.write(CLEAR_LINE)
            sys.stderr.flush()

    def _line(self, now: float) -> str:
        rate = self._done / (now - self._started)
        left = (self._total - self._done) / rate if rate else 0.0
        text = f" {self._done:,}/{self._total:,} files, {rate:,.0f}/s, {_clock(left)} left"
        room = max(0, min(30, width_of(sys.stderr) - len(text) - 3))
        filled = room * self._done // max(self._total, 1)
        bar = f"[{'#' * filled}{'.' * (room - filled)}]" if room > 3 else ""  # noqa: PLR2004 - shorter says nothing
        return (bar + text)[: width_of(sys.stderr) - 1]


def _clock(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes}:{rest:02}"


@contextmanager
def progress_for(total: int, *, quiet: bool) -> Iterator[Progress]:
    """Give what a run tells its progress to."""
    if quiet or not sys.stderr.isatty():
        yield Unwatched()
        return
    bar = Bar(total)
    try:
        yield bar
    finally:
        bar.close()
