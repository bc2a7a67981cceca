"""Where a file's front matter stands: the delimiters that a strict tool looks for at the top, and what lies between.

Lines end with LF, CRLF or CR (CommonMark 0.31.2 §2.1), never at U+2028: a title may contain one.
"""

import re
from dataclasses import dataclass

from ingest.findings import Span
from ingest.frontmatter.model import Format

# `---` with a language is gray-matter's: `---toml`.
_OPENING = re.compile(r"(?:[ \t\r\n]*[\r\n])?(---|\+\+\+|;;;)[ \t]*(yaml|yml|toml|json)?[ \t]*(?=[\r\n]|\Z)")
_CLOSING = {
    "---": re.compile(r"[\r\n](?:---|\.\.\.)[ \t]*(?:\r\n|[\r\n]|\Z)"),
    "+++": re.compile(r"[\r\n]\+\+\+[ \t]*(?:\r\n|[\r\n]|\Z)"),
    ";;;": re.compile(r"[\r\n];;;[ \t]*(?:\r\n|[\r\n]|\Z)"),
}
_FORMATS = {"---": Format.YAML, "+++": Format.TOML, ";;;": Format.JSON}
_LANGUAGES = {"yaml": Format.YAML, "yml": Format.YAML, "toml": Format.TOML, "json": Format.JSON}


@dataclass(frozen=True, slots=True)
class Delimited:
    """A block between delimiters: where its inside and the body lie; `closed` is false where no delimiter ends it."""

    format: Format
    opening: Span
    inside: Span
    body_start: int
    closed: bool = True


def find_delimited(text: str) -> Delimited | None:
    """Return the block between `---`, `+++` or `;;;` lines at the top of a text, or None where there is none."""
    opening = _OPENING.match(text)
    if opening is None:
        return None
    mark, language = opening.groups()
    kind = _LANGUAGES[language] if language else _FORMATS[mark]
    start = after_line_end(text, opening.end())
    closing = _CLOSING[mark].search(text, opening.end())
    at = Span(opening.start(1), opening.end())
    if closing is None:
        return Delimited(kind, at, Span(start, len(text)), len(text), closed=False)
    end = closing.start() + 1
    return Delimited(kind, at, Span(start, end), closing.end())


def after_line_end(text: str, offset: int) -> int:
    """Return the offset behind the line end that stands at an offset, if one does."""
    if text.startswith("\r\n", offset):
        return offset + 2
    return offset + 1 if text.startswith(("\r", "\n"), offset) else offset
