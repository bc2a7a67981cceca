"""Characters that nobody sees: which of them do a job in their script, and which do not belong in metadata."""

import unicodedata
from collections.abc import Iterator

_BIDI_MARKS = frozenset("\u200e\u200f\u061c")
_ISOLATES = frozenset("\u2066\u2067\u2068\u2069")
_JOINERS = frozenset("\u200c\u200d")
_ZERO_WIDTH_SPACE = "\u200b"
_TAGS = "".join(map(chr, range(0xE0020, 0xE0080)))
_FLAG_LENGTH = 7
_BLACK_FLAG = "\U0001f3f4"
_RIGHT_TO_LEFT = frozenset({"R", "AL"})
_SUSPECT_CATEGORIES = frozenset({"Cc", "Cf", "Cs"})

# Blocks whose letters join or break at ZWJ, ZWNJ and Mongolian selectors: Arabic to Tibetan, Myanmar,
# Philippine to Vedic, the later Brahmic blocks, Arabic presentation forms.
_JOINING_BLOCKS = (
    (0x0600, 0x10FF), (0x1700, 0x1CFF), (0xA800, 0xABFF), (0xFB50, 0xFDFF), (0xFE70, 0xFEFE), (0x10A00, 0x11FFF),
)  # fmt: skip
# Thai, Lao, Myanmar and Khmer are written without spaces; U+200B tells where a line may break.
_BREAKING_BLOCKS = ((0x0E00, 0x0EFF), (0x1000, 0x109F), (0x1780, 0x17FF))
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
        if char.isprintable() or char in "\t\n\r\x85" or unicodedata.category(char) not in _SUSPECT_CATEGORIES:
            continue
        if char in _BIDI_MARKS or char in _ISOLATES:
            if right_to_left is None:
                right_to_left = _is_right_to_left(text)
            if right_to_left:
                continue
        if not _has_a_job(text, place):
            yield place


def _is_right_to_left(text: str) -> bool:
    """Return whether marks may stay: right-to-left letters are there, and every isolate is closed."""
    opened = sum(text.count(char) for char in "\u2066\u2067\u2068")
    return opened == text.count("\u2069") and any(unicodedata.bidirectional(char) in _RIGHT_TO_LEFT for char in text)


def _has_a_job(text: str, place: int) -> bool:
    char, before, after = text[place], text[place - 1 : place], text[place + 1 : place + 2]
    if not before:
        return False
    if char in _JOINERS:
        between_emoji = bool(after) and unicodedata.category(before) in _EMOJI_BEFORE_JOINER
        return _in_blocks(before, _JOINING_BLOCKS) or (between_emoji and unicodedata.category(after) == "So")
    if char == _ZERO_WIDTH_SPACE:
        return _in_blocks(before, _BREAKING_BLOCKS)
    if char in _TAGS:
        return _ends_a_flag(text[max(0, place - _FLAG_LENGTH) : place])
    return char == "\u180e" and _in_blocks(before, _JOINING_BLOCKS)


def _ends_a_flag(text: str) -> bool:
    """Return whether tag characters at the end of the text follow a black flag: 🏴 and the letters of Scotland."""
    return text.rstrip(_TAGS).endswith(_BLACK_FLAG)


def _in_blocks(char: str, blocks: tuple[tuple[int, int], ...]) -> bool:
    return any(first <= ord(char) <= last for first, last in blocks)
