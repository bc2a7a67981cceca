"""Where the stores are: `.ingest_cache` beside the project, one folder a store, and how all of it is removed."""

# Paths stay strings: every run that remembers looks here, and to load pathlib and shutil takes 5 ms.

import errno
import os
from contextlib import suppress
from dataclasses import dataclass
from hashlib import blake2b

from ingest.engine.names import CACHE_FOLDER

TAG = "CACHEDIR.TAG"
# https://bford.info/cachedir/: backup programs know a cache by these bytes.
TAG_CONTENT = "Signature: 8a477f597d28d172789f06886806bc55\n# Made by ingest; it can be removed at any time.\n"
MOST_STORES = 8


@dataclass(frozen=True, slots=True)
class CachePlace:
    """Which store a run uses.

    Attributes:
        project: The folder that `.ingest_cache` lies in.
        fingerprint: What the outcomes depend on besides a file's path and bytes: tool version, command, configuration.
        root: The folder that the paths of the run are relative to.
    """

    project: str
    fingerprint: str
    root: str

    @property
    def folder(self) -> str:
        """Return the folder of the store; the project can be moved with it."""
        relative = os.path.relpath(self.root, self.project)
        key = blake2b(f"{self.fingerprint}\0{relative}".encode("utf-8", "surrogateescape"), digest_size=8)
        return os.path.join(self.project, CACHE_FOLDER, key.hexdigest())

    def prepare(self) -> None:
        """Make the folders; raise OSError where that is not possible."""
        store = self.folder
        stores = os.path.dirname(store)
        for folder in (stores, store):
            _refuse_link(folder)
            os.makedirs(folder, exist_ok=True)
        for name, content in ((TAG, TAG_CONTENT), (".gitignore", "*\n")):
            with suppress(FileExistsError), open(os.path.join(stores, name), "x", encoding="utf-8") as stream:
                stream.write(content)

    def remove_oldest(self) -> None:
        """Remove the stores that were not written for the longest time: configurations come and go."""
        own = self.folder
        with suppress(OSError), os.scandir(os.path.dirname(own)) as scan:
            stores = sorted([entry for entry in scan if entry.is_dir()], key=_written, reverse=True)
            for store in stores[MOST_STORES:]:
                if store.path != own:
                    from shutil import rmtree  # noqa: PLC0415 - it loads every kind of compression, and few runs remove

                    rmtree(store.path, ignore_errors=True)


def clean(project: str) -> int:
    """Remove the cache of a project and return how many bytes it took; 0 where there is none.

    Raises:
        OSError: Something cannot be removed, or `.ingest_cache` is a link.
    """
    from shutil import rmtree  # noqa: PLC0415 - same

    folder = os.path.join(project, CACHE_FOLDER)
    _refuse_link(folder)
    if not os.path.isdir(folder):
        return 0
    files = [os.path.join(inner, name) for inner, _, names in os.walk(folder) for name in names]
    size = sum(os.lstat(path).st_size for path in files if os.path.isfile(path))
    rmtree(folder)
    return size


def _written(store: os.DirEntry[str]) -> int:
    return store.stat().st_mtime_ns


def _refuse_link(folder: str) -> None:
    # A stranger's repository could lead us anywhere by a link.
    if os.path.islink(folder):
        raise OSError(errno.ELOOP, f"{os.path.basename(folder)} is a link")
