"""Lists whose items are one line each, read without a parser."""

import re
from typing import NamedTuple

from ingest.body.joints import tidy
from ingest.body.line_kinds import line_kind
from ingest.body.model import Image, Link
from ingest.body.plain_text import plain_text

_ITEM = re.compile(r"([-+*]|[0-9]{1,9}[.)]) {1,4}(?=[^ ])")
_OUTSIDE = frozenset({"rule", "heading", "blank"})


class PlainList(NamedTuple):
    """The index of each item's line and its text, all that they link to, and the index of the line after the list."""

    items: list[tuple[int, str]]
    links: list[Link]
    images: list[Image]
    end: int


def plain_list(lines: list[str], marks: list[bytes], index: int) -> PlainList | None:
    """Return the list that begins in a line; None if only a parser can tell.

    `marks` are the signs in each line that may mean something.
    """
    items: list[tuple[int, str]] = []
    links: list[Link] = []
    images: list[Image] = []
    sign, after_blank = "", False
    last = len(lines) - 1
    while index < last:
        line = lines[index]
        match = _ITEM.match(line)
        if match is None:
            if line.strip(" "):
                break
            after_blank = True
        else:
            content = _content(line, match.end())
            own_sign = match[1][-1]
            # Another sign begins another list, which is the parser's.
            if content is None or own_sign != (sign or own_sign):
                return None
            own_marks = marks[index][1:] if own_sign == "*" else marks[index]
            text = plain_text(content, own_marks, index + 1, links, images) if own_marks else tidy(content)
            if text is None:
                return None
            items.append((index, text))
            sign, after_blank = own_sign, False
        index += 1
    return PlainList(items, links, images, index) if items and _ends(lines[index], after_blank=after_blank) else None


def _ends(line: str, *, after_blank: bool) -> bool:
    """Return whether a line that is no item ends the list above it; text right below an item belongs to it."""
    kind = line_kind(line)
    return not line.startswith(" ") and (kind in _OUTSIDE or (after_blank and kind == "text"))


def _content(line: str, start: int) -> str | None:
    """Return what an item holds, None if that is more than words."""
    content = line[start:].strip(" ")
    # `[ ]` and `[x]` are boxes to tick.
    return content if line_kind(content) == "text" and content[2:3] != "]" else None
