"""`ingest check --fix` and `--diff`."""

import argparse
import os
import sys
from collections.abc import Iterator

from ingest.cli.arguments import reaches
from ingest.cli.session import Session
from ingest.engine.fixing import Fixed, fix_bytes, fix_file, patch_of, would_not_write, write
from ingest.engine.found import FoundFile
from ingest.engine.job import Lost, attempt
from ingest.engine.settings import Settings
from ingest.engine.work import Reader
from ingest.findings import Applicability
from ingest.reporters import ReportContext, load
from ingest.reporters.visible import visible_path
from ingest.version import __version__


def fix_all(session: Session, options: argparse.Namespace) -> int:
    """Mend every file that can be mended; return how many findings that were."""
    mended = files = 0
    for file, fixed in _fixed_files(session, options):
        refused = write(file, fixed)
        if refused:
            sys.stderr.write(
                f"ingest: {visible_path(os.path.relpath(file.absolute))} is left as it is: {refused.reason}\n"
            )
            continue
        files += 1
        mended += len(fixed.applied)
    if not options.quiet:
        sys.stderr.write(f"Mended {mended:,} findings in {files:,} files.\n")
    return mended


def print_diff(session: Session, options: argparse.Namespace) -> int:
    """Print what `--fix` would change as a patch; return 1 where there is something."""
    found = False
    for file, fixed in _fixed_files(session, options):
        name = os.path.relpath(file.absolute)
        refused = would_not_write(file, fixed)
        if refused:
            sys.stderr.write(f"ingest: {visible_path(name)} is left as it is: {refused.reason}\n")
            continue
        found = True
        _write_patch(fixed, name)
    return int(found and not options.exit_zero)


def fix_standard_input(data: bytes, settings: Settings, options: argparse.Namespace) -> int:
    """Write the mended article (or with `--diff` the patch) to standard output, and what is left to standard error."""
    fixed = fix_bytes(data, options.stdin_filename, settings, _applicability(options))
    if options.diff:
        if fixed:
            _write_patch(fixed, options.stdin_filename)
        return int(fixed is not None and not options.exit_zero)
    sys.stdout.buffer.write(fixed.data if fixed else data)
    sys.stdout.buffer.flush()
    left = Reader(settings).check_bytes(fixed.data if fixed else data, options.stdin_filename).report
    if not options.quiet:
        sys.stderr.writelines(load("concise").report([left], ReportContext(version=__version__)))
    if options.exit_non_zero_on_fix and fixed is not None:
        return 1
    return int(not options.exit_zero and reaches([finding.severity for finding in left.findings], options.fail_on))


def _fixed_files(session: Session, options: argparse.Namespace) -> Iterator[tuple[FoundFile, Fixed]]:
    for file in session.discovery.files:
        fixed = attempt(lambda found: fix_file(found, session.settings, _applicability(options)), file)
        if isinstance(fixed, Lost):
            name = visible_path(os.path.relpath(file.absolute))
            sys.stderr.write(f"ingest: {name} is left as it is: {fixed.reason}; please report this with the file\n")
        elif fixed:
            yield file, fixed


def _applicability(options: argparse.Namespace) -> Applicability:
    return Applicability.UNSAFE if options.unsafe_fixes else Applicability.SAFE


def _write_patch(fixed: Fixed, name: str) -> None:
    patch = patch_of(fixed, name)
    if patch is None:
        sys.stderr.write(
            f"ingest: {visible_path(name)} is {fixed.source.encoding}, which no patch can hold; use --fix\n"
        )
        return
    sys.stdout.flush()
    sys.stdout.buffer.write(patch)
    sys.stdout.buffer.flush()
