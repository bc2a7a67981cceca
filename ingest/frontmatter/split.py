"""Where a file's front matter stands: the delimiters that a strict tool looks for at the top, and what lies between.

Lines end with LF, CRLF or CR (CommonMark 0.31.2 §2.1), never at U+2028: a title may contain one.
"""

import re

from ingest.findings import Span
from ingest.frontmatter.delimited import Delimited
from ingest.frontmatter.model import Format
from ingest.frozen import new_tuple
from ingest.source import Limits

# `---` with a language is gray-matter's: `---toml`.
_OPENING = r"(?:[ \t\r\n]*[\r\n])?(---|\+\+\+|;;;)[ \t]*+(?:(yaml|yml|toml|json)[ \t]*+)?(?=[\r\n]|\Z)"
_CLOSING = {
    "---": r"[\r\n](?:---|\.\.\.)[ \t]*+(?:\r\n|[\r\n]|\Z)",
    "+++": r"[\r\n]\+\+\+[ \t]*+(?:\r\n|[\r\n]|\Z)",
    ";;;": r"[\r\n];;;[ \t]*+(?:\r\n|[\r\n]|\Z)",
}
_FORMATS = {"---": Format.YAML, "+++": Format.TOML, ";;;": Format.JSON}
_DASHES = len("---")
_FIRST_LINE = Span(0, _DASHES)
_LANGUAGES = {"yaml": Format.YAML, "yml": Format.YAML, "toml": Format.TOML, "json": Format.JSON}


def find_block(text: str, limits: Limits) -> Delimited | None:
    """Return the block at the top of a text in whatever format it is written, or None where there is none."""
    if text.startswith("---\n") and (found := _between_dashes(text)) is not None:
        return found
    opening = re.match(_OPENING, text)
    if opening is not None:
        return _between_lines(text, opening)
    from ingest.frontmatter.undelimited import find_undelimited  # noqa: PLC0415 - nearly every block has delimiters

    return find_undelimited(text, limits)


def _between_dashes(text: str) -> Delimited | None:
    """Return the block between a first line and another one that are `---` and nothing else, None where it is doubtful.

    It is the first that could close a block if no other delimiter (`...`) and no other line end (CR) stands before it.
    """
    end = text.find("\n---", _DASHES)
    if end < 0 or text[end + 4 : end + 5] != "\n":
        return None
    inside = text[_DASHES:end]
    if "\r" in inside or "\n..." in inside:
        return None
    return new_tuple(Delimited, (Format.YAML, _FIRST_LINE, new_tuple(Span, (_DASHES + 1, end + 1)), end + 5, True))


def _between_lines(text: str, opening: re.Match[str]) -> Delimited:
    mark, language = opening.groups()
    kind = _LANGUAGES[language] if language else _FORMATS[mark]
    start = after_line_end(text, opening.end())
    closing = re.compile(_CLOSING[mark]).search(text, opening.end())
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
