"""Says what a rule means, shows an example and the fix; with a file, what speaks for the rule in it."""

import argparse
import sys

from ingest.errors import IngestError
from ingest.rules import RULES, codes_of
from ingest.rules.pages import page_of

EPILOG = """\
examples:
  ingest explain LG001                        the rule
  ingest explain title-language-mismatch      the same, by name
  ingest explain LG001 content/zh/tea.md      the evidence in that file
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `ingest explain`."""
    parser.add_argument("code", metavar="CODE", help="a rule's code or name")
    parser.add_argument("file", metavar="FILE", nargs="?", help="an article to show the evidence in")


def run(options: argparse.Namespace) -> int:
    """Print the page of a rule, then the evidence in the file."""
    codes = sorted(codes_of([options.code]))
    if len(codes) != 1:
        raise IngestError(f"{options.code!r} names {len(codes)} rules: {', '.join(codes)}")
    text = _page(codes[0])
    if options.file is not None:
        from ingest.cli.evidence import evidence_in

        text += evidence_in(options.file, codes[0])
    sys.stdout.write(text)
    return 0


def _page(code: str) -> str:
    rule, page = RULES[code].code, page_of(code)
    text = f"{code} {rule.name} ({rule.severity})\n\n{rule.summary}\n\n{page.why}\n"
    for heading, section in (("Bad", page.bad), ("Good", page.good), ("Fix", page.fix), ("Options", page.options)):
        if section:
            text += f"\n{heading}\n{'-' * len(heading)}\n\n{section}\n"
    return text
