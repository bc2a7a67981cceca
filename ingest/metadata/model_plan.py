"""How values reach a site's model."""

from collections.abc import Mapping
from dataclasses import dataclass

from ingest.metadata.model import Metadata


@dataclass(frozen=True, slots=True)
class ModelPlan:
    """How values reach a model: the key that pydantic expects for each field, and the keys of the fields it adds.

    `own` leads from a folded front matter key to the field that declares it,
    `dates` names the added fields that hold a date. `extra` is pydantic's
    setting: `ignore`, `allow` or `forbid`.
    """

    model: type[Metadata]
    inputs: Mapping[str, str]
    own: Mapping[str, str]
    dates: frozenset[str]
    extra: str


DEFAULT_PLAN = ModelPlan(Metadata, {}, {}, frozenset(), "ignore")
