"""What one run of a command costs, and many runs in turn.

The processor's time and the peak of memory are the kernel's own figures for the process and its children (`wait4`).
Neither `pyperf command` nor hyperfine gives these or takes turns between commands; the wall clock is pyperf's.
"""

import os
import statistics
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

import pyperf

KIBIBYTES = 1024 if sys.platform != "darwin" else 1
"""Bytes in the unit in which the kernel counts memory."""


@dataclass(frozen=True, slots=True)
class Cost:
    """Of one run: seconds by the wall clock, seconds of processor time, peak memory of the largest process in bytes."""

    wall: float
    cpu: float
    memory: int


@dataclass(frozen=True, slots=True)
class Command:
    """A command that reads a folder; `first` runs before every measured run and is not measured."""

    arguments: tuple[str, ...]
    folder: Path
    prepare: tuple[str, ...] = ()
    most_rounds: int = 99


@dataclass(slots=True)
class Costs:
    """Of all runs of a command."""

    runs: list[Cost] = field(default_factory=list)
    problem: str = ""

    @property
    def wall(self) -> float:
        """Return the median."""
        return statistics.median(run.wall for run in self.runs)

    @property
    def cpu(self) -> float:
        """Return the median."""
        return statistics.median(run.cpu for run in self.runs)

    @property
    def memory(self) -> int:
        """Return the largest peak."""
        return max(run.memory for run in self.runs)

    @property
    def spread(self) -> float:
        """Return how far the slowest run lies above the fastest, as a share of the median processor time."""
        cpu = [run.cpu for run in self.runs]
        return (max(cpu) - min(cpu)) / self.cpu if self.cpu else 0.0


def _environment() -> dict[str, str]:
    """Return the environment without what keeps Python from remembering compiled modules: pip compiles the peers'."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def run(command: Command) -> Cost:
    """Return what a run costs.

    Raises:
        RuntimeError: where the command fails, with the last that it said.
    """
    if command.prepare:
        subprocess.run(command.prepare, check=True, capture_output=True, cwd=command.folder, env=_environment())
    with tempfile.TemporaryFile() as said:
        start = pyperf.perf_counter()
        process = subprocess.Popen(command.arguments, stdout=said, stderr=said, cwd=command.folder, env=_environment())
        _, status, usage = os.wait4(process.pid, 0)
        wall = pyperf.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            raise RuntimeError(said.read()[-300:].decode("utf-8", "replace").strip())
    return Cost(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * KIBIBYTES)


def alternate(commands: dict[str, Command], rounds: int) -> dict[str, Costs]:
    """Return the costs of commands that take turns, so that a busy minute of the machine hits all of them."""
    costs = {name: Costs() for name in commands}
    for number in range(rounds):
        for name, command in commands.items():
            if costs[name].problem or number >= command.most_rounds:
                continue
            print(f"round {number + 1} of {rounds}: {name}", flush=True)
            try:
                costs[name].runs.append(run(command))
            except (RuntimeError, OSError, subprocess.CalledProcessError) as error:
                costs[name].problem = str(error)
    return costs


def save(costs: dict[str, Costs], path: Path) -> None:
    """Write the processor's seconds for `pyperf stats` and `pyperf compare_to`."""
    benchmarks = [
        pyperf.Benchmark(
            [pyperf.Run([each.cpu], metadata={"name": name, "mem_max_rss": each.memory}) for each in cost.runs]
        )
        for name, cost in costs.items()
        if cost.runs
    ]
    pyperf.BenchmarkSuite(benchmarks).dump(str(path), replace=True)
