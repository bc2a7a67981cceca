"""The text of one block that has no other markup than links, images and bold words, read without a parser."""

import re

from ingest.body.attribute_lists import without_attribute_list
from ingest.body.inline import without_addresses, without_markers
from ingest.body.joints import GAP, HARD_BREAK, SOFT_BREAK, tidy
from ingest.body.model import Image, Link
from ingest.frozen import new_tuple

# An image, if `!` stands before it. Beginning with one character makes the search for it fast, and so does an address
# without `\s` in its set, and with the signs of most addresses in a set of their own.
_LINK = re.compile(
    r"\[([^][\n\x1e*`]*+)\]"
    r"\(([!#-'+-:=?-Z_a-~]*+[^][()<>\x00-\x20\x7f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]*+)\)"
)
_OUTER_UNDERSCORE = r"_(?:(?<!\w_)|(?!\w))"
# Beside links, these mean nothing to a parser.
_HARMLESS = b"[{|/"
_BESIDE_A_LINK = b"_{|/&"
# A number is found in bytes without the error that `b"[" in marks` makes first.
_BRACKET, _BRACE, _BACKSLASH, _AMPERSAND, _UNDERSCORE, _STAR = b"[{\\&_*"
_BREAK = re.compile(f"([{SOFT_BREAK}{HARD_BREAK}])")
# How many pieces a block with one link is split into.
_ONE_LINK = 4


def plain_text(source: str, marks: bytes, line: int, links: list[Link], images: list[Image]) -> str | None:
    """Return the text of a line or block and keep what it links to; None, with nothing kept, if only a parser can tell.

    `source` is its lines with the breaks between them, `marks` the signs in it that may mean something, `line` the
    number of its first line.
    """
    found = line_text(source, marks, line, links, images)
    return block_text(source, marks, line, links, images) if found is None else found


def block_text(source: str, marks: bytes, line: int, links: list[Link], images: list[Image]) -> str | None:
    """Return what `plain_text` does for a block of which `line_text` does not know every line."""
    pieces, words = [source], source
    if _BRACKET in marks:
        pieces = _LINK.split(source)
        # What is said of words holds for the names of links.
        words = GAP.join(pieces[::3] + pieces[1::3])
        if "[^" in source or (marks.count(b"[") != len(pieces) // 3 and "](" in words):
            return None
    others = marks.translate(None, _HARMLESS)
    if others and not (_is_understood(others, words) and (_AMPERSAND not in others or _resolve(pieces))):
        return None
    if _BRACE in marks and "{:" in words and "toc" in words:
        # A table of contents takes the place of what stands above it.
        return None
    return _joined(pieces, line, links, images)


def line_text(source: str, marks: bytes, line: int, links: list[Link], images: list[Image]) -> str | None:
    """Return the text of a line with one link or image, with bold words or with words alone, as `plain_text` does.

    What stands in another line of its block changes nothing there. None, with nothing kept, for any other line.
    """
    if _BRACKET in marks:
        pieces = _LINK.split(source) if marks.strip(_BESIDE_A_LINK) == b"[" else []
        return _of_one_link(pieces, line, links, images) if len(pieces) == _ONE_LINK else None
    if marks[0] == _STAR:
        words = source.replace("**", "")
        stars = len(source) - len(words)
        return tidy(words) if stars == len(marks) and not stars % 4 and "***" not in source else None
    if marks.strip(b"/") or ("://" in source and not source.isprintable()):
        return None
    return tidy(_words_alone(source, line, links))


def _of_one_link(pieces: list[str], line: int, links: list[Link], images: list[Image]) -> str | None:
    """Return the text of a block with one link or image and words around it, None where there may be more to it."""
    before, name, url, after = pieces
    if "{" in after and "{:" not in after and "}" not in name:
        after = without_attribute_list(after)
    words = f"{before}{name}{after}"
    if (
        not words.isprintable()
        or "  " in words
        or "_" in words
        or (":" in words and "://" in words)
        or "{" in words
        or name[:1] == "^"
    ):
        return None
    if "&" in url or "&" in words:
        resolved = None if "&" in words else _resolved(url)
        if resolved is None:
            return None
        url = resolved
    if before[-1:] != "!":
        links.append(new_tuple(Link, (url, name.strip(), line)))
        return words.strip()
    if after and before != "!":
        # What stands on both sides of an image may need a blank between.
        return None
    images.append(new_tuple(Image, (url, name.strip(), line)))
    return (before[:-1] or after).strip()


def _joined(pieces: list[str], line: int, links: list[Link], images: list[Image]) -> str:
    for index in range(0, len(pieces) - 1, 3):
        words, name, url = pieces[index : index + 3]
        image = words[-1:] == "!"
        words = words[:-1] if image else words
        pieces[index] = _words_alone(words, line, links)
        line += words.count(SOFT_BREAK) + words.count(HARD_BREAK)
        name = _words_alone(name, line, [])
        if image:
            images.append(new_tuple(Image, (url, tidy(name), line)))
        else:
            links.append(new_tuple(Link, (url, tidy(name), line)))
        pieces[index + 1 : index + 3] = (GAP if image else name, "")
    pieces[-1] = _words_alone(pieces[-1], line, links)
    text = tidy("".join(pieces).replace("**", ""))
    return without_markers(text) if "[" in text else text


def _words_alone(words: str, line: int, links: list[Link]) -> str:
    """Return words without attribute lists and bare addresses, which belong to a line, and keep the addresses."""
    if "}" not in words and "://" not in words:
        return words
    pieces = _BREAK.split(words)
    for index in range(0, len(pieces), 2):
        piece = pieces[index]
        if "}" in piece:
            piece = without_attribute_list(piece)
        if "://" in piece:
            piece, urls = without_addresses(piece)
            links += [Link(url, url, line + index // 2) for url in urls]
        pieces[index] = piece
    return "".join(pieces)


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
    """Resolve the addresses of a block; return whether that was possible for all."""
    for index in range(2, len(pieces), 3):
        url = _resolved(pieces[index])
        if url is None:
            return False
        pieces[index] = url
    return True


def _resolved(url: str) -> str | None:
    """Return an address with `&` for `&amp;`; None if another character reference may stand in it."""
    bare = url.replace("&amp;", "")
    return None if "&" in bare and ";" in bare else url.replace("&amp;", "&")
