"""Findings as JSON objects: `path`, then the keys of a record's findings."""

from collections.abc import Iterator

from ingest.findings.reports import FileReport
from ingest.findings.wire import to_record
from ingest.reporters.visible import UNSAFE, utf8_path


def finding_objects(file: FileReport) -> Iterator[str]:
    """Yield each finding of a file as one line of JSON (without the line end)."""
    if not file.findings:
        return
    path = encoded(utf8_path(file.path))
    for finding in file.findings:
        record = encoded(to_record(finding, file.edit_positions.__getitem__))
        yield f'{{"path":{path},{record[1:]}'


def encoded(value: object) -> str:
    r"""Return compact JSON of one line; characters that would steer a terminal (also U+202E and such) as `\uNNNN`.

    `value` is made of dataclasses, dicts, lists, strings without lone surrogates, numbers and None.
    """
    import orjson  # noqa: PLC0415 - the formats for people need none

    return UNSAFE.sub(lambda match: _json_escape(match[0]), orjson.dumps(value).decode("utf-8"))


def _json_escape(character: str) -> str:
    """Return the escapes of RFC 8259 §7: UTF-16 code units, two where the character is beyond the first plane."""
    units = character.encode("utf-16-be")
    return "".join(f"\\u{units[index : index + 2].hex()}" for index in range(0, len(units), 2))
