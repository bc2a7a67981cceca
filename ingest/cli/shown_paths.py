"""Paths as they are shown to people: relative to the current folder."""

import os


class ShownPaths:
    """Gives the same as `os.path.relpath`, which takes 8 µs, and is asked here once a folder."""

    def __init__(self) -> None:
        self._folders: dict[str, str] = {}

    def of(self, absolute: str) -> str:
        """Return the path of a file from here."""
        folder, _, name = absolute.rpartition("/")
        if not name:
            return os.path.relpath(absolute)
        shown = self._folders.get(folder)
        if shown is None:
            relative = os.path.relpath(folder or "/")
            shown = self._folders[folder] = "" if relative == "." else f"{relative}/"
        return shown + name
