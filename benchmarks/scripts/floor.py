"""The floor: read every file, decode it, write it as one line of JSON."""

import sys
from pathlib import Path

import orjson

source, output = sys.argv[1:]
with Path(output).open("wb") as lines:
    for path in sorted(Path(source).rglob("*.md")):
        record = {"path": str(path), "text": path.read_bytes().decode()}
        lines.write(orjson.dumps(record, option=orjson.OPT_APPEND_NEWLINE))
