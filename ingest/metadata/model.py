"""The pydantic model that metadata is validated by; a site swaps it for a subclass of its own."""

from pydantic import BaseModel, ConfigDict

from ingest.metadata.person import Person


class Metadata(BaseModel):
    """What front matter says, normalised: absent values are `None` or `()`.

    `date` and `updated` are RFC 3339 dates or date-times in the author's
    precision (a date stays a date, a time without a zone stays without one).
    `lang` is the declared text, not yet BCP 47. `url` is where the article is
    published, `source_url` what it was taken from.

    A subclass may narrow these fields (patterns, required, lengths) and add its
    own, which receive the raw front matter value of the key with their name or
    alias, dates excepted: they come as the RFC 3339 text that was read. A key
    of its own that is also another name of a field above goes to both. What
    does not fit becomes a finding: SC002 for a missing required field, SC003
    for anything else. With `extra="forbid"` every unknown key is SC007.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

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
