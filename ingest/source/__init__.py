"""Bytes of one file: what they are as text, and where every character lies."""

from ingest.source.decoding import Undecodable, decode
from ingest.source.drafts import IDENTITY, Draft, OffsetMap
from ingest.source.files import Unreadable, read_bytes
from ingest.source.limits import DEFAULT_LIMITS, Limits
from ingest.source.model import LINE_END, Newline, Source

__all__ = [
    "DEFAULT_LIMITS",
    "IDENTITY",
    "LINE_END",
    "Draft",
    "Limits",
    "Newline",
    "OffsetMap",
    "Source",
    "Undecodable",
    "Unreadable",
    "decode",
    "read_bytes",
]
