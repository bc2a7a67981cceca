"""Containers of Python-Markdown, as MkDocs uses them: what belongs to one is indented by four blanks below its line.

`!!! note "Title"` (admonition), `??? tip` and `???+ tip` (folded), `=== "Tab"`. CommonMark would take the content for
code. The title stays, the marks and the indentation go; lines keep their numbers.
"""

import re

from ingest.body.code_regions import CodeRegions

_INDENTATION = 4
_EXCLAMATION, _QUESTION, _EQUALS, _QUOTE = b'!?="'
_POSSIBLE = r"(?m)^[ \t]*(?:!!!|\?\?\?\+?|===[!+]?)[ \t]+[\w\"]"
_MARK = r"[ \t]*(!!!|\?\?\?\+?|===[!+]?)[ \t]+"
_TYPES = r"[\w-]+(?:[ \t]+[\w-]+){0,3}"


def may_have_indented_containers(data: bytes) -> bool:
    """Return whether a text in UTF-8 may hold such containers."""
    # One byte is found about ten times as fast as several.
    return (
        (_EXCLAMATION in data and b"!!! " in data)
        or (_QUESTION in data and b"???" in data and (b"??? " in data or b"???+ " in data))
        or (_EQUALS in data and _QUOTE in data and b"===" in data)
    )


def without_indented_containers(text: str) -> str:
    """Return a text in which a container's content stands at the indentation of the line that opens it."""
    return text if re.search(_POSSIBLE, text) is None else _Reader(text).read()


class _Reader:
    """Goes over the lines of one text; `containers` holds the indentations of those that are open."""

    def __init__(self, text: str) -> None:
        self._lines = text.split("\n")
        self._regions = CodeRegions(text)
        self._containers: list[int] = []
        self._mark = re.compile(_MARK)
        self._code_end = 0

    def read(self) -> str:
        """Return the text without container marks."""
        kept: list[str] = []
        offset = 0
        for number, line in enumerate(self._lines):
            kept.append(self._shown(number, offset) if line and not line.isspace() else "")
            offset += len(line) + 1
        return "\n".join(kept)

    def _shown(self, number: int, offset: int) -> str:
        line, containers = self._lines[number], self._containers
        start, indentation = _indentation(line)
        # The lines of a fenced block may stand further left than its fence and end nothing.
        if offset >= self._code_end:
            while containers and indentation < containers[-1] + _INDENTATION:
                containers.pop()
            self._code_end = self._regions.end_at(offset + start)
        depth = len(containers)
        if offset + start < self._code_end or (title := self._title(number, indentation)) is None:
            return _dedented(line, _INDENTATION * depth)
        containers.append(indentation)
        return _dedented(line[:start], _INDENTATION * depth) + title

    def _title(self, number: int, indentation: int) -> str | None:
        """Return the title of the container that a line opens, which may be empty, or None if it opens none."""
        line = self._lines[number]
        match = self._mark.match(line)
        if match is None:
            return None
        types, quote, title = line[match.end() :].rstrip().partition('"')
        if quote and not title.endswith('"'):
            return None
        tab = match[1].startswith("=")
        if (tab and (types or len(title) <= 1)) or not (tab or re.fullmatch(_TYPES, types.rstrip())):
            return None
        title = title[:-1].strip()
        if not title and not self._has_content(number, indentation):
            return None
        # A line end that stays one: content may follow without an empty line.
        return title and title + "  "

    def _has_content(self, number: int, indentation: int) -> bool:
        for following in range(number + 1, len(self._lines)):
            line = self._lines[following]
            if line and not line.isspace():
                return _indentation(line)[1] >= indentation + _INDENTATION
        return False


def _indentation(line: str) -> tuple[int, int]:
    """Return the number of blanks that a line begins with and the columns that they fill (CommonMark §2.2)."""
    start = len(line) - len(line.lstrip(" \t"))
    return start, len(line[:start].expandtabs(_INDENTATION))


def _dedented(line: str, columns: int) -> str:
    """Return a line without so many columns of blanks at its start, as far as it has them."""
    if not columns:
        return line
    start, indentation = _indentation(line)
    return " " * max(0, indentation - columns) + line[start:]
