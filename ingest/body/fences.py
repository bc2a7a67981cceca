"""Whether a fenced code block has its closing fence (CommonMark §4.5)."""

import re

_CLOSING = rb"[ \t>]*(`{3,}|~{3,})[ \t]*"


def is_closed(block: bytes) -> bool:
    """Return whether the last line of a fenced code block closes it; `block` begins with the opening fence."""
    block = block.rstrip()
    newline = block.rfind(b"\n")
    closing = re.compile(_CLOSING).fullmatch(block, newline + 1) if newline > 0 else None
    if closing is None:
        return False
    mark = block[:1]
    length = len(block) - len(block.lstrip(mark))
    return closing[1].startswith(mark * length)
