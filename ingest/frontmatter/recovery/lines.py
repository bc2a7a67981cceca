"""The first lines of a text, with their offsets: all that recovery looks at to find a block."""

import re
from dataclasses import dataclass

from ingest.findings import Span

# A block that is longer is still parsed; it is only not repaired.
HEAD_LINES = 400
HEAD_CHARACTERS = 64 * 1024
# Soft hyphen, zero-width and directional marks, word joiner and byte order mark: nothing to see, nothing to read.
INVISIBLE = (
    "\u00ad\u180e\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
)
# No-break, typographic and ideographic spaces: white to the eye, letters to a YAML parser.
WIDE_SPACE = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
SPACE = " \t" + WIDE_SPACE + INVISIBLE

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
