"""Bytes of one file: what they are as text, and where every character lies."""

from ingest.source.decoding import Undecodable, decode
from ingest.source.files import Unreadable, read_bytes
from ingest.source.limits import DEFAULT_LIMITS, Limits
from ingest.source.model import LINE_END, Newline, Source
from ingest.source.offsets import IDENTITY, OffsetMap

__all__ = [
    "DEFAULT_LIMITS",
    "IDENTITY",
    "LINE_END",
    "Limits",
    "Newline",
    "OffsetMap",
    "Source",
    "Undecodable",
    "Unreadable",
    "decode",
    "read_bytes",
]
