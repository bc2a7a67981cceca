"""Front matter to metadata: aliases, dates, people, tags, and a pydantic model that a site can make its own."""

from typing import TYPE_CHECKING

from ingest.metadata.dates import read_date
from ingest.metadata.fields import MetadataFields
from ingest.metadata.file_names import check_file_name_date, date_of_file_name
from ingest.metadata.occurrences import Occurrence
from ingest.metadata.options import MetadataOptions
from ingest.metadata.person import Person
from ingest.metadata.reading import MetadataReading, read_metadata
from ingest.metadata.text import clean_text, is_title_placeholder, normalise_title

if TYPE_CHECKING:
    from ingest.metadata.model import Metadata

__all__ = [
    "Metadata",
    "MetadataFields",
    "MetadataOptions",
    "MetadataReading",
    "Occurrence",
    "Person",
    "check_file_name_date",
    "clean_text",
    "date_of_file_name",
    "is_title_placeholder",
    "normalise_title",
    "read_date",
    "read_metadata",
]


def __getattr__(name: str) -> object:
    """Return the pydantic model when it is first asked for (PEP 562): importing pydantic is half of a cold start."""
    if name != "Metadata":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from ingest.metadata.model import Metadata  # noqa: PLC0415 - see above

    return Metadata
