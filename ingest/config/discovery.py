"""Where a folder's configuration stands: the nearest file upwards."""

import os
from typing import NamedTuple

FILE_NAME = "ingest.toml"
PYPROJECT = "pyproject.toml"
SECTION = "[tool.ingest"


class ConfigFile(NamedTuple):
    """A configuration file as read; `root` is the folder that holds it."""

    path: str
    root: str
    text: str
    prefix: tuple[str, ...]
    """The tables that lead to the keys: none in ingest.toml, `tool` and `ingest` in pyproject.toml."""


def find_config(start: str) -> ConfigFile | None:
    """Return the nearest configuration from a file or folder upwards, or None."""
    folder = os.path.abspath(start)
    if not os.path.isdir(folder):
        folder = os.path.dirname(folder)
    while True:
        found = _config_in(folder)
        parent = os.path.dirname(folder)
        if found or parent == folder:
            return found
        folder = parent


def _config_in(folder: str) -> ConfigFile | None:
    own = _text_of(os.path.join(folder, FILE_NAME))
    if own is not None:
        return ConfigFile(os.path.join(folder, FILE_NAME), folder, own, ())
    project = _text_of(os.path.join(folder, PYPROJECT))
    if project is not None and SECTION in project:
        return ConfigFile(os.path.join(folder, PYPROJECT), folder, project, ("tool", "ingest"))
    return None


def _text_of(path: str) -> str | None:
    try:
        with open(path, encoding="utf-8", errors="replace") as file:
            return file.read()
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError, PermissionError):
        return None


def project_of(source: str) -> str:
    """Return the git work tree that a file or folder lies in, or else its folder."""
    path = os.path.abspath(source)
    start = path if os.path.isdir(path) else os.path.dirname(path)
    folder = start
    while not os.path.exists(os.path.join(folder, ".git")):
        parent = os.path.dirname(folder)
        if parent == folder:
            return start
        folder = parent
    return folder
