"""From the text of a configuration file to a Config; every wrong key is named with its line."""

from dataclasses import fields
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from ingest.config.discovery import ConfigFile
from ingest.config.model import Config, RuleConfig
from ingest.errors import IngestError
from ingest.findings import Severity, Span
from ingest.frontmatter import Format, KeyPath, Reading, parse_block
from ingest.source import Limits, Source

if TYPE_CHECKING:
    from pydantic import TypeAdapter
    from pydantic_core import ErrorDetails

UNKNOWN_KEY = frozenset({"extra_forbidden", "unexpected_keyword_argument"})


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
        ConfigError: where it is no TOML, or a key is unknown or has a wrong type or value.
    """
    from pydantic import ValidationError  # noqa: PLC0415 - same

    from ingest.config.values import wrong_values  # noqa: PLC0415 - same

    parsed = parse_block(file.text, Format.TOML)
    written = _Written(file, parsed)
    for problem in parsed.findings:  # a key that stands twice is an error as well, though one of its values was read
        if problem.severity is Severity.ERROR:
            raise ConfigError(written.at(problem.span, problem.message))
    try:
        config = config_adapter().validate_python(_section(parsed, file.prefix))
    except ValidationError as error:
        raise ConfigError("\n".join(written.line_of(d["loc"], _message(d)) for d in error.errors())) from None
    wrong = [written.line_of(key, message) for key, message in wrong_values(config)]
    if wrong:
        raise ConfigError("\n".join(wrong))
    return config


class _Written(NamedTuple):
    """A configuration file, and where its keys stand."""

    file: ConfigFile
    parsed: Reading

    def line_of(self, key: KeyPath, message: str) -> str:
        """Return the message behind the place of a key, or of the nearest key above it that is written."""
        place = (*self.file.prefix, *key)
        ends = range(len(place), 0, -1)
        return self.at(next((span for end in ends if (span := self._span(place[:end]))), None), message)

    def at(self, span: Span | None, message: str) -> str:
        """Return the message behind the place of a span."""
        line = Source(self.file.path, b"", self.file.text).line_column(span.start)[0] if span else 1
        return f"{self.file.path}:{line}: {message}"

    def _span(self, place: KeyPath) -> Span | None:
        if len(place) == 1:
            return next((entry.key_span for entry in self.parsed.entries if entry.key == place[0]), None)
        return self.parsed.nested_spans.get(place)


def _section(parsed: Reading, prefix: tuple[str, ...]) -> Any:  # noqa: ANN401 - validated right afterwards
    section: Any = parsed.data
    for name in prefix:
        section = section.get(name, {}) if isinstance(section, dict) else {}
    return section


def _message(detail: "ErrorDetails") -> str:
    place = detail["loc"]
    key = ".".join(str(part) for part in place)
    if detail["type"] in UNKNOWN_KEY:
        return f"unknown key {key!r}{_nearest(place)}"
    if detail["type"] == "tuple_type":
        return f'{key}: a list is needed, such as ["…"]'
    return f"{key}: {detail['msg']}"


def _nearest(place: KeyPath) -> str:
    from difflib import get_close_matches  # noqa: PLC0415 - only on the way to an error

    homes: dict[object, type[Limits | RuleConfig]] = {"limits": Limits, "rules": RuleConfig}
    names = [field.name for field in fields(homes.get(place[0], Config) if len(place) > 1 else Config)]
    near = get_close_matches(str(place[-1]).replace("-", "_"), names, n=1)
    return f"; did you mean {near[0]!r}?" if near else f"; known are {', '.join(names)}"
