"""Line numbers of a text's offsets, for the messages that name two places."""


def line_of(text: str, offset: int) -> int:
    """Return the line of an offset, from 1; lines end as in CommonMark: LF, CRLF or CR."""
    before = text[:offset]
    line = 1 + before.count("\n")
    return line if "\r" not in before else line + before.count("\r") - before.count("\r\n")
