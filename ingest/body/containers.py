"""Containers of VitePress, Docusaurus and Pandoc: `:::tip Title` … `:::`; the title stays, the marks go."""

import re
from collections.abc import Iterator

from ingest.body.code_regions import CodeRegions

_MARK = ":::"
LINE = r"(?m)([ \t>]*(?:(?:[-+*]|\d{1,9}[.)])[ \t]+)?):::([^\n]*)$"
_TYPE = r"[A-Za-z][\w-]*"


def without_containers(text: str) -> str:
    """Return a text without container marks outside code; lines keep their numbers."""
    regions = CodeRegions(text)
    kept: list[str] = []
    position = 0
    for match in mark_lines(text):
        if regions.end_at(match.start(2)):
            continue
        kept += (text[position : match.start()], match[1], _title(match[2]))
        position = match.end()
    return "".join([*kept, text[position:]])


def mark_lines(text: str) -> Iterator[re.Match[str]]:
    """Yield the lines that marks begin; a search for the beginnings of lines would try every character."""
    line = re.compile(LINE)
    mark = text.find(_MARK)
    while mark >= 0:
        match = line.match(text, text.rfind("\n", 0, mark) + 1)
        if match is not None:
            yield match
        end = text.find("\n", mark)
        mark = text.find(_MARK, end) if end >= 0 else -1


def _title(rest: str) -> str:
    rest = rest.lstrip(":").strip()
    if rest.endswith("}"):
        rest = rest[: rest.rfind("{") if "{" in rest else len(rest)].rstrip()
    kind = re.match(_TYPE, rest)
    title = rest[kind.end() :].strip() if kind else rest
    return title[1:-1] if title.startswith("[") and title.endswith("]") else title
