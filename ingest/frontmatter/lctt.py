"""The header of the LCTT translation project: `[#]: key: (value)` or `[#]: key: "value"` lines at the top of a file.

They are Markdown link definitions that nothing links to, so no renderer shows them. The title of the translation is
the first heading of the body; `subject` is the title of the original.
"""

import re
from collections.abc import Iterator

from ingest.findings import Finding, Span
from ingest.findings.codes import FM008
from ingest.frontmatter.header_lines import reading_of
from ingest.frontmatter.model import Entry
from ingest.frontmatter.reading import Block, Reading, refusal

_OPENING = re.compile(r"(?:[ \t\r\n]*[\r\n])?(?=\[#\]:)")
_LINE = re.compile(r"\[#\]:[^\r\n]*(?:\r\n|[\r\n]|\Z)")
_PARTS = re.compile(r"\[#\]:[ \t]*([^\s:](?:[^:\r\n]*[^\s:])?)[ \t]*:[ \t]*([^\r\n]*)")
_PAIRS = {"(": ")", '"': '"', "'": "'"}


def find_lctt(text: str) -> Span | None:
    """Return where the header lines at the top of a text lie, the last line end included, or None."""
    opening = _OPENING.match(text)
    if opening is None:
        return None
    end = opening.end()
    while line := _LINE.match(text, end):
        end = line.end()
    return Span(opening.end(), end)


def read_lctt(block: Block) -> Reading:
    """Return what header lines say: every value a text, `( )` an empty one."""
    for line in _LINE.finditer(block.text):
        if _PARTS.match(line.group()) is None:
            return refusal(_no_pair(Span(block.base + line.start(), block.base + line.start() + len("[#]:"))))
    return reading_of(block, _entries(block))


def _entries(block: Block) -> Iterator[Entry]:
    for line in _LINE.finditer(block.text):
        parts = _PARTS.match(line.group())
        if parts is None:
            continue
        base = block.base + line.start()
        value, start = parts[2].rstrip(), base + parts.start(2)
        if len(value) > 1 and value[-1] == _PAIRS.get(value[0]):
            value, start = value[1:-1], start + 1
        yield Entry(parts[1], value.strip(), Span(base + parts.start(1), base + parts.end(1)), _stripped(value, start))


def _stripped(value: str, start: int) -> Span:
    left = len(value) - len(value.lstrip())
    return Span(start + left, start + max(left, len(value.rstrip())))


def _no_pair(span: Span) -> Finding:
    return FM008.at(span, "This header line is no `[#]: key: (value)`; write it so, or delete it.")
