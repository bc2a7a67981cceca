"""Reports what is wrong in article folders, with places and fixes; `--fix` mends what is safe to mend."""

import argparse
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from ingest.cli.arguments import add_rules, add_running, add_sources, reaches
from ingest.cli.baseline import add_baseline, known_findings, say_known, without_known, write_baseline
from ingest.cli.progress import progress_for
from ingest.cli.session import STANDARD_INPUT, Session, config_file, open_session, read_standard_input
from ingest.cli.shown_paths import ShownPaths
from ingest.cli.terminal import wants_colour, width_of
from ingest.config import project_of
from ingest.engine.settings import settings_for
from ingest.engine.work import Reader, check_job
from ingest.errors import IngestError
from ingest.findings.reports import FileReport
from ingest.reporters import REPORTERS, ReportContext, load
from ingest.reporters.summary import Summary, Tally, summary_lines
from ingest.rules.project import ArticleSummary, check_project
from ingest.version import __version__

if TYPE_CHECKING:
    from ingest.engine.baseline import BaselineFilter
    from ingest.engine.codecs import CheckedCodec

FORMATS = tuple(name for name in REPORTERS if name != "statistics")

EPILOG = """\
examples:
  ingest check content                               what is wrong, with the source line
  ingest check content --output-format concise       one line a finding
  ingest check content --fix                         mend what is safe to mend
  ingest check content --diff                        show what --fix would do, as a patch
  ingest check content --select LG --statistics      count the language findings
  ingest check content --write-baseline known.json   live with what there is today ...
  ingest check content --baseline known.json         ... and see only what is new
  git diff --name-only | ingest check @/dev/stdin    what changed
"""


@dataclass
class Outcome:
    """What a check comes to, filled while the reports stream to the reporter."""

    tally: Tally = field(default_factory=Tally)
    files: int = 0
    refusals: int = 0

    @property
    def summary(self) -> Summary:
        """Return the counts."""
        return self.tally.summary(self.files, self.files - self.refusals, self.refusals)

    @property
    def severities(self) -> list[str]:
        """Return the severities that were found."""
        return [count.severity.value for count in self.tally.rules]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `ingest check`."""
    add_sources(parser)
    group = parser.add_argument_group("what to write")
    group.add_argument(
        "--output-format",
        choices=FORMATS,
        metavar="FORMAT",
        help=f"{', '.join(FORMATS)} (default: full; github under GitHub Actions)",
    )
    group.add_argument("--statistics", action="store_true", help="count by rule")
    group.add_argument("--show-files", action="store_true", help="list the files that would be checked, and end")
    group.add_argument("--show-settings", action="store_true", help="print the settings of the first file, and end")
    fixing = parser.add_argument_group("how to mend")
    fixing.add_argument("--fix", action="store_true", help="mend what can be mended without losing a word")
    fixing.add_argument("--unsafe-fixes", action="store_true", help="with --fix or --diff: also drop or change words")
    fixing.add_argument("--diff", action="store_true", help="print the patch that --fix would be; change nothing")
    add_rules(parser)
    add_baseline(parser)
    add_running(parser, fail_on="warning")
    ending = parser.add_argument_group("how to end")
    ending.add_argument("--exit-zero", action="store_true", help="exit 0 whatever is found")
    ending.add_argument("--exit-non-zero-on-fix", action="store_true", help="exit 1 if something was mended")


def run(options: argparse.Namespace) -> int:
    """Report findings, or mend them."""
    known = known_findings(options)
    if options.sources == [STANDARD_INPUT]:
        return _check_standard_input(options, known)
    session = open_session(options, "check")
    if not len(session.discovery.files):
        return _nothing(options, session)
    if options.show_files or options.show_settings:
        return _show_files(session) if options.show_files else _show_settings(session)
    if options.diff:
        from ingest.cli.fixing import print_diff

        return print_diff(session, options)
    mended = 0
    if options.fix:
        from ingest.cli.fixing import fix_all

        mended = fix_all(session, options)
    outcome = Outcome()
    reports = _reports(session, options, outcome)
    if options.write_baseline:
        return write_baseline(reports, options)
    _print(without_known(reports, known), outcome, options)
    say_known(known, session.settings, options)
    return _exit_code(outcome, options, mended)


def _reports(session: Session, options: argparse.Namespace, outcome: Outcome) -> Iterator[FileReport]:
    files = session.discovery.files
    summaries: list[ArticleSummary] = []
    shown = ShownPaths()
    with (
        progress_for(len(files), quiet=options.quiet or sys.stdout.isatty()) as progress,
        closing(session.outcomes(check_job(session.settings), _codec, options, progress)) as results,
    ):
        for file, result in zip(files, results, strict=True):
            outcome.files += 1
            outcome.refusals += result.refused
            if result.summary:
                summaries.append(result.summary)
            path = shown.of(file.absolute)
            yield result.report._replace(path=path) if result.report.findings else FileReport(path)
    yield from _project_reports(session, summaries)


def _codec() -> "CheckedCodec":
    from ingest.engine.codecs import CheckedCodec

    return CheckedCodec()


def _project_reports(session: Session, summaries: Iterable[ArticleSummary]) -> Iterator[FileReport]:
    root = session.discovery.files.root
    for finding in check_project(summaries):
        absolute = os.path.join(root, finding.path)
        selected = session.settings.judge_of(absolute).selection.apply((finding,))
        if selected:
            yield FileReport(os.path.relpath(absolute), selected)


def _print(reports: Iterable[FileReport], outcome: Outcome, options: argparse.Namespace) -> None:
    context = ReportContext(version=__version__, colour=wants_colour(sys.stdout), width=width_of(sys.stdout))
    name = "statistics" if options.statistics else options.output_format or _default_format()
    for piece in load(name).report(outcome.tally.watch(reports), context):
        sys.stdout.write(piece)
    sys.stdout.flush()
    if not options.quiet:
        closing_context = replace(context, colour=wants_colour(sys.stderr), show_fixes=not options.fix)
        sys.stderr.writelines(summary_lines(outcome.summary, closing_context))
    if name == "github":
        _write_step_summary(outcome, context)


def _write_step_summary(outcome: Outcome, context: ReportContext) -> None:
    path = os.environ.get("GITHUB_STEP_SUMMARY")
    if not path:
        return
    from ingest.reporters.step_summary import step_summary

    try:
        with open(path, "a", encoding="utf-8") as file:
            file.write(step_summary(outcome.summary, context))
    except OSError as error:
        sys.stderr.write(f"ingest: the step summary is not written: {error.strerror}\n")


def _default_format() -> str:
    return "github" if os.environ.get("GITHUB_ACTIONS") == "true" else "full"


def _exit_code(outcome: Outcome, options: argparse.Namespace, mended: int) -> int:
    if options.exit_non_zero_on_fix and mended:
        return 1
    if options.exit_zero:
        return 0
    return int(reaches(outcome.severities, options.fail_on))


def _check_standard_input(options: argparse.Namespace, known: "BaselineFilter | None") -> int:
    from ingest.cli.arguments import overrides_of

    file = config_file(options.config, STANDARD_INPUT)
    settings = settings_for(["."], overrides_of(options), file, project_of("."))
    data = read_standard_input()
    if options.fix or options.diff:
        from ingest.cli.fixing import fix_standard_input

        return fix_standard_input(data, settings, options)
    result = Reader(settings).check_bytes(data, options.stdin_filename)
    outcome = Outcome(files=1, refusals=int(result.refused))
    _print(without_known([result.report], known), outcome, options)
    say_known(known, settings, options)
    return _exit_code(outcome, options, 0)


def _show_files(session: Session) -> int:
    shown = ShownPaths()
    sys.stdout.writelines(f"{shown.of(file.absolute)}\n" for file in session.discovery.files)
    return 0


def _show_settings(session: Session) -> int:
    from dataclasses import asdict

    import orjson

    first = next(iter(session.discovery.files))
    config = asdict(session.settings.config_of(first.absolute))
    sys.stdout.write(orjson.dumps(config, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE).decode())
    return 0


def _nothing(options: argparse.Namespace, session: Session) -> int:
    skipped = session.discovery.skipped
    if options.force_exclude and skipped:
        return 0
    reasons = ", ".join(f"{count} {reason}" for reason, count in sorted(skipped.items())) or "there are no files"
    raise IngestError(f"no article found ({reasons}); articles are .md, .markdown and .mdx files")
