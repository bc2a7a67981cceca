"""Where the stores are: `.ingest_cache` beside the project, one folder a store, and how all of it is removed."""

import errno
import os
import shutil
from contextlib import suppress
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

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
    def folder(self) -> Path:
        """Return the folder of the store; the project can be moved with it."""
        relative = os.path.relpath(self.root, self.project)
        key = blake2b(f"{self.fingerprint}\0{relative}".encode("utf-8", "surrogateescape"), digest_size=8)
        return Path(self.project, CACHE_FOLDER, key.hexdigest())

    def prepare(self) -> None:
        """Make the folders; raise OSError where that is not possible."""
        for folder in (self.folder.parent, self.folder):
            _refuse_link(folder)
            folder.mkdir(exist_ok=True)
        for name, content in ((TAG, TAG_CONTENT), (".gitignore", "*\n")):
            with suppress(FileExistsError), (self.folder.parent / name).open("x") as stream:
                stream.write(content)

    def remove_oldest(self) -> None:
        """Remove the stores that were not written for the longest time: configurations come and go."""
        with suppress(OSError):
            stores = [path for path in self.folder.parent.iterdir() if path.is_dir()]
            stores.sort(key=lambda path: path.stat().st_mtime_ns, reverse=True)
            for store in stores[MOST_STORES:]:
                if store != self.folder:
                    shutil.rmtree(store, ignore_errors=True)


def clean(project: str) -> int:
    """Remove the cache of a project and return how many bytes it took; 0 where there is none.

    Raises:
        OSError: Something cannot be removed, or `.ingest_cache` is a link.
    """
    folder = Path(project, CACHE_FOLDER)
    _refuse_link(folder)
    if not folder.is_dir():
        return 0
    size = sum(path.lstat().st_size for path in folder.rglob("*") if path.is_file())
    shutil.rmtree(folder)
    return size


def _refuse_link(folder: Path) -> None:
    # A stranger's repository could lead us anywhere by a link.
    if folder.is_symlink():
        raise OSError(errno.ELOOP, f"{folder.name} is a link")
