"""Lists whose items are one line each, read without a parser."""

import re
from typing import NamedTuple

from ingest.body.joints import join_inline
from ingest.body.line_kinds import line_kind
from ingest.body.plain_text import PlainText, plain_text

_ITEM = re.compile(r"(?:[-+*]|[0-9]{1,9}[.)]) {1,4}(?=[^ ])")
_OUTSIDE = frozenset({"rule", "heading", "blank"})


class PlainItem(NamedTuple):
    """An item of a list, and the index of its line."""

    line: int
    content: PlainText


def plain_list(lines: list[str], marks: list[bytes], index: int) -> tuple[list[PlainItem], int] | None:
    """Return the items of the list that begins in a line, and the index of the line after it.

    None if only a parser can tell. `marks` are the signs in each line that may mean something.
    """
    items: list[PlainItem] = []
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
            item = _item(line, marks[index], match.end())
            own_sign = match[0].rstrip()[-1]
            # Another sign begins another list, which is the parser's.
            if item is None or own_sign != (sign or own_sign):
                return None
            items.append(PlainItem(index, item))
            sign, after_blank = own_sign, False
        index += 1
    return (items, index) if items and _ends(lines[index], after_blank=after_blank) else None


def _ends(line: str, *, after_blank: bool) -> bool:
    """Return whether a line that is no item ends the list above it; text right below an item belongs to it."""
    kind = line_kind(line)
    return not line.startswith(" ") and (kind in _OUTSIDE or (after_blank and kind == "text"))


def _item(line: str, marks: bytes, start: int) -> PlainText | None:
    content = line[start:].strip(" ")
    # `[ ]` and `[x]` are boxes to tick.
    if line_kind(content) != "text" or content[2:3] == "]":
        return None
    if line[0] == "*":
        marks = marks[1:]
    return plain_text(content, marks) if marks else PlainText(join_inline([content]), (), ())
