"""The text in a file's bytes: UTF-8 first, then the marks and shapes by which other encodings show themselves."""

import codecs
from typing import NamedTuple

from ingest.findings import Finding
from ingest.findings.codes import IO001, IO003, IO004
from ingest.source.limits import DEFAULT_LIMITS, Limits
from ingest.source.model import Source

# UTF-32's mark begins with UTF-16's, so it is looked for first.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


class Undecodable(NamedTuple):
    """Bytes that are no text (IO001), or too many of them (IO003)."""

    path: str
    data: bytes
    findings: tuple[Finding, ...]


def decode(data: bytes, path: str, limits: Limits = DEFAULT_LIMITS) -> Source | Undecodable:
    """Return the bytes as text with what they are encoded in, or why they are no text.

    Anything but UTF-8 is reported (IO004) with the name of the codec. No character is ever replaced: bytes that no
    looked-for encoding reads are refused. Never raises.
    """
    if len(data) > limits.file_bytes:
        message = f"The file has {len(data):,} bytes; {limits.file_bytes:,} are allowed."
        return Undecodable(path, data, (IO003.at(None, message),))
    bom = data.startswith(codecs.BOM_UTF8)
    try:
        text = data.decode("utf-8-sig" if bom else "utf-8")
    except UnicodeDecodeError as error:
        return _decode_other(data, path, error)
    if 0 in data:
        return _decode_wide(data, path)
    return Source(path, data, text, "utf-8", bom)


def _decode_other(data: bytes, path: str, error: UnicodeDecodeError) -> Source | Undecodable:
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return _decode_marked(data, path, mark, codec)
    if b"\0" in data:
        return _decode_wide(data, path)
    from ingest.source.legacy import read_legacy  # noqa: PLC0415 - its tables are for the few files that are not UTF-8

    found = read_legacy(data)
    if found is None:
        return _undecodable(data, path, f"it is not UTF-8 (byte {error.start + 1}) nor any other encoding we know")
    return _source(data, path, found.text, found.codec)


def _decode_marked(data: bytes, path: str, mark: bytes, codec: str) -> Source | Undecodable:
    try:
        text = data[len(mark) :].decode(codec)
    except UnicodeDecodeError as error:
        return _undecodable(data, path, f"its byte order mark says {codec}, but byte {error.start + 1} does not fit")
    if "\0" in text:
        return _undecodable(data, path, "it has NUL characters")
    return _source(data, path, text, codec, mark)


def _decode_wide(data: bytes, path: str) -> Source | Undecodable:
    from ingest.source.wide import read_wide  # noqa: PLC0415 - its tables are for the few files with NUL bytes

    found = read_wide(data)
    if found is None:
        return _undecodable(data, path, f"byte {data.index(0) + 1} is NUL, as in programs and pictures")
    return _source(data, path, found[1], found[0])


def _source(data: bytes, path: str, text: str, codec: str, mark: bytes = b"") -> Source:
    lossless = mark + text.encode(codec, "replace") == data
    advice = "Save it as UTF-8." if lossless else "Save it as UTF-8 yourself: its bytes have more than one reading."
    message = f"The file is not UTF-8; it was read as {codec}. {advice}"
    return Source(path, data, text, codec, bool(mark), (IO004.at(None, message),), lossless)


def _undecodable(data: bytes, path: str, reason: str) -> Undecodable:
    return Undecodable(path, data, (IO001.at(None, f"The file is no text: {reason}."),))
