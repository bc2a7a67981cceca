"""Lists every rule: its code, name, severity, whether it speaks by default, and what it says."""

import argparse
import sys

import orjson

from ingest.rules import RULES, Rule

EPILOG = """\
examples:
  ingest rules                                 a table
  ingest rules --output-format json            one array of objects
  ingest explain LG001                         one rule in full
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `ingest rules`."""
    parser.add_argument(
        "--output-format", choices=("table", "json", "markdown"), default="table", help="how to write (default: table)"
    )


def run(options: argparse.Namespace) -> int:
    """Print the rules."""
    writers = {"table": _table, "json": _json, "markdown": _markdown}
    sys.stdout.write(writers[options.output_format]())
    return 0


def _table() -> str:
    width = max(len(rule.code.name) for rule in RULES.values())
    lines = [f"{'code':<6} {'name':<{width}} {'severity':<8} {'default':<7} what it says"]
    lines += [
        f"{code:<6} {rule.code.name:<{width}} {rule.code.severity:<8} {_default(rule):<7} {rule.code.summary}"
        for code, rule in RULES.items()
    ]
    return "\n".join(lines) + "\n"


def _default(rule: Rule) -> str:
    return "on" if rule.default else "off"


def _json() -> str:
    from ingest.rules.pages import page_of

    rows = []
    for code, rule in RULES.items():
        page = page_of(code)
        rows.append(
            {
                "code": code,
                "name": rule.code.name,
                "severity": rule.code.severity.value,
                "default": rule.default,
                "summary": rule.code.summary,
                "why": page.why,
                "bad": page.bad,
                "good": page.good,
                "fix": page.fix,
                "options": page.options,
            }
        )
    return orjson.dumps(rows, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE).decode()


def _markdown() -> str:
    from ingest.rules.pages import page_of

    parts = ["# Rules\n\nWritten by `ingest rules --output-format markdown`; `ingest explain CODE` shows one.\n"]
    parts += [f"\n| code | name | severity | default | what it says |\n|---|---|---|---|---|\n{_rows()}"]
    for code, rule in RULES.items():
        page = page_of(code)
        parts.append(
            f"\n## {code} {rule.code.name}\n\n**{rule.code.severity}** · {_default(rule)} by default · "
            f"{rule.code.summary}\n\n### Why\n\n{page.why}\n\n### Bad\n\n{page.bad}\n\n### Good\n\n{page.good}\n\n"
            f"### Fix\n\n{page.fix}\n" + (f"\n### Options\n\n{page.options}\n" if page.options else "")
        )
    return "".join(parts)


def _rows() -> str:
    return "".join(
        f"| [{code}](#{code.lower()}-{rule.code.name}) | {rule.code.name} | {rule.code.severity} | "
        f"{_default(rule)} | {rule.code.summary} |\n"
        for code, rule in RULES.items()
    )
