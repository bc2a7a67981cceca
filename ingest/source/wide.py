"""UTF-16 without a byte order mark: the order of the bytes in which they say something."""

from ingest.source.han import COMMON_HAN

_SAMPLE = 65_536
_LEAST_BYTES = 8
_LEAST_SHARE = 0.5  # read the wrong way round, `-` is U+2D00 and 一 is U+004E: letters, but of no one text
_INVISIBLE = frozenset("\ufeff\u200b\u200c\u200d\u200e\u200f\u2060\u00ad\ufe0f")


def read_wide(data: bytes) -> tuple[str, str] | None:
    """Return codec and text of bytes with NULs among them, or None where they are no text (a program, a picture)."""
    if len(data) < _LEAST_BYTES or len(data) % 2:
        return None
    codec = max(("utf-16-le", "utf-16-be"), key=lambda codec: _share(data, codec))
    if _share(data, codec) < _LEAST_SHARE:
        return None
    try:
        text = data.decode(codec)
    except UnicodeDecodeError:
        return None
    return (codec, text) if _is_text(text) else None


def _share(data: bytes, codec: str) -> float:
    """Return the share of characters that are ASCII or common Han, from 0 to 1."""
    sample = data[:_SAMPLE].decode(codec, "replace")
    return sum(character < "\x7f" or character in COMMON_HAN for character in sample) / len(sample)


def _is_text(text: str) -> bool:
    """Whether no character is a control, an unassigned or a private one."""
    rare = {character for character in set(text) if not character.isprintable()}
    return all(character.isspace() or character in _INVISIBLE for character in rare)
