r"""Text of articles and paths made safe to look at: what would steer a terminal or a CI log stands as its escape."""

import re

# Control characters, line and paragraph separators, format characters (bidirectional overrides and isolates, the
# zero-width space, tags that spell invisible words), surrogates and noncharacters. Zero-width joiners stay: emoji are
# made of them.
# The table is written out, so that every Python escapes the same whatever its Unicode version.
# `##[error]` and `##vso[…]` are commands of GitHub's and Azure's runners anywhere in a line.
UNSAFE = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff"
    "\ufdd0-\ufdef\ufeff\ufff0-\ufffb\ufffe\uffff\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000e00ff\U000e01f0-\U000e0fff"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0x10000, 0x110000, 0x10000))
    + r"]|(?<=#)#(?=[a-z]{0,16}\[)"
)
SURROGATES = re.compile("[\ud800-\udfff]")
NAMED = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}
BYTE_SURROGATES = range(0xDC80, 0xDD00)
SENTENCE_LIMIT = 1000


def visible(text: str) -> str:
    r"""Return one line of printable text: `\n`, `\x1b`, `\u202e`, and `\xff` for a byte of a path that is not UTF-8."""
    if text.isprintable() and "##" not in text:
        return text
    return UNSAFE.sub(lambda match: escaped(match[0]), text)


def escaped(character: str) -> str:
    """Return the escape that stands for a character."""
    if character in NAMED:
        return NAMED[character]
    number = ord(character)
    if number in BYTE_SURROGATES:  # os.fsdecode wrote the byte 0xNN as U+DCNN
        return f"\\x{number - 0xDC00:02x}"
    if number < 0x100:  # noqa: PLR2004 - what \xNN can say
        return f"\\x{number:02x}"
    return f"\\u{number:04x}" if number <= 0xFFFF else f"\\U{number:08x}"  # noqa: PLR2004 - what \uNNNN can say


def sentence(text: str) -> str:
    """Return a message as `visible`, cut where a value of the article makes it longer than anybody reads."""
    return visible(text if len(text) <= SENTENCE_LIMIT else f"{text[:SENTENCE_LIMIT]}…")


def visible_path(path: str) -> str:
    """Return a path as `visible` that may begin a line: `::error.md` would be a command to GitHub's runner."""
    shown = visible(path)
    return f"./{shown}" if shown[:1] in {":", " "} or shown[:1].isspace() else shown


def utf8_path(path: str) -> str:
    r"""Return a path that encodes to UTF-8: a byte that `os.fsdecode` kept as a lone surrogate stands as `\xNN`."""
    return path if path.isascii() else SURROGATES.sub(lambda match: escaped(match[0]), path)
