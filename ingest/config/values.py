"""What the types of a configuration cannot say: values that mean nothing."""

import math
from collections.abc import Callable, Iterator
from dataclasses import fields

from ingest.config.model import Config, RuleConfig
from ingest.errors import IngestError
from ingest.findings import CODES
from ingest.frontmatter import KeyPath
from ingest.language import LanguageOptions
from ingest.rules import codes_of
from ingest.source import Limits

# Which options a rule has besides its severity, and the most that each may be.
OPTIONS: dict[str, dict[str, float]] = {
    "LG001": {"words": math.inf, "ratio": math.inf},
    "LG004": {"words": math.inf, "share": 1.0},
}

Problem = tuple[KeyPath, str]


def wrong_values(config: Config) -> Iterator[Problem]:
    """Yield the key and what is wrong with its value: rules and languages that are none, numbers out of range."""
    for code, rule in sorted(config.rules.items()):
        if code not in CODES:
            yield ("rules", code), f"no rule is called {code!r}; `ingest rules` lists them"
        else:
            yield from _wrong_options(code, rule)
    for limit in fields(Limits):
        if getattr(config.limits, limit.name) < 1:
            yield ("limits", limit.name), f"limits.{limit.name}: at least 1 is needed"
    for key in ("select", "extend_select", "ignore"):
        yield from _refused((key,), lambda key=key: codes_of(getattr(config, key)))  # type: ignore[misc]
    for pattern, selectors in config.per_file_ignores.items():
        yield from _refused(("per_file_ignores", pattern), lambda selectors=selectors: codes_of(selectors))  # type: ignore[misc]
    yield from _refused(("languages",), lambda: LanguageOptions(candidates=config.languages))


def _wrong_options(code: str, rule: RuleConfig) -> Iterator[Problem]:
    allowed = OPTIONS.get(code, {})
    for option in fields(RuleConfig):
        value = getattr(rule, option.name)
        if option.name == "severity" or value is None:
            continue
        place = ("rules", code, option.name)
        if option.name not in allowed:
            names = ", ".join(["severity", *allowed])
            yield place, f"{code} has no option {option.name!r}; it has {names}"
        elif not 0 <= value <= allowed[option.name] or math.isinf(value):
            most = f" to {allowed[option.name]:g}" if math.isfinite(allowed[option.name]) else " or more"
            yield place, f"rules.{code}.{option.name}: a number of 0{most} is needed"


def _refused(key: KeyPath, use: Callable[[], object]) -> Iterator[Problem]:
    try:
        use()
    except IngestError as error:
        yield key, f"{key[0]}: {error}"
