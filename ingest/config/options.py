"""What a configuration means for the layers below."""

import sys
from importlib import import_module
from typing import TYPE_CHECKING

from ingest.article import ArticleOptions
from ingest.config.model import Config
from ingest.errors import IngestError
from ingest.findings import Severity
from ingest.language import LanguageOptions
from ingest.language.detectors import likelihoods
from ingest.metadata import MetadataOptions
from ingest.rules import Selection, codes_of
from ingest.rules.selection import DEFAULT_CODES

if TYPE_CHECKING:
    from ingest.metadata import Metadata

BUILT_IN_DETECTOR = "profiles"


def article_options(config: Config, root: str | None = None) -> ArticleOptions:
    """Return how articles are read under a configuration; `root` is where its metadata model is looked for."""
    model = None if config.metadata_model is None else _load_model(config.metadata_model, root)
    return ArticleOptions(
        limits=config.limits,
        metadata=MetadataOptions(model=model, required=config.required),
        language=_language_options(config),
    )


def selection_of(config: Config) -> Selection:
    """Return which rules speak under a configuration, and how loudly."""
    enabled = codes_of(config.select) if config.select else DEFAULT_CODES
    enabled |= codes_of(config.extend_select)
    off = {code for code, rule in config.rules.items() if rule.severity == "off"}
    severities = {
        code: Severity(rule.severity) for code, rule in config.rules.items() if rule.severity not in {None, "off"}
    }
    return Selection(frozenset(enabled - codes_of(config.ignore) - off), severities)


def _language_options(config: Config) -> LanguageOptions:
    if config.detector != BUILT_IN_DETECTOR:
        # A wrong name or an extra that is not installed ends the run here, not at the first article that needs it.
        likelihoods(("word",), ("en", "fr"), config.detector)
    title, mixed = config.rules.get("LG001"), config.rules.get("LG004")
    chosen = {
        "title_words": title.words if title else None,
        "title_ratio": title.ratio if title else None,
        "mixed_share": mixed.share if mixed else None,
        "mixed_words": mixed.words if mixed else None,
    }
    thresholds = {name: value for name, value in chosen.items() if value is not None}
    return LanguageOptions(candidates=config.languages, detector=config.detector, **thresholds)  # type: ignore[arg-type]


def _load_model(reference: str, root: str | None) -> "type[Metadata]":
    from ingest.metadata import Metadata  # noqa: PLC0415 - pydantic, where a site has a model of its own

    module_name, _, class_name = reference.partition(":")
    if root is not None and root not in sys.path:
        sys.path.insert(0, root)
    try:
        model = getattr(import_module(module_name), class_name)
    except Exception as error:  # noqa: BLE001 - the user's module may fail in any way; the message names it
        message = f"metadata_model = {reference!r} cannot be loaded: {type(error).__name__}: {error}"
        raise IngestError(message) from None
    if not (isinstance(model, type) and issubclass(model, Metadata)):
        raise IngestError(f"metadata_model = {reference!r} is no subclass of ingest.Metadata")
    return model
