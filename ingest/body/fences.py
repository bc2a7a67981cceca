"""Whether a fenced code block has its closing fence (CommonMark §4.5)."""

_MARKS = (b"`", b"~")
_SHORTEST = 3


def is_closed(block: bytes) -> bool:
    """Return whether the last line of a fenced code block closes it; `block` begins with the opening fence."""
    block = block.rstrip()
    newline = block.rfind(b"\n")
    if newline <= 0:
        return False
    mark = block[:1]
    length = len(block) - len(block.lstrip(mark))
    closing = block[newline + 1 :].lstrip(b" \t>")
    return mark in _MARKS and len(closing) >= max(length, _SHORTEST) and not closing.strip(mark)
