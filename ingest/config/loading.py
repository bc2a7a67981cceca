"""From the text of a configuration file to a Config; every wrong key is named with its line."""

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from ingest.config.discovery import ConfigFile
from ingest.config.model import Config
from ingest.errors import IngestError
from ingest.findings import CODES, Span
from ingest.frontmatter import Format, KeyPath, Reading, parse_block
from ingest.source import Source

if TYPE_CHECKING:
    from pydantic import TypeAdapter
    from pydantic_core import ErrorDetails


class ConfigError(IngestError):
    """The configuration is wrong; the message names file, line and key."""


@lru_cache(maxsize=1)
def config_adapter() -> "TypeAdapter[Config]":
    """Return what validates a configuration and knows its JSON Schema."""
    from pydantic import TypeAdapter  # noqa: PLC0415 - a run without a config file never needs it

    return TypeAdapter(Config)


def load_config(file: ConfigFile) -> Config:
    """Return the configuration in a file.

    Raises:
        ConfigError: where it is no TOML, or a key is unknown or has the wrong type.
    """
    from pydantic import ValidationError  # noqa: PLC0415 - same

    parsed = parse_block(file.text, Format.TOML)
    if parsed.unread:
        problem = parsed.findings[0]
        line = Source(file.path, b"", file.text).line_column(problem.span.start)[0] if problem.span else 1
        raise ConfigError(f"{file.path}:{line}: {problem.message}")
    try:
        config = config_adapter().validate_python(_section(parsed, file.prefix))
    except ValidationError as error:
        raise ConfigError("\n".join(_message(file, parsed, detail) for detail in error.errors())) from None
    unknown = sorted(set(config.rules) - set(CODES))
    if unknown:
        line = _line(file, parsed, (*file.prefix, "rules", unknown[0]))
        raise ConfigError(f"{file.path}:{line}: no rule is called {unknown[0]!r}; `ingest rules` lists them")
    return config


def _section(parsed: Reading, prefix: tuple[str, ...]) -> Any:  # noqa: ANN401 - validated right afterwards
    section: Any = parsed.data
    for name in prefix:
        section = section.get(name, {}) if isinstance(section, dict) else {}
    return section


def _message(file: ConfigFile, parsed: Reading, detail: "ErrorDetails") -> str:
    place = detail["loc"]
    key = ".".join(str(part) for part in place)
    line = _line(file, parsed, (*file.prefix, *place))
    if detail["type"] in {"extra_forbidden", "unexpected_keyword_argument"}:
        return f"{file.path}:{line}: unknown key {key!r}{_nearest(str(place[-1]))}"
    return f"{file.path}:{line}: {key}: {detail['msg']}"


def _nearest(key: str) -> str:
    from dataclasses import fields  # noqa: PLC0415 - only on the way to an error
    from difflib import get_close_matches  # noqa: PLC0415 - same

    names = [field.name for field in fields(Config)]
    near = get_close_matches(key.replace("-", "_"), names, n=1)
    return f"; did you mean {near[0]!r}?" if near else f"; known are {', '.join(names)}"


def _line(file: ConfigFile, parsed: Reading, place: KeyPath) -> int:
    while place:
        span = _span_of(parsed, place)
        if span is not None:
            return Source(file.path, b"", file.text).line_column(span.start)[0]
        place = place[:-1]
    return 1


def _span_of(parsed: Reading, place: KeyPath) -> Span | None:
    if len(place) == 1:
        return next((entry.key_span for entry in parsed.entries if entry.key == place[0]), None)
    return parsed.nested_spans.get(place)
