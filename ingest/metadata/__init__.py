"""Front matter to metadata: aliases, dates, people, tags, and a pydantic model that a site can make its own."""

from ingest.metadata.dates import read_date
from ingest.metadata.file_names import check_file_name_date, date_of_file_name
from ingest.metadata.model import Metadata, Person
from ingest.metadata.occurrences import Occurrence
from ingest.metadata.options import MetadataOptions
from ingest.metadata.reading import MetadataReading, read_metadata
from ingest.metadata.text import clean_text, is_title_placeholder, normalise_title

__all__ = [
    "Metadata",
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
