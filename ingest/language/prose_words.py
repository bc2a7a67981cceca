"""The words of running prose, by the hundred: a title's are looked at one by one (`words`)."""

import re

from ingest.language.words import _WORD, composed

_SPACED = bytes(byte if byte > 0x7F or chr(byte).isalpha() else 0x20 for byte in range(256))  # noqa: PLR2004 - ASCII
"""Every ASCII character but letters as a space: none stands within a word."""
_PUNCTUATION = re.compile(rb"\xe2\x80.", re.DOTALL)
"""U+2000 to U+203F in UTF-8, dashes and quotation marks: no letters, and the only ones beyond ASCII in most English."""


def words_of(text: str) -> list[str]:
    """Return the words of a text in lower case."""
    raw = composed(text).lower().encode("utf-8", "surrogatepass").translate(_SPACED)
    if b"\xe2\x80" in raw:
        raw = _PUNCTUATION.sub(b" ", raw)
    tokens = raw.decode("utf-8", "surrogatepass").split()
    if "".join(tokens).isalpha():
        return tokens
    found: list[str] = []
    for token in tokens:
        found += (token,) if token.isalpha() else _WORD.findall(token)
    return found
