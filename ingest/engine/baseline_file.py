"""The text of a baseline file: entries → JSON, one a line, and back; what is wrong in it is said with its line."""

import json
from collections.abc import Iterable
from typing import Any

from ingest.errors import IngestError
from ingest.findings.identity import Identity

VERSION = 1


def baseline_bytes(identities: Iterable[Identity]) -> bytes:
    """Return the content of a baseline file with these entries."""
    ordered = sorted(identities, key=lambda entry: (entry.path, entry.code, entry.anchor, entry.nth))
    lines = [
        json.dumps(
            {"path": entry.path, "code": entry.code, "anchor": entry.anchor, "nth": entry.nth}, ensure_ascii=False
        )
        for entry in ordered
    ]
    text = f'{{\n"version": {VERSION},\n"findings": [\n' + ",\n".join(lines) + ("\n" if lines else "") + "]\n}\n"
    # A file name's byte that is not UTF-8 is a lone surrogate here, and its escape is how JSON writes one.
    return text.encode("utf-8", "backslashreplace")


def parse_baseline(content: bytes, path: str) -> frozenset[Identity]:
    """Return the entries in the content of a baseline file; `path` is for the message.

    Raises:
        IngestError: It is no baseline.
    """
    text = content.decode("utf-8", "replace")
    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        raise _wrong(path, error.lineno, f"this is no JSON ({error.msg})") from None
    except (ValueError, RecursionError) as error:  # a number of 5,000 digits, 100,000 brackets
        raise _wrong(path, 1, f"this is no baseline ({error})") from None
    if not isinstance(data, dict) or not isinstance(data.get("findings"), list):
        raise _wrong(path, 1, 'a baseline is an object with "version" and "findings"')
    if data.get("version") != VERSION:
        raise _wrong(path, 1, f"version {data.get('version')!r} of baselines is not known; write it again")
    entries = [_identity(entry) for entry in data["findings"]]
    if None in entries:
        line = _line_of_entry(text, entries.index(None))
        raise _wrong(path, line, 'an entry needs "path", "code", "anchor" (texts) and "nth" (a number from 1)')
    return frozenset(entry for entry in entries if entry is not None)


def _wrong(path: str, line: int, what: str) -> IngestError:
    return IngestError(f"{path}:{line}: {what}; --write-baseline {path} makes a new one")


def _identity(entry: Any) -> Identity | None:  # noqa: ANN401 - what somebody wrote into the file
    if not isinstance(entry, dict):
        return None
    code, path, anchor, nth = (entry.get(key) for key in ("code", "path", "anchor", "nth"))
    if not (isinstance(code, str) and isinstance(path, str) and isinstance(anchor, str)):
        return None
    return Identity(code, path, anchor, nth) if isinstance(nth, int) and nth >= 1 else None


def _line_of_entry(text: str, index: int) -> int:
    """Return the line on which an entry of the array "findings" begins (1 where there are several such arrays)."""
    decoder = json.JSONDecoder()
    position = text.index("[", text.index('"findings"')) + 1
    try:
        for number in range(index + 1):
            while text[position] in ", \t\r\n":
                position += 1
            if number < index:
                position = decoder.raw_decode(text, position)[1]
    except (ValueError, IndexError):
        return 1
    return text.count("\n", 0, position) + 1
