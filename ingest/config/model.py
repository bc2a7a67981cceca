"""The keys of `[tool.ingest]` and `ingest.toml`."""

from dataclasses import dataclass, field
from typing import ClassVar, Literal

from ingest.source import Limits

DEFAULT_INCLUDE = ("*.md", "*.markdown", "*.mdx")

# Read by pydantic's TypeAdapter, which is only imported where a config file exists or the schema is asked for.
STRICT = {"extra": "forbid", "use_attribute_docstrings": True}


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleConfig:
    """The options of one rule, `[rules.LG001]`."""

    __pydantic_config__: ClassVar[dict[str, object]] = STRICT

    severity: Literal["error", "warning", "info", "off"] | None = None
    """How loud it is: "error", "warning", "info", or "off"."""
    words: float | None = None
    """LG001: words of evidence that a Latin title over another script needs. LG004: words a second language needs."""
    ratio: float | None = None
    """LG001: log-likelihood ratio, in nats, that a title of the body's script needs."""
    share: float | None = None
    """LG004: share of the prose (0 to 1) from which a second language is reported."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """What a folder's owner decides; every key has a default."""

    __pydantic_config__: ClassVar[dict[str, object]] = STRICT

    languages: tuple[str, ...] = ()
    """The languages that the folder is written in, as BCP 47 tags (`["zh", "en"]`); all that are known unless set."""
    collection: str | None = None
    """A name put before every id, so that ids of several folders never meet."""
    include: tuple[str, ...] = DEFAULT_INCLUDE
    """Which files are articles, as patterns of git's kind."""
    exclude: tuple[str, ...] = ()
    """Which paths are left out, as patterns of git's kind."""
    respect_gitignore: bool = True
    """Whether what git ignores is left out."""
    metadata_model: str | None = None
    """A subclass of `ingest.Metadata` that validates the metadata: `"mysite.models:Post"`."""
    required: tuple[str, ...] = ()
    """Fields that every article must have (`["date", "authors"]`): SC002 where one is missing."""
    detector: str = "profiles"
    """What tells languages of one script apart: "profiles" (built in), "lingua" or "py3langid" (optional extras)."""
    select: tuple[str, ...] = ()
    """The rules that speak, by code, beginning of codes, or name, in place of the default set."""
    extend_select: tuple[str, ...] = ()
    """Rules that speak beside those."""
    ignore: tuple[str, ...] = ()
    """Rules that are silent."""
    per_file_ignores: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Rules that are silent for paths that match a pattern of git's kind."""
    limits: Limits = field(default_factory=Limits)
    """Work budgets: over them an article is refused."""
    rules: dict[str, RuleConfig] = field(default_factory=dict)
    """Options of single rules, by code."""
