"""A fixed text back into the bytes of its file."""

import codecs

from ingest.source import Source

BYTE_ORDER_MARKS = {
    "utf-8": codecs.BOM_UTF8,
    "utf-16-le": codecs.BOM_UTF16_LE,
    "utf-16-be": codecs.BOM_UTF16_BE,
    "utf-32-le": codecs.BOM_UTF32_LE,
    "utf-32-be": codecs.BOM_UTF32_BE,
}


def encoded(source: Source, text: str) -> bytes | None:
    """Return `text` in the encoding of the source, or None where the source itself would not survive the way."""
    mark = BYTE_ORDER_MARKS.get(source.encoding, b"") if source.bom else b""
    try:
        if mark + source.text.encode(source.encoding) != source.data:
            return None
        return mark + text.encode(source.encoding)
    except UnicodeEncodeError:
        return None
