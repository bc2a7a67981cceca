"""What a site can set about metadata."""

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from ingest.metadata.model import Metadata


class MetadataOptions(NamedTuple):
    """The model that validates, and the keys that must be there: field names, aliases or keys of the site's own.

    Without a model of the site's own (None) the metadata is a plain `Metadata`.
    """

    model: "type[Metadata] | None" = None
    required: tuple[str, ...] = ()


DEFAULT_OPTIONS = MetadataOptions()
