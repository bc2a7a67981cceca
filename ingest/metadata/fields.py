"""The fields of the metadata, normalised: what rules and records read without waiting for pydantic."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from ingest.frozen import new_tuple
from ingest.metadata.person import Person


class MetadataFields(NamedTuple):
    """What front matter says about the fields that everybody has; `Metadata` holds the same values and explains them.

    Checking one file takes less time than importing pydantic does, so the model is only made for whoever asks for it.
    """

    title: str | None = None
    date: str | None = None
    updated: str | None = None
    authors: tuple[Person, ...] = ()
    translators: tuple[Person, ...] = ()
    editors: tuple[Person, ...] = ()
    reviewers: tuple[Person, ...] = ()
    tags: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    lang: str | None = None
    slug: str | None = None
    url: str | None = None
    draft: bool | None = None
    description: str | None = None
    image: str | None = None
    translation_key: str | None = None
    source_url: str | None = None


_DEFAULTS = MetadataFields()._asdict()


def fields_with(values: Mapping[str, Any]) -> MetadataFields:
    """Return the fields with these values, none of another name."""
    return new_tuple(MetadataFields, {**_DEFAULTS, **values}.values())
