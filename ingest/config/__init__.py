"""A folder's configuration: found upwards, validated, turned into the options of the layers below."""

from ingest.config.discovery import ConfigFile, find_config, project_of
from ingest.config.loading import ConfigError, load_config
from ingest.config.model import DEFAULT_INCLUDE, Config, RuleConfig
from ingest.config.options import article_options, selection_of
from ingest.config.paths import PathRules, path_rules_of

__all__ = [
    "DEFAULT_INCLUDE",
    "Config",
    "ConfigError",
    "ConfigFile",
    "PathRules",
    "RuleConfig",
    "article_options",
    "find_config",
    "load_config",
    "path_rules_of",
    "project_of",
    "selection_of",
]
