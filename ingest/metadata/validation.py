"""Values through the site's pydantic model: what does not fit comes back as words, never as an exception."""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import Any, get_args

from pydantic import AliasChoices, AliasPath, ValidationError

from ingest.frontmatter.vocabulary import fold_key
from ingest.metadata.failures import Failure
from ingest.metadata.fields import MetadataFields
from ingest.metadata.model import Metadata
from ingest.metadata.model_plan import ModelPlan

_MOST_FAILURES = 20


@lru_cache(maxsize=64)
def plan_of(model: type[Metadata]) -> ModelPlan:
    """Return the plan of a model."""
    inputs: dict[str, str] = {}
    own: dict[str, str] = {}
    dates: set[str] = set()
    for name, info in model.model_fields.items():
        aliases = _aliases(info.validation_alias if info.validation_alias is not None else info.alias)
        inputs[name] = aliases[0] if aliases else name
        if name in Metadata.model_fields:
            continue
        own |= {fold_key(key): name for key in (*aliases, name)}
        if _holds_date(info.annotation):
            dates.add(name)
    return ModelPlan(model, inputs, own, frozenset(dates), model.model_config.get("extra") or "ignore")


def model_of(fields: MetadataFields) -> Metadata:
    """Return normalised fields as a pydantic model."""
    return Metadata.model_validate({name: getattr(fields, name) for name in Metadata.model_fields})


def fields_of(metadata: Metadata) -> MetadataFields:
    """Return the fields that everybody has, as a site's own model holds them."""
    return MetadataFields(**{name: getattr(metadata, name) for name in Metadata.model_fields})


def validated(
    model: type[Metadata], keys: Mapping[str, str], values: dict[str, Any]
) -> tuple[Metadata, tuple[Failure, ...]]:
    """Return the metadata, and what the model says against the values.

    Where the model refuses, the metadata is a plain `Metadata` of the values,
    which always holds them: a record is written all the same. `keys` are those
    that the model expects for its fields.
    """
    inputs = {keys.get(name, name): value for name, value in values.items()}
    try:
        return model.model_validate(inputs), ()
    except ValidationError as error:
        failures = _failures(model, keys, error)
    except Exception as error:  # noqa: BLE001 - the site's own validators may raise anything, and no article stops a run
        message = f"the model {model.__name__} raised {type(error).__name__}: {error}"
        failures = (Failure(model.__name__, None, message),)
    return Metadata.model_validate(values), failures


def _failures(model: type[Metadata], keys: Mapping[str, str], error: ValidationError) -> tuple[Failure, ...]:
    fields = {key: name for name, key in keys.items()}
    failures: list[Failure] = []
    for one in error.errors(include_url=False, include_context=False, include_input=False)[:_MOST_FAILURES]:
        first, *path = one["loc"] or (None,)
        field = fields.get(str(first), str(first)) if first is not None else None
        missing = one["type"] == "missing" and not path
        failures.append(Failure(model.__name__, field, one["msg"], tuple(path), missing))
    return tuple(failures)


def _aliases(alias: str | AliasPath | AliasChoices | None) -> tuple[str, ...]:
    """Return the front matter keys that an alias names; of a path its first step."""
    if alias is None:
        return ()
    if isinstance(alias, str):
        return (alias,)
    if isinstance(alias, AliasPath):
        return (str(alias.path[0]),)
    return tuple(key for choice in alias.choices for key in _aliases(choice))


def _holds_date(annotation: Any) -> bool:  # noqa: ANN401 - an annotation can be any object
    if isinstance(annotation, type):
        return issubclass(annotation, date)
    return any(map(_holds_date, get_args(annotation)))
