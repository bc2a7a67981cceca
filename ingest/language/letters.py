"""A text in lower case with spaces for all but its letters: one split or one search finds its words."""

import re
from functools import cache

from ingest.source.encoded import SIGNS

_LATIN_1 = [chr(byte) for byte in range(0x100)]
_LETTERS = "".join(
    [letter.lower() if letter.isalnum() and not letter.isdecimal() else " " for letter in _LATIN_1]
).encode("latin-1")
# Signs, and what else is no letter: joining characters, dingbats but figures in circles, a mark of emoji.
_WESTERN = f"[\x00-\xff\u2000-\u206f\u2700-\u2775\ufe0f{SIGNS}]*"


def western_letters(text: str) -> str | None:
    """Return the letters of a text in lower case, each at its place among spaces for all other characters.

    `None` for a text with other letters than those of Latin-1, which has those of Western Europe.
    """
    if text.isascii():
        raw = text.encode()
    elif _western().fullmatch(text):
        raw = text.encode("latin-1", "replace")
    else:
        return None
    return raw.translate(_LETTERS).decode("latin-1")


@cache
def _western() -> re.Pattern[str]:
    # Compiled when a text is not in ASCII: this takes longer than to read it.
    return re.compile(_WESTERN)
