"""Compares `ingest export` with its peers on one folder, in one run, taking turns.

    python benchmarks/run.py                     1,000 articles made from the project's samples
    python benchmarks/run.py FOLDER              your own
    python benchmarks/run.py --files 6000 --rounds 7
    python benchmarks/run.py --scale 1000 10000 100000

The table is printed and written to `benchmarks/out/`. The first call sets up an environment of its own.
"""

import argparse
import datetime as dt
import os
import platform
import shlex
import shutil
from pathlib import Path

import environment

OUT = Path(__file__).parent / "out"


def main() -> None:
    """Compare, or scale."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, help="with .md files (default: a generated one)")
    parser.add_argument("--files", type=int, default=1000, help="in the generated folder (default 1000)")
    parser.add_argument("--repeat", type=int, default=1, metavar="N", help="copies of FOLDER to make one folder of")
    parser.add_argument("--rounds", type=int, default=5, help="of every command; slow ones take 3 at most (default 5)")
    parser.add_argument("--scale", type=int, nargs="+", metavar="N", help="ingest alone, on folders of these sizes")
    options = parser.parse_args()
    environment.enter()
    OUT.mkdir(exist_ok=True)
    lines = _scaled(options.scale, options.rounds) if options.scale else _compared(_source(options), options.rounds)
    name = "scaling.md" if options.scale else "comparison.md"
    text = "\n".join((*lines, ""))
    (OUT / name).write_text(text, encoding="utf-8")
    print(f"\n{text}\nWritten to {(OUT / name).relative_to(environment.ROOT)}.")


def _source(options: argparse.Namespace) -> Path:
    from corpus import repeat, write_corpus  # noqa: PLC0415 - after the environment was entered

    if options.folder is not None:
        source = options.folder.resolve()
        return repeat(source, OUT / f"{source.name}-{options.repeat}", options.repeat) if options.repeat > 1 else source
    folder = OUT / f"articles-{options.files}"
    write_corpus(folder, options.files)
    return folder


def _compared(source: Path, rounds: int) -> list[str]:
    from measuring import alternate, save  # noqa: PLC0415 - they need the environment
    from peers import peers  # noqa: PLC0415
    from tables import comparison  # noqa: PLC0415

    files = [path.stat().st_size for path in source.rglob("*.md")]
    known = peers(source, OUT / "work")
    costs = alternate({peer.name: peer.command for peer in known if not peer.missing}, rounds)
    save(costs, OUT / "comparison.json")
    shutil.rmtree(OUT / "work" / "site", ignore_errors=True)
    lines = [
        *_machine(),
        f"{len(files):,} articles of {sum(files) / max(len(files), 1) / 1000:.1f} kB, {rounds} rounds.",
    ]
    lines += ["", *comparison(known, costs, len(files)), "", "Commands, and what they ran:", ""]
    for peer in known:
        shown = shlex.join(peer.command.arguments).replace(str(source), "FOLDER")
        shown = shown.replace(str(environment.ROOT) + os.sep, "")
        lines.append(f"- {peer.name}: " + (f"left out: {peer.missing}" if peer.missing else f"`{shown}`"))
        lines += [f"  ({', '.join(peer.versions)})"] * bool(peer.versions)
    return lines


def _scaled(sizes: list[int], rounds: int) -> list[str]:
    from corpus import write_corpus  # noqa: PLC0415 - they need the environment
    from measuring import alternate  # noqa: PLC0415
    from peers import INGEST, peers  # noqa: PLC0415
    from tables import scaling  # noqa: PLC0415

    rows = {}
    for size in sizes:
        folder = OUT / f"articles-{size}"
        write_corpus(folder, size)
        chosen = {peer.name: peer.command for peer in peers(folder, OUT / "work") if peer.name.startswith(INGEST)}
        rows[size] = alternate(chosen, rounds)
    return [*_machine(), f"{rounds} rounds.", "", *scaling(rows)]


def _machine() -> list[str]:
    today = dt.datetime.now(tz=dt.UTC).date()
    cores = f"{os.cpu_count()} cores" if os.cpu_count() != 1 else "1 core"
    return [f"{today}, {platform.system()} {platform.machine()}, {cores}, Python {platform.python_version()}.", ""]


if __name__ == "__main__":
    main()
