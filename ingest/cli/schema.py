"""Prints the JSON Schema (2020-12) of a record, a refusal, a finding, the metadata model or the configuration."""

import argparse
import sys
from pathlib import Path
from typing import Any

import orjson

from ingest.errors import OutputError

EPILOG = """\
examples:
  ingest schema record                        the schema of one line of records.jsonl
  ingest schema config > ingest.schema.json   for an editor that completes ingest.toml
"""

DIALECT = "https://json-schema.org/draft/2020-12/schema"
FILE_NAMES = {
    "record": "record-1.0.schema.json",
    "refusal": "refusal-1.0.schema.json",
    "finding": "finding-1.0.schema.json",
    "metadata": "metadata-1.0.schema.json",
    "config": "config-1.0.schema.json",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of `ingest schema`."""
    parser.add_argument("name", choices=FILE_NAMES, metavar="NAME", help=", ".join(FILE_NAMES))
    parser.add_argument("--output", metavar="FOLDER", help="write the file into a folder, under its versioned name")


def run(options: argparse.Namespace) -> int:
    """Print or write a schema."""
    text = schema_text(options.name)
    if options.output is None:
        sys.stdout.write(text)
        return 0
    target = Path(options.output) / FILE_NAMES[options.name]
    try:
        target.write_text(text, encoding="utf-8")
    except OSError as error:
        raise OutputError(f"{target}: {error.strerror}") from None
    return 0


def schema_text(name: str) -> str:
    """Return a schema as indented JSON with a line end."""
    title = FILE_NAMES[name].removesuffix(".schema.json")
    schema = {"$schema": DIALECT, "$id": FILE_NAMES[name], **_schema(name)}
    schema["title"] = f"ingest {title}"
    return orjson.dumps(schema, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE).decode()


def _schema(name: str) -> dict[str, Any]:
    from pydantic import TypeAdapter

    if name == "config":
        from ingest.config.loading import config_adapter

        return config_adapter().json_schema()
    if name == "metadata":
        from ingest.metadata import Metadata

        return Metadata.model_json_schema(mode="serialization")
    from ingest.findings.wire import FindingRecord
    from ingest.record import Record, RefusalRecord

    model = {"record": Record, "refusal": RefusalRecord, "finding": FindingRecord}[name]
    return TypeAdapter(model).json_schema(mode="serialization")
