"""What hides a whole block from view: quotation marks of Markdown, a comment around it, bullets before its keys."""

import re
from collections.abc import Iterator

from ingest.findings import Edit, Span
from ingest.findings.codes import FM003, FM006, FM007, FM014
from ingest.frontmatter.recovery.block import MAX_PREFIX_LINES, Block, find_block
from ingest.frontmatter.recovery.json_mends import mended_json
from ingest.frontmatter.recovery.lines import Line, head_lines
from ingest.frontmatter.recovery.model import Repair
from ingest.frontmatter.recovery.preamble import is_assistant
from ingest.frontmatter.recovery.shapes import DASHES, fence_of, is_delimiter, is_rule, key_of

_QUOTATION = re.compile(r"[ \t]{0,3}>[ \t]?")
_QUOTATION_LINE = re.compile(r"(?:^|(?<=\r))[ \t]{0,3}>[ \t]?", re.MULTILINE)
_COMMENT = re.compile(r"[ \t\r\n]*(<!--[ \t]*(?:\r\n|[\r\n])[ \t\r\n]*)(?=---)")
_COMMENT_END = re.compile(r"(?:\r\n|[\r\n])[ \t]*(-->[ \t]*(?:\r\n|[\r\n]|\Z))")
# `--- # comment` and `--- title: x`: a document of YAML may begin like that, front matter may not.
_OPENING_LINE = re.compile(r"(?:[ \t]*[\r\n])*+([ \t]*)---([ \t]+)(?=([^\r\n]+))")
_HEADING = re.compile(r"\s*+#[ \t][^\r\n]*+\s+(?=---[ \t])")
_BULLET = re.compile(r"[ \t]{0,3}[-*+\u2022][ \t]+(?=\S)")


def uncovered(text: str) -> tuple[Repair, ...]:
    """Return the repairs that bring a hidden block to light, of the first kind of cover that is seen; mostly none.

    Each is taken only where a whole block comes to light: a title and a further field. A code fence, or an
    assistant's words, may stand before it.
    """
    for start in _beginnings(text):
        head = text[start : start + 1024].lstrip()
        for mark, cover in _COVERS:
            if head.startswith(mark) and (repairs := cover(text[start:])):
                return tuple(_moved(repair, start) for repair in repairs)
    heading = _HEADING.match(text)
    return tuple(_moved(repair, heading.end()) for repair in _opening_line(text[heading.end() :])) if heading else ()


def _beginnings(text: str) -> Iterator[int]:
    yield 0
    for line in head_lines(text[:2048])[:MAX_PREFIX_LINES]:
        if line.bare and fence_of(line.bare) is None and not is_assistant(line.bare):
            return
        if line.bare:
            yield line.stop


def _moved(repair: Repair, by: int) -> Repair:
    edits = tuple(Edit(_shifted(edit.span, by), edit.replacement) for edit in repair.edits)
    return repair._replace(span=_shifted(repair.span, by), edits=edits)


def _shifted(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)


def _quotation(text: str) -> tuple[Repair, ...]:
    """Take `> ` away from the lines that it stands before without a gap: the block's, or the whole file's."""
    lines = head_lines(text)
    first = next((index for index, line in enumerate(lines) if line.bare), 0)
    run = first
    while run < len(lines) and _QUOTATION.match(lines[run].text):
        run += 1
    stop = lines[run].start if run < len(lines) and text[lines[run - 1].stop :].strip() else len(text)
    block = find_block(_QUOTATION_LINE.sub("", text[lines[first].start : stop]))
    if block is None or not (block.sure and block.clean and block.delimiters and block.closer):
        return ()
    edits = tuple(Edit(Span(*match.span()), "") for match in _QUOTATION_LINE.finditer(text, lines[first].start, stop))
    return (Repair(FM007, lines[first].span, "The block is quoted with `>`.", "Take the `>` away", edits),)


def _comment(text: str) -> tuple[Repair, ...]:
    """Take an HTML comment away that stands around a block with its delimiters."""
    opening = _COMMENT.match(text)
    closing = _COMMENT_END.search(text, opening.end()) if opening else None
    if opening is None or closing is None:
        return ()
    inside = text[opening.end() : closing.start(1)]
    block = find_block(inside)
    if block is None or not (_is_whole(block) and block.closer and not inside[block.closer.stop :].strip()):
        return ()
    edits = tuple(Edit(Span(*match.span(1)), "") for match in (opening, closing))
    message = "The block stands in an HTML comment."
    return (Repair(FM006, Span(opening.start(1), opening.start(1) + 4), message, "Take the comment away", edits),)


def _opening_line(text: str) -> tuple[Repair, ...]:
    """Give the opening delimiter its own line."""
    match = _OPENING_LINE.match(text)
    if match is None:
        return ()
    indent, rest = match[1], match[3]
    gap = Span(*match.span(2))
    below = text[gap.end :]
    if rest.startswith("#"):
        below = below[len(rest) :].lstrip("\r\n")[len(indent) :]
    block = find_block(f"{indent}---\n{indent}{below}")
    if block is None or not block.clean or block.first != 1 or not _is_closed(block, rest):
        return ()
    span = Span(gap.start - 3, match.end(3))
    message = "The opening delimiter is not alone in its line."
    return (Repair(FM003, span, message, "Break the line", (Edit(gap, f"\n{indent}"),)),)


def _is_closed(block: Block, first: str) -> bool:
    """Return whether the block can be no prose: it has a title and more, or another delimiter ends it, or its line."""
    return block.sure or (block.named and (block.closer is not None or first.rstrip().endswith(" ---")))


def _bullets(text: str) -> tuple[Repair, ...]:
    """Take the bullets before the keys away, where every key of the block has one."""
    lines = head_lines(text)[:MAX_PREFIX_LINES]
    first = next((index for index, line in enumerate(lines) if line.bare and not _is_delimiter(line)), -1)
    bullets = {index: bullet for index, line in enumerate(lines[first:], first) if (bullet := _bullet(line))}
    if first not in bullets:
        return ()
    parts = [text[line.start : line.stop] for line in lines]
    for index, bullet in bullets.items():
        parts[index] = text[bullet.end : lines[index].stop]
    block = find_block("".join((*parts, text[lines[-1].stop :])))
    if block is None or not (_is_whole(block) and block.first == first and block.keys[0].field == "title"):
        return ()
    inside = [bullet for index, bullet in bullets.items() if index <= block.last]
    if len(inside) != len(block.keys):
        return ()
    edits = tuple(Edit(bullet, "") for bullet in inside)
    return (Repair(FM014, lines[first].span, "The keys are written as a list.", "Take the bullets away", edits),)


def _is_delimiter(line: Line) -> bool:
    return is_delimiter(line) or is_rule(line)


def _bullet(line: Line) -> Span | None:
    """Return the bullet before a key on a line, with the white space around it."""
    match = _BULLET.match(line.text)
    if match is None:
        return None
    end = line.start + match.end()
    return Span(line.start, end) if key_of(Line(end, line.end, line.stop, line.text[match.end() :])) else None


def _is_whole(block: Block) -> bool:
    return block.sure and block.clean


_COVERS = (
    (">", _quotation),
    ("<!--", _comment),
    ("{", mended_json),
    ("---", _opening_line),
    (("*", "+", "\u2022", "=", "_", "\\", *DASHES), _bullets),
)
