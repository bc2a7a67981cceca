"""Line ends that were lost between keys, and what another notation writes at the end of a line."""

import re

from ingest.findings import Edit, Span
from ingest.findings.codes import FM002, FM008
from ingest.frontmatter.recovery.block import Block
from ingest.frontmatter.recovery.model import Repair
from ingest.frontmatter.recovery.shapes import KeyLine
from ingest.frontmatter.vocabulary import FIELDS_BY_KEY, fold_key

_NEXT_KEY = re.compile(
    r"(?<![ \t])[ \t]++(?=(title|date|authors?|tags|categories|description|标题|日期|作者)[ \t]*[:\uff1a][ \t]*\S)"
)
_DATE = re.compile(r"""["']?\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}\b[^ \t]{0,20}(?:[ \t][\d:+]{4,14}){0,2}["']?""")
_CLOSING = re.compile(r"(?<![ \t])[ \t]++(?=---[ \t]*\Z)")
_MARK = re.compile(r"(?<![ \t])[ \t]*+(?:<br[ ]?/?>|,|;|\\)\Z", re.IGNORECASE)
_TWO = 2
# What a script writes in every block: `x: a,` above `y: b,` may be text.
_CORE = frozenset({"title", "date", "authors"})


def run_on_step(_text: str, block: Block) -> tuple[Repair, ...]:
    """Break lines where the next key stands behind a value: `title: A date: 2024-01-01`.

    Only where it is new to the block, and the line has a date that ends there: a title may hold `author: me`.
    """
    if block.toml:
        return ()
    seen = set(block.fields)
    repairs: list[Repair] = []
    for key in block.keys:
        cuts = _cuts(key, seen)
        if cuts:
            message = "Several keys stand on one line."
            repairs.append(Repair(FM008, key.line.span, message, "Break the line", tuple(cuts), field=key.name))
    return tuple(repairs)


def _cuts(key: KeyLine, seen: set[str]) -> list[Edit]:
    if key.field not in _CORE:
        return []
    cuts: list[Edit] = []
    dated = False
    field, start = key.field, 0
    for match in (*_NEXT_KEY.finditer(key.content), None):
        piece = key.content[start : match.start() if match else None].partition(":" if start else "\0")
        dated = dated or (field == "date" and _DATE.fullmatch((piece[2] or piece[0]).strip()) is not None)
        if match is None:
            break
        field, start = FIELDS_BY_KEY[fold_key(match[1])][0], match.end()
        if field in seen:
            return []
        seen.add(field)
        cuts.append(Edit(Span(key.value.start + match.start(), key.value.start + match.end()), "\n"))
    return cuts if dated else []


def closing_step(_text: str, block: Block) -> tuple[Repair, ...]:
    """Break the line before a delimiter that stands behind the last value, where no other closes the block."""
    last = block.keys[-1]
    match = _CLOSING.search(last.content) if block.end is None and block.delimiters and not block.toml else None
    if match is None:
        return ()
    cut = Edit(Span(last.value.start + match.start(), last.value.start + match.end()), "\n")
    message = "The closing delimiter stands behind a value."
    return (Repair(FM002, last.line.span, message, "Break the line", (cut,)),)


def line_end_step(_text: str, block: Block) -> tuple[Repair, ...]:
    """Delete what ends the line of every key but perhaps the last: a comma as in JSON, `<br>`, a backslash."""
    if block.toml or len(block.keys) < _TWO:
        return ()
    marks = [(key, _MARK.search(key.content)) for key in block.keys]
    if block.spread or any(match is None for _, match in marks[:-1]):
        return ()
    found = [(key, match) for key, match in marks if match is not None]
    if len(found) < _TWO or not any(key.field in _CORE for key, _ in found):
        return ()
    if len({match[0].strip().casefold() for _, match in found}) > 1:
        return ()
    edits = tuple(
        Edit(Span(key.value.start + match.start(), key.value.start + match.end()), "") for key, match in found
    )
    mark = found[0][1][0].strip()
    return (Repair(FM008, edits[0].span, f"Every key's line ends with `{mark}`.", "Delete it", edits),)
