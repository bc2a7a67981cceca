"""What is at the other end of a stream: a terminal or a file, how wide, with colours or without."""

import os
import shutil
from typing import TextIO

DEFAULT_WIDTH = 100


def wants_colour(stream: TextIO) -> bool:
    """Return whether to colour a stream: NO_COLOR (no-color.org) and FORCE_COLOR win over what it is."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def width_of(stream: TextIO) -> int:
    """Return the columns of a terminal (COLUMNS wins), else 100."""
    if os.environ.get("COLUMNS", "").isdigit() or stream.isatty():
        return max(20, shutil.get_terminal_size((DEFAULT_WIDTH, 24)).columns)
    return DEFAULT_WIDTH
