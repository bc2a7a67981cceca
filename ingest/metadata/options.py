"""What a site can set about metadata."""

from dataclasses import dataclass

from ingest.metadata.model import Metadata


@dataclass(frozen=True, slots=True)
class MetadataOptions:
    """The model that validates, and the keys that must be there: field names, aliases or keys of the site's own."""

    model: type[Metadata] = Metadata
    required: tuple[str, ...] = ()


DEFAULT_OPTIONS = MetadataOptions()
