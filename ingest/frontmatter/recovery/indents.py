"""The block, or the whole file, indented."""

import re

from ingest.findings import Edit, Span
from ingest.findings.codes import FM007
from ingest.frontmatter.recovery.block import Block
from ingest.frontmatter.recovery.lines import Line
from ingest.frontmatter.recovery.model import Repair

# The first line that is no fence: one that closes around the block stands before the body.
_FIRST = re.compile(r"(?:[^\S\r\n]*[\r\n]|[ \t]*(?:`{3,}|~{3,})[ \t]*[\r\n])*+([ \t]*)(?=\S)")
_INDENT = re.compile(r"(?:^|(?<=\r))[ \t]+", re.MULTILINE)


def indent_step(text: str, block: Block) -> tuple[Repair, ...]:
    """Take the block's indent away, and the same indent of the body where its first line has it too.

    Markdown reads an indented body as code. A line with a smaller indent (a
    separator or a footer that a script put in) stays as it is.
    """
    if block.toml:
        return ()
    width = block.indent
    if not width:
        return _uneven(block)
    indent = text[block.start : block.start + width]
    if indent.strip(" \t"):
        return ()
    end = block.end.stop if block.end is not None else block.lines[block.last].stop
    whole = _is_indented(text, end, width)
    stop = len(text) if whole else end
    edits = tuple(_dedents(text, stop, width))
    what = "The file is" if whole else "The block is"
    first = next((line for line in block.lines if line.bare and line.text.startswith(indent)), block.lines[block.first])
    span = Span(first.start, first.start + width)
    return (Repair(FM007, span, f"{what} indented by {width}.", "Take the indent away", edits),)


def _is_indented(text: str, start: int, width: int) -> bool:
    """Return whether the first line of the body has the block's indent."""
    match = _FIRST.match(text, start)
    return match is not None and match.end(1) - match.start(1) >= width


def _dedents(text: str, stop: int, width: int) -> list[Edit]:
    edits: list[Edit] = []
    for match in _INDENT.finditer(text, 0, stop):
        blank = text[match.end() : match.end() + 1] in {"", "\r", "\n"}
        if match.end() - match.start() >= width or blank:
            edits.append(Edit(Span(match.start(), min(match.end(), match.start() + width)), ""))
    return edits


def _uneven(block: Block) -> tuple[Repair, ...]:
    """Take the indent of single keys away: known ones behind a key that already has its value."""
    lines = [
        key.line
        for before, key in zip(block.keys, block.keys[1:], strict=False)
        if _slipped(before.content, key.field, key.indent)
    ]
    if not lines:
        return ()
    edits = tuple(Edit(Span(line.start, line.start + _width(line)), "") for line in lines)
    return (Repair(FM007, lines[0].span, "A key is indented.", "Take the indent away", edits),)


def _slipped(before: str, field: str | None, indent: int) -> bool:
    return bool(before) and field is not None and indent > 0


def _width(line: Line) -> int:
    return len(line.text) - len(line.text.lstrip(" \t"))
