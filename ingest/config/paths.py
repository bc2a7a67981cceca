"""Rules that are silent for some paths."""

from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from ingest.config.model import Config
from ingest.rules import Selection, codes_of

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

NOTHING: Mapping[str, frozenset[str]] = {}


class PathRules(NamedTuple):
    """The codes that are silent for paths matching a pattern of git's kind."""

    ignores: Mapping[str, frozenset[str]] = NOTHING

    def narrow(self, selection: Selection, path: str) -> Selection:
        """Return the selection that holds for a path."""
        if not self.ignores:
            return selection
        silent: frozenset[str] = frozenset()
        for pattern, codes in self.ignores.items():
            if _spec(pattern).match_file(path):
                silent |= codes
        return selection.without(silent) if silent else selection


def path_rules_of(config: Config) -> PathRules:
    """Return the path rules of a configuration."""
    return PathRules({pattern: codes_of(selectors) for pattern, selectors in config.per_file_ignores.items()})


@lru_cache(maxsize=256)
def _spec(pattern: str) -> "GitIgnoreSpec":
    from pathspec import GitIgnoreSpec  # noqa: PLC0415 - only where a configuration has such patterns

    return GitIgnoreSpec.from_lines([pattern])
