"""`ingest check --baseline` and `--write-baseline`: only what is new, from today on."""

import argparse
import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from ingest.cli.session import STANDARD_INPUT
from ingest.config import selection_of
from ingest.engine.settings import Settings
from ingest.errors import IngestError
from ingest.findings.reports import FileReport

if TYPE_CHECKING:
    from ingest.engine.baseline import BaselineFilter


def add_baseline(parser: argparse.ArgumentParser) -> None:
    """Declare how findings are compared with those of another day."""
    group = parser.add_argument_group("how to begin with a site that has many findings")
    either = group.add_mutually_exclusive_group()
    either.add_argument(
        "--baseline", metavar="FILE", help="pass over the findings that FILE holds: only new ones count"
    )
    either.add_argument("--write-baseline", metavar="FILE", help="write the findings of this run into FILE, and end")


def known_findings(options: argparse.Namespace) -> "BaselineFilter | None":
    """Return what takes known findings out of the reports, where the command line names a baseline.

    Raises:
        IngestError: The file cannot be read, or is no baseline.
    """
    if options.write_baseline and STANDARD_INPUT in options.sources:
        raise IngestError("--write-baseline needs files: standard input has no place to be found again")
    if not options.baseline:
        return None
    from ingest.engine.baseline import BaselineFilter, read_baseline

    return BaselineFilter(read_baseline(options.baseline))


def without_known(reports: Iterable[FileReport], known: "BaselineFilter | None") -> Iterator[FileReport]:
    """Yield the reports without the findings that a baseline holds."""
    for report in reports:
        yield known.new(report) if known else report


def say_known(known: "BaselineFilter | None", settings: Settings, options: argparse.Namespace) -> None:
    """Say at the end of a run how many findings are known, and how many of those entries are gone."""
    if known is None or options.quiet:
        return
    enabled = frozenset[str]().union(*(selection_of(config).enabled for config, _ in settings.configs))
    gone = len(known.gone(enabled))
    sys.stderr.write(f"{known.known:,} known from {known.path} not shown")
    if gone:
        verb = "entry of it is" if gone == 1 else "entries of it are"
        sys.stderr.write(f"; {gone:,} {verb} gone (--write-baseline {known.path} forgets them)")
    sys.stderr.write(".\n")


def write_baseline(reports: Iterable[FileReport], options: argparse.Namespace) -> int:
    """Write the findings of a run into the file that the command line names; nothing is new, so return 0."""
    from ingest.engine.baseline import BaselineRecorder
    from ingest.sinks.atomic import atomic_writer

    recorder = BaselineRecorder(options.write_baseline)
    for report in reports:
        recorder.add(report)
    with atomic_writer(options.write_baseline) as file:
        file.write(recorder.content())
    if not options.quiet:
        sys.stderr.write(f"Wrote {len(recorder):,} findings into {options.write_baseline}.\n")
    return 0
