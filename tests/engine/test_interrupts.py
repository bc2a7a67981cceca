"""Ctrl-C, SIGTERM and kill -9 in the middle of a run: it ends, nothing is left behind, the old output stands.

The run under test never ends by itself: from the hundredth item on its work never comes back.
"""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

PATIENCE_SECONDS = 60  # only a run that hangs needs it

RUN = """
import contextlib, sys, time
from ingest.engine.pipeline import Job, RunOptions, run
from ingest.engine.signals import orderly_end
from ingest.sinks.jsonl import Targets, json_lines

def work(items):
    while items[-1] >= 100:
        time.sleep(0.01)
    return [b"%d\\n" % item for item in items]

output, workers = sys.argv[1], int(sys.argv[2])
with orderly_end(), json_lines(Targets.beside(output)) as lines:
    with contextlib.closing(run(range(1000), Job(work, None), RunOptions(workers))) as outcomes:
        for number, outcome in enumerate(outcomes):
            lines.records.write(outcome)
            if number == 20:
                print("under way", flush=True)
"""


def started(output: Path, workers: int) -> "subprocess.Popen[bytes]":
    """Return a run that is in the middle of its work."""
    process = subprocess.Popen(
        [sys.executable, "-c", RUN, str(output), str(workers)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == b"under way\n"
    return process


@pytest.mark.parametrize("workers", [1, 2, 4])
@pytest.mark.parametrize("send", [os.killpg, os.kill], ids=["from the terminal", "to the parent"])
@pytest.mark.parametrize(
    ("number", "codes"), [(signal.SIGINT, {-signal.SIGINT, 130}), (signal.SIGTERM, {143}), (signal.SIGHUP, {129})]
)
def test_an_interrupt_ends_the_run_and_keeps_the_old_output(
    tmp_path: Path, workers: int, send: Callable[[int, int], None], number: signal.Signals, codes: set[int]
) -> None:
    output = tmp_path / "records.jsonl"
    output.write_text("the old output\n")
    process = started(output, workers)
    send(process.pid, number)
    # The pipes close when the last process is gone, not before.
    _, errors = process.communicate(timeout=PATIENCE_SECONDS)
    assert process.returncode in codes
    assert b"\nProcess " not in b"\n" + errors, "a worker complains"
    assert output.read_text() == "the old output\n"
    assert [path.name for path in tmp_path.iterdir()] == ["records.jsonl"]


@pytest.mark.parametrize("workers", [2, 4])
def test_workers_end_when_their_parent_is_killed(tmp_path: Path, workers: int) -> None:
    process = started(tmp_path / "records.jsonl", workers)
    process.kill()
    process.communicate(timeout=PATIENCE_SECONDS)
    assert process.returncode == -signal.SIGKILL
    assert not (tmp_path / "records.jsonl").exists()
