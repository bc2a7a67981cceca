"""Output formats by name; the module of a format is imported when it is chosen (the cold start is measured)."""

from collections.abc import Mapping
from importlib import import_module
from typing import cast

from ingest.errors import IngestError
from ingest.reporters.model import Reporter

REPORTERS: Mapping[str, str] = {
    "full": "ingest.reporters.full",
    "concise": "ingest.reporters.concise",
    "grouped": "ingest.reporters.grouped",
    "json": "ingest.reporters.json_array",
    "jsonl": "ingest.reporters.json_lines",
    "sarif": "ingest.reporters.sarif",
    "github": "ingest.reporters.github",
    "gitlab": "ingest.reporters.gitlab",
    "junit": "ingest.reporters.junit",
    "markdown": "ingest.reporters.markdown",
    "statistics": "ingest.reporters.statistics",
}


def load(name: str) -> Reporter:
    """Return the reporter of a format; raises IngestError for a name that is no key of `REPORTERS`."""
    try:
        return cast("Reporter", import_module(REPORTERS[name]))
    except KeyError:
        raise IngestError(f"no output format {name!r}; there are {', '.join(REPORTERS)}") from None
