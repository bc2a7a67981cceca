"""Characters that nobody sees: which of them do a job in their script, and which do not belong in metadata."""

import unicodedata
from bisect import bisect_right
from collections.abc import Iterator

_BIDI = frozenset("\u200e\u200f\u061c\u2066\u2067\u2068\u2069")
_JOINERS = frozenset("\u200c\u200d")
_ZERO_WIDTH_SPACE = "\u200b"
_MONGOLIAN_VOWEL_SEPARATOR = "\u180e"
_TAGS = "".join(map(chr, range(0xE0020, 0xE0080)))
_FLAG_LENGTH = 7
_BLACK_FLAG = "\U0001f3f4"
_SOMETIMES_NEEDED = _BIDI | _JOINERS | frozenset((_ZERO_WIDTH_SPACE, _MONGOLIAN_VOWEL_SEPARATOR, *_TAGS))
_RIGHT_TO_LEFT = frozenset({"R", "AL"})
_WHITE_SPACE = frozenset("\t\n\r\x85")
_SUSPECT_CATEGORIES = frozenset({"Cc", "Cf", "Cs"})

# First letters and those after the last of blocks whose letters join or break at ZWJ, ZWNJ and Mongolian selectors:
# Arabic to Tibetan, Philippine to Vedic, the later Brahmic blocks, Arabic presentation forms.
_JOINING_BLOCKS = (0x0600, 0x1100, 0x1700, 0x1D00, 0xA800, 0xAC00, 0xFB50, 0xFE00, 0xFE70, 0xFEFF, 0x10A00, 0x12000)
# Thai, Lao, Myanmar and Khmer are written without spaces; U+200B tells where a line may break.
_BREAKING_BLOCKS = (0x0E00, 0x0F00, 0x1000, 0x10A0, 0x1780, 0x1800)
_EMOJI_BEFORE_JOINER = frozenset({"So", "Sk", "Mn"})


def invisible_places(text: str) -> tuple[int, ...]:
    """Return the offsets of characters that have no business in a line of text.

    Control characters other than white space, bidirectional embeddings and
    overrides, zero-width spaces, soft hyphens, marks out of place, lone
    surrogates. Left alone is what a script needs: joiners between emoji and in
    Arabic or Indic words, bidirectional marks and balanced isolates beside
    right-to-left letters, U+200B in Thai, Lao, Khmer and Myanmar, flag tags.
    """
    if text.isprintable():
        return ()
    return tuple(_places(text))


def without_invisible(text: str) -> str:
    """Return the text without the characters that `invisible_places` names."""
    places = frozenset(invisible_places(text))
    return "".join(char for place, char in enumerate(text) if place not in places) if places else text


def _places(text: str) -> Iterator[int]:
    right_to_left: bool | None = None
    for place, char in enumerate(text):
        if char.isprintable() or char in _WHITE_SPACE or unicodedata.category(char) not in _SUSPECT_CATEGORIES:
            continue
        if char in _BIDI:
            if right_to_left is None:
                right_to_left = _is_right_to_left(text)
            if right_to_left:
                continue
        elif char in _SOMETIMES_NEEDED and place and _has_a_job(text, place):
            continue
        yield place


def _is_right_to_left(text: str) -> bool:
    """Return whether marks may stay: right-to-left letters are there, and every isolate is closed."""
    opened = sum(text.count(char) for char in "\u2066\u2067\u2068")
    # U+200F and U+061C are of these classes themselves.
    letters = any(unicodedata.bidirectional(char) in _RIGHT_TO_LEFT for char in text if char not in _BIDI)
    return letters and opened == text.count("\u2069")


def _has_a_job(text: str, place: int) -> bool:
    char, before = text[place], text[place - 1]
    if char in _JOINERS:
        return _in_blocks(before, _JOINING_BLOCKS) or _is_between_emoji(text, place)
    if char == _ZERO_WIDTH_SPACE:
        return _in_blocks(before, _BREAKING_BLOCKS)
    if char == _MONGOLIAN_VOWEL_SEPARATOR:
        return _in_blocks(before, _JOINING_BLOCKS)
    return _ends_a_flag(text[max(0, place - _FLAG_LENGTH) : place])


def _is_between_emoji(text: str, place: int) -> bool:
    after = text[place + 1 : place + 2]
    return (
        after != ""
        and unicodedata.category(after) == "So"
        and unicodedata.category(text[place - 1]) in _EMOJI_BEFORE_JOINER
    )


def _ends_a_flag(text: str) -> bool:
    """Return whether tag characters at the end of the text follow a black flag: 🏴 and the letters of Scotland."""
    return text.rstrip(_TAGS).endswith(_BLACK_FLAG)


def _in_blocks(char: str, edges: tuple[int, ...]) -> bool:
    # Some blocks have invisible characters of their own: two U+180E do no job for each other.
    return char.isprintable() and bisect_right(edges, ord(char)) % 2 == 1
