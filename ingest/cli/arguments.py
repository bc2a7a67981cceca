"""Options that several commands share."""

import argparse
import os
from collections.abc import Sequence

from ingest.engine.settings import Overrides
from ingest.errors import IngestError

FAIL_ON = ("error", "warning", "info", "never")
SEVERITY_ORDER = {"error": 3, "warning": 2, "info": 1}


def add_sources(parser: argparse.ArgumentParser) -> None:
    """Declare what to read."""
    group = parser.add_argument_group("what to read")
    group.add_argument(
        "sources",
        nargs="*",
        metavar="SRC",
        help="folders, files, globs, @FILE with one SRC a line, or - for standard input",
    )
    group.add_argument("--config", metavar="FILE", help="use this configuration, not the nearest one upwards")
    group.add_argument(
        "--exclude", action="append", default=[], metavar="PATTERN", help="leave out paths like this (git's patterns)"
    )
    group.add_argument(
        "--force-exclude", action="store_true", help="leave out excluded files even when they are named (for hooks)"
    )
    group.add_argument("--no-respect-gitignore", action="store_true", help="read what git ignores, too")
    group.add_argument(
        "--stdin-filename", metavar="PATH", default="stdin.md", help="the name under which standard input is read"
    )


def add_rules(parser: argparse.ArgumentParser) -> None:
    """Declare which rules speak."""
    group = parser.add_argument_group("which rules speak (codes, beginnings of codes, names; comma-separated)")
    group.add_argument("--select", action="append", default=[], metavar="RULES", help="these in place of the default")
    group.add_argument("--extend-select", action="append", default=[], metavar="RULES", help="these as well")
    group.add_argument("--ignore", action="append", default=[], metavar="RULES", help="not these")
    group.add_argument(
        "--languages", action="append", default=[], metavar="TAGS", help="the languages to expect, such as zh,en"
    )


def add_running(parser: argparse.ArgumentParser, fail_on: str) -> None:
    """Declare how to run and how to end."""
    group = parser.add_argument_group("how to run")
    group.add_argument("--workers", type=_workers, metavar="N", help="processes (default: as many as pay)")
    group.add_argument("--no-cache", action="store_true", help="do not use or keep results of unchanged files")
    group.add_argument(
        "--fail-on", choices=FAIL_ON, default=fail_on, help=f"exit 1 from this severity on (default: {fail_on})"
    )
    group.add_argument("-q", "--quiet", action="store_true", help="no summary, no progress")


def _workers(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("at least one is needed")
    return number


def overrides_of(options: argparse.Namespace) -> Overrides:
    """Return what the command line says over the configuration."""
    return Overrides(
        select=_split(options.select),
        extend_select=_split(options.extend_select),
        ignore=_split(options.ignore),
        languages=_split(options.languages),
    )


def _split(values: Sequence[str]) -> tuple[str, ...]:
    return tuple(part.strip() for value in values for part in value.split(",") if part.strip())


def sources_of(options: argparse.Namespace) -> list[str]:
    """Return the SRC arguments with every @FILE replaced by its lines.

    Raises:
        IngestError: where none is given, or a list cannot be read.
    """
    sources: list[str] = []
    for source in options.sources:
        is_list = source.startswith("@") and not os.path.exists(source)
        sources += _listed(source[1:]) if is_list else [source]
    if not sources:
        raise IngestError("no SRC: name a folder, a file, a glob or - (try `ingest check .`)")
    return sources


def _listed(path: str) -> list[str]:
    try:
        with open(path, encoding="utf-8", errors="surrogateescape") as file:
            text = file.read()
    except OSError as error:
        raise IngestError(f"@{path}: {error.strerror}") from None
    return [line for line in text.split("\n") if line]


def reaches(severities: Sequence[str], fail_on: str) -> bool:
    """Return whether one of the severities is at or above a level; nothing reaches `never`."""
    level = SEVERITY_ORDER.get(fail_on, 99)
    return any(SEVERITY_ORDER[severity] >= level for severity in severities)
