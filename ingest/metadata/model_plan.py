"""How values reach a site's model."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from ingest.metadata.model import Metadata


class ModelPlan(NamedTuple):
    """How values reach a model: the key that pydantic expects for each field, and the keys of the fields it adds.

    `own` leads from a folded front matter key to the field that declares it,
    `dates` names the added fields that hold a date. `extra` is pydantic's
    setting: `ignore`, `allow` or `forbid`. Without a model of the site's own
    the values are valid as they are.
    """

    model: "type[Metadata] | None"
    inputs: Mapping[str, str]
    own: Mapping[str, str]
    dates: frozenset[str]
    extra: str


DEFAULT_PLAN = ModelPlan(None, {}, {}, frozenset(), "ignore")
