"""Reads article folders, writes one normalised JSON record a line, and what is no article to the refusals."""

import argparse
import sys
import time
from collections import Counter
from collections.abc import Generator, Iterable, Mapping
from contextlib import closing
from typing import TYPE_CHECKING

from ingest.cli.arguments import SEVERITY_ORDER, add_rules, add_running, add_sources, reaches
from ingest.cli.progress import progress_for
from ingest.cli.session import STANDARD_INPUT, Session, config_file, open_session, read_standard_input
from ingest.cli.summary import export_summary
from ingest.config import project_of
from ingest.engine.settings import settings_for
from ingest.engine.work import Exported, Reader, export_job
from ingest.errors import IngestError
from ingest.findings import CODES, Finding
from ingest.rules.project import check_project
from ingest.sinks.jsonl import JsonLines, Targets, json_lines
from ingest.sinks.manifest import JsonValue, Summary
from ingest.version import __version__

if TYPE_CHECKING:
    from ingest.cli.unchanged import LastExport
    from ingest.engine.codecs import ExportedCodec

EPILOG = """\
examples:
  ingest export content                                    records to standard output
  ingest export content --output records.jsonl             refusals and a manifest stand beside it
  ingest export zh en --output all.jsonl --fail-on never   several folders, exit 0 whatever is found
  cat a.md | ingest export - --stdin-filename posts/a.md   one article

The record's schema: `ingest schema record`.
"""


class Tally:
    """What an export comes to."""

    def __init__(self) -> None:
        self.records = 0
        self.refusals = 0
        self.codes: Counter[str] = Counter()
        self.severities: Counter[str] = Counter()
        self.languages: Counter[str] = Counter()
        self.seconds = 0.0
        self.unread = 0
        """Files whose bytes could not be had, or that a process died of: another run may fare better."""

    @classmethod
    def of(cls, counts: Mapping[str, Mapping[str, int]]) -> "Tally":
        """Return the tally of the same run from its counts; raise KeyError where they are none of ours."""
        files, codes, severities = counts["files"], counts["codes"], counts["severities"]
        if not (codes.keys() <= CODES.keys() and severities.keys() <= SEVERITY_ORDER.keys()):
            raise KeyError
        tally = cls()
        tally.records, tally.refusals = files["records"], files["refusals"]
        tally.codes, tally.severities = Counter(codes), Counter(severities)
        tally.languages = Counter(counts["languages"])
        return tally

    @property
    def counts(self) -> dict[str, Mapping[str, int]]:
        """Return what the summary counts, as plain data."""
        files = {"records": self.records, "refusals": self.refusals}
        return {"files": files, "codes": self.codes, "severities": self.severities, "languages": self.languages}

    def add(self, result: Exported) -> None:
        """Count one file."""
        self.records += not result.refused
        self.refusals += result.refused
        self.unread += result.digest is None
        for code, severity in result.findings:
            self.codes[code] += 1
            self.severities[severity] += 1
        if result.languages:
            self.languages[result.languages] += 1

    def add_project(self, findings: Iterable[Finding]) -> None:
        """Count what project rules say."""
        for finding in findings:
            self.codes[finding.code] += 1
            self.severities[finding.severity.value] += 1


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `ingest export`."""
    add_sources(parser)
    group = parser.add_argument_group("where the records go")
    group.add_argument("--output", "-o", metavar="FILE", help="the records (default: standard output)")
    group.add_argument("--rejected", metavar="FILE", help="the refusals (default: beside FILE, .rejected.jsonl)")
    add_rules(parser)
    add_running(parser, fail_on="error")


def run(options: argparse.Namespace) -> int:
    """Write the records and refusals."""
    started = time.monotonic()
    targets = Targets.beside(options.output, options.rejected)
    skipped: dict[str, int] = {}
    last: LastExport | None = None
    if options.sources == [STANDARD_INPUT]:
        results = _standard_input(options)
    else:
        session = open_session(options, "export")
        skipped = session.skipped
        if not len(session.discovery.files):
            return _nothing(options, skipped)
        last = _last_export(session, targets, options)
        results = _results(session, options)
    tally = _remembered(last)
    if tally is None:
        tally = Tally()
        with closing(results), json_lines(targets) as lines:
            _write(results, lines, tally)
            lines.finish(Summary(__version__, _shaping(options), dict(tally.codes), skipped))
        if lines.reader_gone:
            return 0
        if last is not None and not tally.unread:
            last.remember(lines, tally.counts)
    tally.seconds = time.monotonic() - started
    if not options.quiet:
        sys.stderr.write(export_summary(tally, targets, skipped, sys.stderr))
    return int(reaches([severity for severity, count in tally.severities.items() if count], options.fail_on))


def _codec() -> "ExportedCodec":
    from ingest.engine.codecs import ExportedCodec

    return ExportedCodec()


def _last_export(session: Session, targets: Targets, options: argparse.Namespace) -> "LastExport | None":
    place = session.place(options)
    if place is None:
        return None
    from ingest.cli.unchanged import last_export

    return last_export(session, targets, _shaping(options), place)


def _remembered(last: "LastExport | None") -> Tally | None:
    """Return what the run comes to, if all that it would write stands already."""
    counts = last.counts() if last is not None else None
    if counts is None:
        return None
    try:
        return Tally.of(counts)
    except KeyError:  # a note of somebody else's making
        return None


def _results(session: Session, options: argparse.Namespace) -> Generator[Exported, None, None]:
    job = export_job(session.settings)
    with (
        progress_for(len(session.discovery.files), quiet=options.quiet) as progress,
        closing(session.outcomes(job, _codec, options, progress)) as outcomes,
    ):
        yield from outcomes


def _standard_input(options: argparse.Namespace) -> Generator[Exported, None, None]:
    from ingest.cli.arguments import overrides_of

    file = config_file(options.config, STANDARD_INPUT)
    settings = settings_for(["."], overrides_of(options), file, project_of("."))
    yield Reader(settings).export_bytes(read_standard_input(), options.stdin_filename)


def _write(results: Iterable[Exported], lines: JsonLines, tally: Tally) -> None:
    summaries = []
    for result in results:
        (lines.rejected if result.refused else lines.records).write(result.line)
        tally.add(result)
        if result.summary:
            summaries.append(result.summary)
    tally.add_project(check_project(summaries))


def _nothing(options: argparse.Namespace, skipped: dict[str, int]) -> int:
    if options.force_exclude and skipped:
        return 0
    reasons = ", ".join(f"{count} {reason}" for reason, count in sorted(skipped.items())) or "there are no files"
    raise IngestError(f"no article found ({reasons}); articles are .md, .markdown and .mdx files")


def _shaping(options: argparse.Namespace) -> dict[str, JsonValue]:
    chosen = {
        "select": options.select,
        "extend_select": options.extend_select,
        "ignore": options.ignore,
        "languages": options.languages,
        "exclude": options.exclude,
    }
    return {name: list(value) for name, value in chosen.items() if value}
