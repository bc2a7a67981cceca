"""Line numbers of a text's offsets, for the messages that name two places."""


def line_of(text: str, offset: int) -> int:
    """Return the line of an offset, from 1; lines end as in CommonMark: LF, CRLF or CR."""
    end = min(offset, len(text))
    return 1 + text.count("\n", 0, end) + text.count("\r", 0, end) - text.count("\r\n", 0, end)
