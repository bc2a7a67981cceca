"""The text of one block that has no other markup than links, images and bold words, read without a parser."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from ingest.body.attribute_lists import without_attribute_list
from ingest.body.inline import Inline
from ingest.body.joints import GAP, HARD_BREAK, SOFT_BREAK, join_inline
from ingest.body.model import Image, Link
from ingest.body.reading import Lines, Reading

# An image, if `!` stands before it. Beginning with one character makes the search for it fast, and so does an address
# without `\s` in its set.
_LINK = re.compile(
    r"\[((?!\^)[^][\n\x1e*`]*)\]"
    r"\(([^][()<>\x00-\x20\x7f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]*)\)"
)
_OUTER_UNDERSCORE = r"_(?:(?<!\w_)|(?!\w))"
# Beside links, these mean nothing to a parser.
_HARMLESS = b"[{|/"
# A number is found in bytes without the error that `b"[" in marks` makes first.
_BRACKET, _BRACE, _SLASH, _BACKSLASH, _AMPERSAND, _UNDERSCORE, _STAR = b"[{/\\&_*"
_BREAKS = frozenset({SOFT_BREAK, HARD_BREAK})
LONGEST_REMEMBERED = 200
_BREAK = re.compile(f"([{SOFT_BREAK}{HARD_BREAK}])")


class PlainText(NamedTuple):
    """A block's text, and its links and images with lines that count from 0 in the block."""

    text: str
    links: Sequence[Link]
    images: Sequence[Image]


def plain_text(source: str, marks: bytes) -> PlainText | None:
    """Return what a block holds, or None if only a parser can tell.

    `source` is its lines with the breaks between them, `marks` the signs in it that may mean something.
    """
    return _plain_text(source, marks) if len(source) > LONGEST_REMEMBERED else _remembered(source, marks)


def _plain_text(source: str, marks: bytes) -> PlainText | None:
    if not marks.strip(b"*"):
        return _of_words(source) if _is_bold_alone(source) else None
    pieces = _LINK.split(source) if _BRACKET in marks else [source]
    if marks.count(b"[") != len(pieces) // 3:
        return None
    if marks.translate(None, _HARMLESS) and not _is_understood(marks, source, pieces):
        return None
    if _BRACE in marks and "}" in source and not _is_one_line(pieces):
        return _by_line(pieces)
    if _SLASH in marks and (
        "://" in pieces[0] or "://" in pieces[-1] or "://" in GAP.join(pieces[3:-1:3] + pieces[1::3])
    ):
        return _by_line(pieces)
    return _joined(pieces, attributed=_BRACE in marks)


# The same few lines stand in every article of a site, its footer among them.
_remembered = lru_cache(maxsize=256)(_plain_text)


def _of_words(source: str) -> PlainText:
    return PlainText(join_inline([source.replace("**", "")]), (), ())


def _is_one_line(pieces: list[str]) -> bool:
    """Return whether attribute lists can be dropped from a block, which has some, without knowing its lines."""
    words = GAP.join(pieces[::3])
    return not (SOFT_BREAK in words or HARD_BREAK in words or "{:" in words or "}" in GAP.join(pieces[1::3]))


def _joined(pieces: list[str], *, attributed: bool) -> PlainText:
    if len(pieces) == 1 and not attributed:
        return _of_words(pieces[0])
    links: list[Link] = []
    images: list[Image] = []
    line = 0
    for index in range(0, len(pieces) - 1, 3):
        words, name, url = pieces[index : index + 3]
        line += words.count(SOFT_BREAK) + words.count(HARD_BREAK)
        if words[-1:] == "!":
            pieces[index] = words[:-1]
            pieces[index + 1] = GAP
            images.append(Image(url, join_inline([name]), line))
        else:
            links.append(Link(url, join_inline([name]), line))
        pieces[index + 2] = ""
    if attributed:
        pieces[::3] = [words and without_attribute_list(words) for words in pieces[::3]]
    return PlainText(join_inline(["".join(pieces).replace("**", "")]), links, images)


def _by_line(pieces: list[str]) -> PlainText:
    """Return what a block holds that has attribute lists or bare addresses, which belong to a line of it."""
    out, lines = Reading(), Lines(b"")
    lines.begin(b"", 0)
    inline = Inline(out, lines)
    for index in range(0, len(pieces) - 1, 3):
        words, name, url = pieces[index : index + 3]
        if words.endswith("!"):
            _add_words(words[:-1], inline, lines)
            inline.open_image(url, 0)
            inline.text(name, 0)
            inline.close_image()
        else:
            _add_words(words, inline, lines)
            inline.open_link(url, 0)
            inline.text(name, 0)
            inline.close_link()
    _add_words(pieces[-1], inline, lines)
    return PlainText(inline.take(), out.links, out.images)


def _add_words(words: str, inline: Inline, lines: Lines) -> None:
    for piece in _BREAK.split(words):
        if piece in _BREAKS:
            inline.parts.append(piece)
            lines.begin(b"", lines.line(0) + 1)
        elif piece:
            inline.text(piece, 0)


def _is_understood(marks: bytes, source: str, pieces: list[str]) -> bool:
    """Return whether a block has no other markup than links, images and bold words; `pieces` is split at its links."""
    # Nothing is struck out or made code by one sign alone.
    if _BACKSLASH in marks or marks.count(b"`") > 1 or marks.count(b"~") > 1 or (_AMPERSAND in marks and ";" in source):
        return False
    if _UNDERSCORE in marks and any(map(re.compile(_OUTER_UNDERSCORE).search, pieces[::3] + pieces[1::3])):
        return False
    return _STAR not in marks or _is_bold_alone(GAP.join(pieces[::3]))


def _is_bold_alone(words: str) -> bool:
    """Return whether all stars are pairs of `**`, which no text keeps, whether a parser sees emphasis or not."""
    pairs = words.count("**")
    if words.count("*") != 2 * pairs or pairs % 2 or "***" in words:
        return False
    # Where they stand changes what belongs to an address or attribute list.
    return not pairs or not ("{" in words or "://" in words)
