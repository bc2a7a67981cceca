"""The parser of the top level, and what every command's end looks like."""

import argparse
import os
import signal
import sys
from collections.abc import Sequence
from importlib import import_module
from io import TextIOWrapper

from ingest.cli.terminal import terminal_columns
from ingest.engine.signals import orderly_end
from ingest.errors import IngestError, OutputError

COMMANDS = {
    "export": "write normalised JSON records of article folders",
    "check": "report findings, and mend what can be mended",
    "explain": "say what a rule means, and what speaks for it in a file",
    "rules": "list every rule",
    "init": "look at a folder and write a configuration that fits it",
    "cache": "remove what is remembered of unchanged files",
    "schema": "print a JSON Schema",
    "completion": "print the completion script of a shell",
}

EPILOG = """\
examples:
  ingest export content --output records.jsonl    records of a folder, refusals beside them
  ingest check content                            what is wrong, with places
  ingest check content --fix                      mend what is safe to mend
  ingest explain LG001                            what a finding means

`ingest COMMAND --help` says more. Exit codes: 0 clean, 1 findings, 2 wrong usage
or no article, 3 output cannot be written, 130 interrupted.
"""

INTERRUPTED = 128 + signal.SIGINT


def run(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code; never a traceback for what a user can do."""
    with orderly_end():
        return _run(arguments)


def _run(arguments: Sequence[str]) -> int:
    try:
        _prepare_streams()
        try:
            code = _dispatch(arguments)
        finally:
            sys.stdout.flush()
    except IngestError as error:
        _say(f"ingest: {error}")
        return error.exit_code
    except BrokenPipeError:
        # The reader is gone (`ingest check … | head`).
        _discard_output()
        return 128 + signal.SIGPIPE
    except OSError as error:
        _discard_output()
        _say(f"ingest: {error.filename or 'standard output'}: {error.strerror or error}")
        return OutputError.exit_code
    except KeyboardInterrupt:
        _say("ingest: interrupted")
        return INTERRUPTED
    return code


class HelpFormatter(argparse.RawDescriptionHelpFormatter):
    """argparse's own but for the width, for which it would load `shutil` at the first option that is declared."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=terminal_columns(80) - 2)


def _dispatch(arguments: Sequence[str]) -> int:
    name = arguments[0] if arguments else None
    if name in COMMANDS:
        module = import_module(f"ingest.cli.{name}")
        command = argparse.ArgumentParser(
            prog=f"ingest {name}",
            description=module.__doc__,
            epilog=module.EPILOG,
            formatter_class=HelpFormatter,
            allow_abbrev=False,
        )
        module.add_arguments(command)
        code: int = module.run(command.parse_args(list(arguments[1:])))
        return code
    parser = _top_parser()
    parser.parse_args(list(arguments))
    parser.print_help(sys.stderr)
    return 2


def _top_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="ingest",
        description="Gets bilingual article folders into shape.",
        usage="ingest COMMAND ...",
        epilog="commands:\n" + "\n".join(f"  {name:<11} {text}" for name, text in COMMANDS.items()) + "\n\n" + EPILOG,
        formatter_class=HelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("-V", "--version", action="store_true", help="print the version and exit")
    parser.add_argument("command", nargs="?", choices=COMMANDS, metavar="COMMAND", help=argparse.SUPPRESS)
    return parser


def _prepare_streams() -> None:
    """Make output the same bytes in every locale; a stream that the caller closed is None until here."""
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 - for the rest of the process
    if sys.stdin is None:
        sys.stdin = open(os.devnull, encoding="utf-8")  # noqa: SIM115 - same
    if sys.stdout is None:
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 - same
        raise OutputError("cannot write standard output: it is closed")
    if isinstance(sys.stdout, TextIOWrapper):
        # File names that are no UTF-8 come out as the bytes that they are.
        sys.stdout.reconfigure(encoding="utf-8", errors="surrogateescape")


def _say(text: str) -> None:
    try:
        sys.stderr.write(f"{text}\n")
        sys.stderr.flush()
    except OSError:
        pass


def _discard_output() -> None:
    # What is still buffered can never be written: Python would complain again while it flushes at exit.
    sink = os.open(os.devnull, os.O_WRONLY)
    os.dup2(sink, sys.stdout.fileno())
