"""The parser of the top level, and what every command's end looks like."""

import argparse
import os
import signal
import sys
from collections.abc import Sequence
from importlib import import_module
from types import ModuleType
from typing import NoReturn

from ingest.errors import IngestError

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
TERMINATED = 128 + signal.SIGTERM


class TerminatedError(BaseException):
    """SIGTERM, as an exception that unwinds like Ctrl-C does."""


def run(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code; never a traceback for what a user can do."""
    signal.signal(signal.SIGTERM, _terminate)
    try:
        code = _dispatch(arguments)
        sys.stdout.flush()
    except IngestError as error:
        _say(f"ingest: {error}")
        return error.exit_code
    except BrokenPipeError:
        return _leave_pipe()
    except KeyboardInterrupt:
        _say("ingest: interrupted")
        return INTERRUPTED
    except TerminatedError:
        return TERMINATED
    return code


def _dispatch(arguments: Sequence[str]) -> int:
    name = next((word for word in arguments if not word.startswith("-")), None)
    parser = _top_parser()
    if arguments and name in COMMANDS and arguments[0] == name:
        module: ModuleType = import_module(f"ingest.cli.{name}")
        command = argparse.ArgumentParser(
            prog=f"ingest {name}",
            description=module.__doc__,
            epilog=module.EPILOG,
            formatter_class=argparse.RawDescriptionHelpFormatter,
            allow_abbrev=False,
        )
        module.add_arguments(command)
        code: int = module.run(command.parse_args(list(arguments[1:])))
        return code
    parser.parse_args(list(arguments))
    parser.print_help(sys.stderr)
    return 2


def _top_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="ingest",
        description="Gets bilingual article folders into shape.",
        usage="ingest COMMAND ...",
        epilog="commands:\n" + "\n".join(f"  {name:<11} {text}" for name, text in COMMANDS.items()) + "\n\n" + EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("-V", "--version", action="store_true", help="print the version and exit")
    parser.add_argument("command", nargs="?", choices=COMMANDS, metavar="COMMAND", help=argparse.SUPPRESS)
    return parser


def _terminate(_signal: int, _frame: object) -> NoReturn:
    raise TerminatedError


def _say(text: str) -> None:
    try:
        sys.stderr.write(f"{text}\n")
        sys.stderr.flush()
    except OSError:
        pass


def _leave_pipe() -> int:
    # The reader is gone (`ingest check … | head`): Python would complain again while it flushes at exit.
    sink = os.open(os.devnull, os.O_WRONLY)
    os.dup2(sink, sys.stdout.fileno())
    return 128 + signal.SIGPIPE
