"""What `export` and `check` begin with: which files there are, and under which settings they are read."""

import argparse
import os
import sys
from dataclasses import dataclass

from ingest.cli.arguments import overrides_of, sources_of
from ingest.config import Config, ConfigFile, find_config, load_config
from ingest.engine.discovery import Discovery, DiscoveryOptions, discover
from ingest.engine.settings import Settings, settings_for
from ingest.errors import IngestError

STANDARD_INPUT = "-"


@dataclass(frozen=True)
class Session:
    """The files of a run and how they are read."""

    discovery: Discovery
    settings: Settings
    project: str
    """The folder of the configuration, or else of the first source: where the cache lies."""


def open_session(options: argparse.Namespace) -> Session:
    """Return the files and settings that a command line asks for.

    Raises:
        IngestError: for a missing source, or a wrong configuration.
    """
    sources = sources_of(options)
    file = config_file(options.config, sources[0])
    config = load_config(file) if file else Config()
    discovery = discover(
        sources,
        DiscoveryOptions(
            include=config.include,
            exclude=(*config.exclude, *options.exclude),
            base=file.root if file else "",
            respect_gitignore=config.respect_gitignore and not options.no_respect_gitignore,
            force_exclude=options.force_exclude,
        ),
    )
    folders = dict.fromkeys(os.path.dirname(found.absolute) for found in discovery.files)  # noqa: PTH120 - undecodable names
    settings = settings_for(folders, overrides_of(options), file if options.config else None)
    project = file.root if file else _folder_of(sources[0])
    return Session(discovery, settings, project)


def config_file(named: str | None, source: str) -> ConfigFile | None:
    """Return the configuration file named, or the nearest one upwards from a source."""
    if named is None:
        return find_config("." if source == STANDARD_INPUT else source)
    try:
        with open(named, encoding="utf-8") as stream:  # noqa: PTH123 - the cold start
            text = stream.read()
    except (OSError, UnicodeDecodeError) as error:
        raise IngestError(f"--config {named}: {getattr(error, 'strerror', None) or error}") from None
    prefix = ("tool", "ingest") if os.path.basename(named) == "pyproject.toml" else ()  # noqa: PTH119 - same
    path = os.path.abspath(named)  # noqa: PTH100 - same
    return ConfigFile(path, os.path.dirname(path), text, prefix)  # noqa: PTH120 - same


def read_standard_input() -> bytes:
    """Return all of standard input."""
    return sys.stdin.buffer.read()


def _folder_of(source: str) -> str:
    path = os.path.abspath(source)  # noqa: PTH100 - same
    return path if os.path.isdir(path) else os.path.dirname(path)  # noqa: PTH112, PTH120 - same
