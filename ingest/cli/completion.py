"""Prints the completion script of a shell: commands, options, formats, rules, files."""

import argparse
import sys

SHELLS = ("bash", "zsh", "fish")

EPILOG = """\
examples:
  source <(ingest completion bash)                                    bash, for this session
  ingest completion bash >> ~/.bash_completion                        bash, for all
  ingest completion zsh > "${fpath[1]}/_ingest"                       zsh, for all
  ingest completion fish > ~/.config/fish/completions/ingest.fish     fish, for all
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `ingest completion`."""
    parser.add_argument("shell", choices=SHELLS, metavar="SHELL", help=", ".join(SHELLS))


def run(options: argparse.Namespace) -> int:
    """Print the script."""
    from ingest.cli.command_line import commands
    from ingest.cli.completion_scripts import SCRIPTS

    sys.stdout.write(SCRIPTS[options.shell](tuple(commands())))
    return 0
