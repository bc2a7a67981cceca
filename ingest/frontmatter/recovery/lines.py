"""The first lines of a text, with their offsets: all that recovery looks at to find a block."""

import re
from dataclasses import dataclass

from ingest.findings import Span
from ingest.frontmatter.recovery.characters import SPACE

# A block that is longer is still parsed; it is only not repaired.
HEAD_LINES = 400
HEAD_CHARACTERS = 64 * 1024

_LINE = re.compile(r"([^\r\n]*)(\r\n|\n|\r|\Z)")


@dataclass(frozen=True, slots=True)
class Line:
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
    position = start
    while position < limit and len(lines) < HEAD_LINES:
        match = _LINE.match(text, position)
        if match is None:
            break
        lines.append(Line(position, match.end(1), match.end(), match[1]))
        position = match.end()
    return tuple(lines)
