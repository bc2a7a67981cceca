"""Lone surrogates: halves of characters that escapes can write and no encoding can."""

import re

REPLACEMENT = "\ufffd"
_SURROGATE = re.compile("[\ud800-\udfff]")


def has_surrogates(text: str) -> bool:
    """Whether a text has a character that UTF-8 cannot hold."""
    return _SURROGATE.search(text) is not None


def first_surrogate(text: str) -> int | None:
    """Return the offset of the first lone surrogate, or None."""
    match = _SURROGATE.search(text)
    return match.start() if match else None


def without_surrogates(text: str) -> str:
    """Return the text with U+FFFD for each of them."""
    return _SURROGATE.sub(REPLACEMENT, text)
