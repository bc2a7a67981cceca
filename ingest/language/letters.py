"""A text in lower case with spaces for all but its letters: one split or one search finds its words."""

PUNCTUATION_BLOCK = b"\xe2\x80"
"""U+2000 to U+203F in UTF-8, with a third byte: dashes and quotation marks, what most English has beyond ASCII."""
_LATIN_1 = [chr(byte) for byte in range(0x100)]
_LETTERS = "".join(
    [letter.lower() if letter.isalnum() and not letter.isdecimal() else " " for letter in _LATIN_1]
).encode("latin-1")


def western_letters(text: str) -> str | None:
    """Return the letters of a text in lower case, each at its place among spaces for all other characters.

    `None` for a text with other letters than those of Latin-1, which have accents of their own for Western Europe.
    """
    if text.isascii():
        raw = text.encode("ascii")
    else:
        raw = text.encode("latin-1", "ignore")
        beyond = len(text) - len(raw)
        if beyond:
            if beyond != text.encode("utf-8", "surrogatepass").count(PUNCTUATION_BLOCK):
                return None
            raw = text.encode("latin-1", "replace")
    return raw.translate(_LETTERS).decode("latin-1")
