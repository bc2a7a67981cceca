"""The text of one block that has no other markup than links, images and bold words, read without a parser."""

import re

from ingest.body.attribute_lists import without_attribute_list
from ingest.body.inline import Inline, without_markers
from ingest.body.joints import GAP, HARD_BREAK, SOFT_BREAK, tidy
from ingest.body.model import Image, Link
from ingest.body.reading import Lines, Reading

# An image, if `!` stands before it. Beginning with one character makes the search for it fast, and so does an address
# without `\s` in its set, and with the signs of most addresses in a set of their own.
_LINK = re.compile(
    r"\[([^][\n\x1e*`]*+)\]"
    r"\(([!#-'+-:=?-Z_a-~]*+[^][()<>\x00-\x20\x7f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]*+)\)"
)
_OUTER_UNDERSCORE = r"_(?:(?<!\w_)|(?!\w))"
# Beside links, these mean nothing to a parser.
_HARMLESS = b"[{|/"
_BESIDE_A_LINK = b"_{|/"
# A number is found in bytes without the error that `b"[" in marks` makes first.
_BRACKET, _BRACE, _SLASH, _BACKSLASH, _AMPERSAND, _UNDERSCORE, _STAR = b"[{/\\&_*"
_BREAKS = frozenset({SOFT_BREAK, HARD_BREAK})
_BREAK = re.compile(f"([{SOFT_BREAK}{HARD_BREAK}])")
_BOLD_LINE = b"****"
# How many pieces a block with one link is split into.
_ONE_LINK = 4
# A named tuple's own constructor takes twice the time.
_made = tuple.__new__


def plain_text(source: str, marks: bytes, line: int, links: list[Link], images: list[Image]) -> str | None:
    """Return the text of a block and keep what it links to; None, with nothing kept, if only a parser can tell.

    `source` is its lines with the breaks between them, `marks` the signs in it that may mean something, `line` the
    number of its first line.
    """
    if _BRACKET in marks:
        pieces = _LINK.split(source)
        if len(pieces) == _ONE_LINK and marks.translate(None, _BESIDE_A_LINK) == b"[":
            found = _of_one_link(pieces, line, links, images)
            if found is not None:
                return found
        # What is said of words holds for the names of links.
        words = GAP.join(pieces[::3] + pieces[1::3])
        if "[^" in source or (marks.count(b"[") != len(pieces) // 3 and "](" in words):
            return None
    elif marks == _BOLD_LINE and len(source) > len(_BOLD_LINE) and source[:2] == source[-2:] == "**":
        return tidy(source[2:-2])
    else:
        pieces, words = [source], source
    others = marks.translate(None, _HARMLESS)
    if others and not (_is_understood(others, words) and (_AMPERSAND not in others or _resolve(pieces))):
        return None
    if (_SLASH in marks and "://" in words) or (_BRACE in marks and "}" in words and not _is_one_line(pieces, words)):
        reading = Reading()
        reading.links, reading.images = links, images
        return _by_line(pieces, reading, line)
    return _joined(pieces, line, links, images)


def _of_one_link(pieces: list[str], line: int, links: list[Link], images: list[Image]) -> str | None:
    """Return the text of a block with one link or image and words around it, None where there may be more to it."""
    before, name, url, after = pieces
    if "{" in after and "{:" not in after and "}" not in name:
        after = without_attribute_list(after)
    words = f"{before}{name}{after}"
    if not words.isprintable() or "  " in words or "_" in words or "://" in words or "{" in words or name[:1] == "^":
        return None
    if before[-1:] != "!":
        links.append(_made(Link, (url, name.strip(), line)))
        return words.strip()
    if after and before != "!":
        # What stands on both sides of an image may need a blank between.
        return None
    images.append(_made(Image, (url, name.strip(), line)))
    return (before[:-1] or after).strip()


def _is_one_line(pieces: list[str], words: str) -> bool:
    """Return whether attribute lists can be dropped from a block, which has some, without knowing its lines."""
    return not (SOFT_BREAK in words or HARD_BREAK in words or "{:" in words or "}" in GAP.join(pieces[1::3]))


def _joined(pieces: list[str], line: int, links: list[Link], images: list[Image]) -> str:
    for index in range(0, len(pieces) - 1, 3):
        words, name, url = pieces[index : index + 3]
        line += words.count(SOFT_BREAK) + words.count(HARD_BREAK)
        if words[-1:] == "!":
            pieces[index] = words[:-1]
            pieces[index + 1] = GAP
            images.append(Image(url, tidy(name), line))
        else:
            links.append(Link(url, tidy(name), line))
        pieces[index + 2] = ""
    text = "".join(pieces)
    if "{" in text:
        pieces[::3] = [words and without_attribute_list(words) for words in pieces[::3]]
        text = "".join(pieces)
    text = tidy(text.replace("**", ""))
    return without_markers(text) if "[" in text else text


def _by_line(pieces: list[str], out: Reading, line: int) -> str:
    """Return the text of a block that has attribute lists or bare addresses, which belong to a line of it."""
    lines = Lines(b"")
    lines.begin(b"", line)
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
    return inline.take()


def _add_words(words: str, inline: Inline, lines: Lines) -> None:
    for piece in _BREAK.split(words):
        if piece in _BREAKS:
            inline.parts.append(piece)
            lines.begin(b"", lines.line(0) + 1)
        elif piece:
            inline.text(piece, 0)


def _is_understood(others: bytes, words: str) -> bool:
    """Return whether a block has no other markup than links, images and bold words.

    `others` are its signs that may be such, `words` what stands outside addresses.
    """
    # Nothing is struck out or made code by one sign alone.
    if _BACKSLASH in others or others.count(b"`") > 1 or others.count(b"~") > 1:
        return False
    if _AMPERSAND in others and "&" in words and ";" in words:
        return False
    if _UNDERSCORE in others and "_" in words and re.search(_OUTER_UNDERSCORE, words):
        return False
    return _STAR not in others or _is_bold_alone(words)


def _is_bold_alone(words: str) -> bool:
    """Return whether all stars are pairs of `**`, which no text keeps, whether a parser sees emphasis or not."""
    pairs = words.count("**")
    if words.count("*") != 2 * pairs or pairs % 2 or "***" in words:
        return False
    # Where they stand changes what belongs to an address or attribute list.
    return not pairs or not ("{" in words or "://" in words)


def _resolve(pieces: list[str]) -> bool:
    """Write `&` for `&amp;` in the addresses of a block; return whether no other character reference stands there."""
    for index in range(2, len(pieces), 3):
        url = pieces[index]
        bare = url.replace("&amp;", "")
        if "&" in bare and ";" in bare:
            return False
        pieces[index] = url.replace("&amp;", "&")
    return True
