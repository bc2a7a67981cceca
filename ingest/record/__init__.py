"""The normalised record of an article: Record 1.0, and the refusal of a file that is none."""

from ingest.record.building import record_of, refusal_record_of
from ingest.record.model import SCHEMA_VERSION, Record, RefusalRecord
from ingest.record.serialising import to_json_line

__all__ = ["SCHEMA_VERSION", "Record", "RefusalRecord", "record_of", "refusal_record_of", "to_json_line"]
