"""What is at the other end of a stream: a terminal or a file, how wide, with colours or without."""

import os
import sys
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
        return max(20, terminal_columns(DEFAULT_WIDTH))
    return DEFAULT_WIDTH


def terminal_columns(otherwise: int) -> int:
    """Return the columns of the terminal that standard output began as (COLUMNS wins).

    `shutil.get_terminal_size` says the same; importing it loads every archive format there is.
    """
    columns = os.environ.get("COLUMNS", "")
    if columns.isdigit() and int(columns):
        return int(columns)
    try:
        return os.get_terminal_size(sys.__stdout__.fileno()).columns or otherwise  # type: ignore[union-attr]
    except (AttributeError, ValueError, OSError):  # closed, replaced, or no terminal
        return otherwise
