"""The first lines of a text, with their offsets: all that recovery looks at to find a block."""

import re
from itertools import islice
from typing import NamedTuple

from ingest.findings import Span
from ingest.frontmatter.recovery.characters import SPACE

# A block that is longer is still parsed; it is only not repaired.
HEAD_LINES = 400
HEAD_CHARACTERS = 64 * 1024

_LINE = re.compile(r"([^\r\n]*)(\r\n|\n|\r|\Z)")


class Line(NamedTuple):
    """One line: `start` and `end` enclose its text, `stop` lies behind its line end."""

    start: int
    end: int
    stop: int
    text: str

    @property
    def span(self) -> Span:
        """Return where the line's text lies."""
        return Span(self.start, self.end)

    @property
    def bare(self) -> str:
        """Return the text without the white and invisible characters around it."""
        return self.text.strip(SPACE)


def head_lines(text: str, start: int = 0) -> tuple[Line, ...]:
    """Return the lines from an offset on that recovery looks at (at most 400 lines and 64 Ki characters)."""
    lines: list[Line] = []
    limit = min(len(text), start + HEAD_CHARACTERS)
    for match in islice(_LINE.finditer(text, start), HEAD_LINES):
        position = match.start()
        if position >= limit:
            break
        lines.append(Line(position, match.end(1), match.end(), match[1]))
    return tuple(lines)
