"""Looks at a folder and writes a commented configuration that fits it; prints what to paste for pre-commit and CI."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from ingest.errors import IngestError, OutputError

if TYPE_CHECKING:
    from ingest.cli.init_config import Plan

EPILOG = """\
examples:
  ingest init                 look at this folder and write ingest.toml into it
  ingest init website         the same for another one

Where a configuration holds for the folder already, nothing is changed.
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `ingest init`."""
    parser.add_argument(
        "folder", nargs="?", default=".", metavar="FOLDER", help="the project's folder (default: this one)"
    )


def run(options: argparse.Namespace) -> int:
    """Write the configuration, unless there is one."""
    from ingest.config import find_config

    root = Path(options.folder)
    if not root.is_dir():
        raise IngestError(f"{options.folder!r} is no folder")
    existing = find_config(options.folder)
    if existing:
        sys.stderr.write(f"{existing.path} holds for this folder already: nothing is changed.\n")
        return 0
    _write(root)
    return 0


def _write(root: Path) -> None:
    from ingest.cli.init_config import config_text, snippets

    plan = _plan(root)
    path = root / "ingest.toml"
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(config_text(plan))
    except OSError as error:
        raise OutputError(f"cannot write {path}: {error.strerror}") from None
    sys.stderr.write(f"Wrote {path}: {', '.join(plan.languages) or 'no language is sure'}; {plan.generators}.\n")
    sys.stderr.write("To paste, as far as it is of use:\n\n")
    sys.stderr.flush()
    folders = dict.fromkeys(folder for site in plan.sites for folder in site.content_in(root))
    sys.stdout.write(snippets(list(folders) or ["."]))


def _plan(root: Path) -> "Plan":
    from ingest.cli.init_config import Plan, config_text, languages_of
    from ingest.config import Config, ConfigFile, load_config
    from ingest.engine.discovery import DiscoveryOptions, discover
    from ingest.engine.generators import sites_in
    from ingest.engine.survey import Survey, survey

    plan = Plan(sites_in(root), Survey(0), ())
    files = discover([str(root)], DiscoveryOptions(exclude=plan.exclude, base=str(root))).files
    if not len(files):
        raise IngestError("no article found: articles are .md, .markdown and .mdx files")
    plain = survey(files, Config())
    plan = Plan(plan.sites, plain, languages_of(plain))
    config = load_config(ConfigFile(str(root / "ingest.toml"), str(root), config_text(plan), ()))
    fitted = survey(files, config)
    louder = sum(fitted.findings.values()) > sum(plain.findings.values())
    return Plan(plan.sites, plain, plan.languages, languages_fit=not louder)
