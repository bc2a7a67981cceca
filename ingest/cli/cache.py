"""Removes what is remembered of unchanged files: the folder `.ingest_cache` of a project."""

import argparse
import os
import sys

from ingest.errors import IngestError, OutputError

EPILOG = """\
examples:
  ingest cache clean              the cache of the project that the current folder belongs to
  ingest cache clean content      the same for another folder

The cache can be removed at any time: the next run reads every file again. `--no-cache` runs without it.
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `ingest cache`."""
    parser.add_argument("action", choices=("clean",), metavar="clean", help="remove the cache")
    parser.add_argument(
        "folder", nargs="?", default=".", metavar="FOLDER", help="a folder of articles (default: this one)"
    )


def run(options: argparse.Namespace) -> int:
    """Remove the caches that runs over a folder use."""
    from ingest.engine.cache.place import clean

    removed = 0
    for project in _projects(options.folder):
        try:
            removed += clean(project)
        except OSError as error:
            raise OutputError(f"the cache in {project} cannot be removed: {error.strerror or error}") from None
    sys.stderr.write(f"Removed {removed / 1e6:.1f} MB.\n" if removed else "There is no cache here.\n")
    return 0


def _projects(folder: str) -> list[str]:
    """Return the folders that a cache lies in: the folder itself and the one whose configuration holds for it."""
    from ingest.config import find_config

    if not os.path.isdir(folder):
        raise IngestError(f"{folder!r} is no folder")
    file = find_config(folder)
    return list(dict.fromkeys((folder, file.root) if file else (folder,)))
