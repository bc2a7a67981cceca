"""`ingest check --fix` and `--diff`."""

import argparse
import os
import sys
from collections.abc import Iterator

from ingest.cli.session import Session
from ingest.engine.fixing import Fixed, fix_bytes, fix_file, write
from ingest.engine.found import FoundFile
from ingest.engine.settings import Settings
from ingest.findings import Applicability
from ingest.fixes import unified_diff


def fix_all(session: Session, options: argparse.Namespace) -> int:
    """Mend every file that can be mended; return how many findings that were."""
    mended = files = 0
    for file, fixed in _fixed_files(session, options):
        refused = write(file, fixed)
        if refused:
            sys.stderr.write(f"ingest: {os.path.relpath(file.absolute)} is left as it is: {refused.reason}\n")
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
        found = True
        _write_patch(unified_diff(fixed.source.text, fixed.text, os.path.relpath(file.absolute)), fixed.source.encoding)
    return int(found and not options.exit_zero)


def fix_standard_input(data: bytes, settings: Settings, options: argparse.Namespace) -> int:
    """Write the mended article (or with `--diff` the patch) to standard output."""
    fixed = fix_bytes(data, options.stdin_filename, settings, _applicability(options))
    if options.diff:
        if fixed:
            _write_patch(unified_diff(fixed.source.text, fixed.text, options.stdin_filename), fixed.source.encoding)
        return int(fixed is not None and not options.exit_zero)
    sys.stdout.buffer.write(fixed.data if fixed else data)
    sys.stdout.buffer.flush()
    return int(options.exit_non_zero_on_fix and fixed is not None)


def _fixed_files(session: Session, options: argparse.Namespace) -> Iterator[tuple[FoundFile, Fixed]]:
    for file in session.discovery.files:
        fixed = fix_file(file, session.settings, _applicability(options))
        if fixed:
            yield file, fixed


def _applicability(options: argparse.Namespace) -> Applicability:
    return Applicability.UNSAFE if options.unsafe_fixes else Applicability.SAFE


def _write_patch(patch: str, encoding: str) -> None:
    # A patch holds the file's own bytes, or it does not apply.
    sys.stdout.flush()
    sys.stdout.buffer.write(patch.encode(encoding if encoding in ASCII_COMPATIBLE else "utf-8", "surrogateescape"))
    sys.stdout.buffer.flush()


ASCII_COMPATIBLE = frozenset({"utf-8", "gb18030", "big5", "cp1252", "latin-1", "iso8859-1"})
