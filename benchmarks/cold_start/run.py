"""Measures what one call of a command costs: CPU of `--version`, and of checking one small file."""

import argparse
import datetime as dt
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import venv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
ENVIRONMENTS = ROOT / "benchmarks" / ".venv"
RUNS = 15
WARMING_RUNS = 1
"""Runs before the measured ones: they write the bytecode that an installation has."""
MOST_CHECK = 1.25
"""What `ingest check one.md` may cost, in pydantic's share."""
MOST_VERSION = 2.0
"""What `ingest --version` may cost, in bare interpreters."""

PYDANTIC = """
from pydantic import BaseModel
class Post(BaseModel):
    title: str
    date: str
    author: str | None = None
    tags: list[str] = []
    draft: bool = False
    weight: float = 0.0
Post.model_validate({"title": "Night train", "date": "2024-05-01", "tags": ["rail"], "draft": False})
"""
ARTICLES = {
    "zh.md": (
        "---\ntitle: 夜行列车\ndate: 2024-05-01\nauthor: 林海\ntags: [铁路, 旅行]\n---\n\n"
        + "开往北方的列车在夜里十点离站，窗外只有零星的灯火。车厢里的人陆续睡下，乘务员轻声走过。\n\n" * 12
    ),
    "en.md": (
        "---\ntitle: The night train to the north\ndate: 2024-05-01\nauthor: Lin Hai\ntags: [rail, travel]\n---\n\n"
        + "The train to the north leaves at ten, and there is little to see from its windows but the lights of farms. "
        "One by one the passengers fall asleep, and the guard walks quietly through the cars.\n\n" * 8
    ),
}
YAML = "---\ntitle: The night train to the north\ndate: '2024-05-01'\nauthor: Lin Hai\ntags: [rail, travel]\n"
SCHEMA = (
    '{"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object", "required": ["title"],'
    ' "properties": {"title": {"type": "string"}, "date": {"type": "string"}, "tags": {"type": "array"}}}'
)
PLAIN = "# The night train\n\nThe train to the north leaves at ten.\n"
MODULE = '"""The night train."""\n\nDEPARTURE = 22\n'


@dataclass(frozen=True, slots=True)
class Subject:
    """A command line that is measured, what it does in words, and the package whose version stands beside it."""

    name: str
    version: str
    work: str
    command: Sequence[str]


@dataclass(frozen=True, slots=True)
class Peer:
    """Another tool, installed into an environment of its own; `arguments` check one file."""

    package: str
    work: str
    arguments: Sequence[str]


PEERS = (
    Peer("check-jsonschema", "`--schemafile post.json post.yaml`", ("--schemafile", "post.json", "post.yaml")),
    Peer("yamllint", "`post.yaml`", ("post.yaml",)),
    Peer("mdformat", "`--check plain.md`", ("--check", "plain.md")),
    Peer("ruff", "`check --no-cache one.py`", ("check", "--no-cache", "one.py")),
)


def main() -> int:
    """Print a Markdown table; return 1 where `ingest` costs more than it may."""
    parser = argparse.ArgumentParser(description=__doc__, allow_abbrev=False)
    parser.add_argument("--runs", type=int, default=RUNS, help="runs of each command (default: %(default)s)")
    parser.add_argument("--no-peers", action="store_true", help="install and measure no other tool")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _write_files(folder)
        ours, peers = _ours(), [] if options.no_peers else _peers()
        costs = _measured([*ours, *peers], folder, options.runs)
    _print_table([*ours, *peers], costs)
    bare, pydantic = costs["python -c pass"], costs["pydantic, one model"]
    checks = [costs[name] for name in costs if name.startswith("ingest check")]
    return int(max(checks) > MOST_CHECK * pydantic or costs["ingest --version"] > MOST_VERSION * bare)


def _write_files(folder: Path) -> None:
    files = {**ARTICLES, "post.yaml": YAML, "post.json": SCHEMA, "one.py": MODULE, "plain.md": PLAIN}
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")


def _ours() -> list[Subject]:
    python, version = sys.executable, _output([sys.executable, "-m", "ingest", "--version"]).split()[-1]
    pydantic = _output([python, "-c", "import pydantic; print(pydantic.VERSION)"])
    ingest = [str(Path(python).with_name("ingest"))]
    return [
        Subject("python -c pass", platform.python_version(), "nothing", [python, "-c", "pass"]),
        Subject("pydantic, one model", pydantic, "import, six fields, one validation", [python, "-c", PYDANTIC]),
        Subject("ingest --version", version, "`--version`", [*ingest, "--version"]),
        *(
            Subject(f"ingest check, {name[:2]}", version, f"`check {name}`", [*ingest, "check", name])
            for name in ARTICLES
        ),
    ]


def _peers() -> list[Subject]:
    subjects: list[Subject] = []
    for peer in PEERS:
        scripts = ENVIRONMENTS / peer.package / "bin"
        if not (scripts / peer.package).exists():
            problem = _install(peer.package)
            if problem:
                print(f"{peer.package} is skipped: {problem}", file=sys.stderr)
                continue
        command = str(scripts / peer.package)
        version = _version(scripts, peer.package)
        subjects.append(Subject(f"{peer.package} --version", version, "`--version`", [command, "--version"]))
        subjects.append(Subject(peer.package, version, peer.work, [command, *peer.arguments]))
    return subjects


def _install(package: str) -> str:
    """Install a package into an environment of its own; return why that did not work, else nothing."""
    folder = ENVIRONMENTS / package
    try:
        venv.create(folder, with_pip=True, clear=True)
        _output([str(folder / "bin" / "python"), "-m", "pip", "install", "--quiet", package])
    except (OSError, subprocess.CalledProcessError) as error:
        return f"it cannot be installed ({error})"
    return ""


def _version(scripts: Path, package: str) -> str:
    code = f"import importlib.metadata; print(importlib.metadata.version({package!r}))"
    return _output([str(scripts / "python"), "-c", code])


def _output(command: Sequence[str]) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT).stdout.strip()


def _measured(subjects: Sequence[Subject], folder: Path, runs: int) -> dict[str, float]:
    """Return the median CPU of each command in milliseconds; they take turns, so that a busy minute hits all alike."""
    times: dict[str, list[float]] = {subject.name: [] for subject in subjects}
    for turn in range(WARMING_RUNS + runs):
        for subject in subjects:
            cost = _cpu(subject.command, folder)
            if turn >= WARMING_RUNS:
                times[subject.name].append(cost)
    return {name: statistics.median(values) for name, values in times.items()}


def _cpu(command: Sequence[str], folder: Path) -> float:
    """Return the user and system time of one run in milliseconds."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    process = subprocess.Popen(
        command, cwd=folder, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(command)} ends with {process.returncode}")
    return (usage.ru_utime + usage.ru_stime) * 1000


def _print_table(subjects: Sequence[Subject], costs: dict[str, float]) -> None:
    bare, pydantic = costs["python -c pass"], costs["pydantic, one model"]
    print(f"{dt.datetime.now(tz=dt.UTC).date()}, CPU in ms, median\n")
    print("| command | version | does | CPU ms | × bare Python | × pydantic |")
    print("|---|---|---|--:|--:|--:|")
    for subject in subjects:
        cost = costs[subject.name]
        numbers = f"{cost:.0f} | {cost / bare:.1f} | {cost / pydantic:.2f}"
        print(f"| {subject.name} | {subject.version} | {subject.work} | {numbers} |")


if __name__ == "__main__":
    sys.exit(main())
