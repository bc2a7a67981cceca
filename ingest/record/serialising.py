"""A record as one line of JSON."""

import orjson

from ingest.record.model import Record, RefusalRecord


def to_json_line(record: Record | RefusalRecord) -> bytes:
    """Return the record as UTF-8 JSON (RFC 8259) with its line end: keys in the order of the fields, no NaN."""
    return orjson.dumps(record, option=orjson.OPT_APPEND_NEWLINE)
