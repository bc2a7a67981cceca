"""Which configuration holds for which file, in a shape that crosses to worker processes."""

import os
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from ingest.config import Config, ConfigFile, find_config, load_config
from ingest.engine.judging import Judge
from ingest.version import __version__


class Overrides(NamedTuple):
    """What the command line says over every configuration."""

    select: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()

    def over(self, config: Config) -> Config:
        """Return a configuration with these choices on top."""
        if self == NO_OVERRIDES:
            return config
        return replace(
            config,
            select=self.select or config.select,
            extend_select=(*config.extend_select, *self.extend_select),
            ignore=(*config.ignore, *self.ignore),
            languages=self.languages or config.languages,
        )


NO_OVERRIDES = Overrides()
NO_FOLDERS: Mapping[str, int] = {}


class Settings(NamedTuple):
    """The configurations of a run, by the folder that a file lies in."""

    configs: tuple[tuple[Config, str | None], ...]
    """Each with the folder of its file."""
    by_folder: Mapping[str, int] = NO_FOLDERS
    project: str = ""
    """The folder that places are relative to where there is no configuration."""

    def judge_of(self, absolute: str) -> Judge:
        """Return the judge for a file."""
        judge = _judge(self, self._index_of(absolute))
        return judge.for_path(self.place_of(absolute)) if judge.path_rules.ignores else judge

    def place_of(self, absolute: str) -> str:
        """Return the path of a file in its project: below its configuration, or else below the work tree."""
        root = self.configs[self._index_of(absolute)][1] or self.project
        prefix = f"{root}/"
        return absolute[len(prefix) :] if root and absolute.startswith(prefix) else absolute.lstrip("/")

    def config_of(self, absolute: str) -> Config:
        """Return the configuration for a file."""
        return self.configs[self._index_of(absolute)][0]

    def _index_of(self, absolute: str) -> int:
        return self.by_folder.get(os.path.dirname(absolute), 0) if self.by_folder else 0

    def prepare(self) -> None:
        """Build every judge now: a configuration that asks for what is not there ends the run before it begins.

        Raises:
            IngestError: for a rule, a metadata model or a detector that does not exist.
        """
        for index in range(len(self.configs)):
            _judge(self, index)

    @property
    def has_own_models(self) -> bool:
        """Return whether results also depend on a site's own code, whose changes nobody sees."""
        return any(config.metadata_model for config, _ in self.configs)

    @property
    def fingerprint(self) -> str:
        """Return a text that differs wherever the same file could give another result."""
        from dataclasses import asdict  # noqa: PLC0415 - only a run that remembers needs them
        from hashlib import sha256  # noqa: PLC0415 - same

        import orjson  # noqa: PLC0415 - same

        content = [(asdict(config), root or "") for config, root in self.configs]
        encoded = orjson.dumps(
            [__version__, content, sorted(self.by_folder.items()), self.project], option=orjson.OPT_SORT_KEYS
        )
        return sha256(encoded).hexdigest()

    def __hash__(self) -> int:
        return id(self)


@lru_cache(maxsize=64)
def _judge(settings: Settings, index: int) -> Judge:
    return Judge.of(*settings.configs[index])


def settings_for(
    folders: Iterable[str], overrides: Overrides = NO_OVERRIDES, file: ConfigFile | None = None, project: str = ""
) -> Settings:
    """Return the settings of a run over files in some folders of a project; `file` is used in place of what is there.

    Raises:
        IngestError: where a configuration is wrong.
    """
    settings = _settings(folders, overrides, file)._replace(project=project)
    settings.prepare()
    return settings


def _settings(folders: Iterable[str], overrides: Overrides, file: ConfigFile | None) -> Settings:
    if file is not None:
        return Settings(((overrides.over(load_config(file)), file.root),))
    configs: list[tuple[Config, str | None]] = []
    seen: dict[str | None, int] = {}
    by_folder: dict[str, int] = {}
    for folder in folders:
        found = find_config(folder)
        path = found.path if found else None
        if path not in seen:
            seen[path] = len(configs)
            configs.append((overrides.over(load_config(found) if found else Config()), found.root if found else None))
        by_folder[folder] = seen[path]
    if not configs:
        configs.append((overrides.over(Config()), None))
    if len(configs) == 1:
        by_folder = {}
    return Settings(tuple(configs), by_folder)
