"""What `export` and `check` begin with: which files there are, and under which settings they are read."""

import argparse
import os
import sys
from collections.abc import Callable, Generator
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from ingest.cli.arguments import overrides_of, sources_of
from ingest.config import Config, ConfigFile, find_config, load_config, project_of
from ingest.engine.discovery import Discovery, DiscoveryOptions, discover
from ingest.engine.found import FoundFile
from ingest.engine.pipeline import Job, RunOptions, run
from ingest.engine.progress import Progress
from ingest.engine.settings import Settings, settings_for
from ingest.engine.work import Checked, Exported
from ingest.errors import IngestError

if TYPE_CHECKING:
    from ingest.engine.cache.place import CachePlace
    from ingest.engine.incremental import Codec

STANDARD_INPUT = "-"
# To open the memory of an earlier run takes as long as to read so many files again.
FILES_TO_REMEMBER = 8

Outcome = TypeVar("Outcome", Exported, Checked)


class Session(NamedTuple):
    """The files of a run and how they are read."""

    discovery: Discovery
    settings: Settings
    command: str
    project: str
    """The folder of the configuration, or else the work tree or folder of the first source: where the cache lies."""

    def outcomes(
        self,
        job: Job[FoundFile, Outcome],
        codec: "Callable[[], Codec[Outcome]]",
        options: argparse.Namespace,
        progress: Progress,
    ) -> Generator[Outcome, None, None]:
        """Yield what the job makes of every file, in order; of unchanged files what an earlier run made of them."""
        running = RunOptions(options.workers, progress)
        files, place = self.discovery.files, self.place(options)
        if place is None:
            return run(files, job, running)
        from ingest.engine.incremental import Memory, run_incremental

        return run_incremental(files, job, Memory(place, codec(), _warn), running)

    def place(self, options: argparse.Namespace) -> "CachePlace | None":
        """Return where results are remembered from run to run; None where they are not to be."""
        files = self.discovery.files
        if options.no_cache or self.settings.has_own_models or len(files) < FILES_TO_REMEMBER:
            return None
        from ingest.engine.cache.place import CachePlace

        return CachePlace(self.project, f"{self.command} {self.settings.fingerprint}", files.root)

    @property
    def skipped(self) -> dict[str, int]:
        """Return how much was passed over, by reason."""
        return {str(reason): count for reason, count in self.discovery.skipped.items()}


def open_session(options: argparse.Namespace, command: str) -> Session:
    """Return the files and settings that the command line of a command asks for.

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
    project = file.root if file else project_of(sources[0])
    settings = settings_for(discovery.files.folders(), overrides_of(options), file if options.config else None, project)
    return Session(discovery, settings, command, project)


def config_file(named: str | None, source: str) -> ConfigFile | None:
    """Return the configuration file named, or the nearest one upwards from a source."""
    if named is None:
        return find_config("." if source == STANDARD_INPUT else source)
    try:
        with open(named, encoding="utf-8") as stream:
            text = stream.read()
    except (OSError, UnicodeDecodeError) as error:
        raise IngestError(f"--config {named}: {getattr(error, 'strerror', None) or error}") from None
    prefix = ("tool", "ingest") if os.path.basename(named) == "pyproject.toml" else ()
    path = os.path.abspath(named)
    return ConfigFile(path, os.path.dirname(path), text, prefix)


def read_standard_input() -> bytes:
    """Return all of standard input."""
    return sys.stdin.buffer.read()


def _warn(sentence: str) -> None:
    sys.stderr.write(f"ingest: {sentence}\n")
