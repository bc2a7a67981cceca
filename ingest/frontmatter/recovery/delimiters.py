"""Delimiters that are missing, stray, repeated or written with other characters."""

from ingest.findings import Code, Edit, Span
from ingest.findings.codes import FM002, FM003, FM004, FM012
from ingest.frontmatter.recovery.block import Block
from ingest.frontmatter.recovery.lines import Line
from ingest.frontmatter.recovery.model import Repair
from ingest.frontmatter.recovery.shapes import is_exact_delimiter


def delimiter_step(text: str, block: Block) -> tuple[Repair, ...]:
    """Give the block one delimiter before it, at the start of the text, one behind it, and none in it."""
    if not block.delimiters and not block.sure and not (block.closer is not None and _is_lone_title(block)):
        return ()
    return (*_opening(text, block), *_strays(block), *_closing(block))


def _is_lone_title(block: Block) -> bool:
    """Return whether the only field is `title`; `Title: …` over dashes is a heading of Markdown as well."""
    return any(key.name == "title" for key in block.keys)


def _mark(block: Block) -> str:
    return "+++" if block.toml else "---"


def _is_exact(block: Block, line: Line) -> bool:
    if block.toml:
        return line.text.rstrip(" \t") == "+++"
    return is_exact_delimiter(line) or line.text.rstrip(" \t") == "..."


def _opening(text: str, block: Block) -> tuple[Repair, ...]:
    delimiters = block.delimiters
    if not delimiters:
        edit = Edit(Span(0, block.start), f"{_mark(block)}\n")
        first = block.lines[block.first].span
        return (Repair(FM003, first, "The opening delimiter is missing.", f"Write `{_mark(block)}`", (edit,)),)
    kept = delimiters[-1]
    if _is_exact(block, kept) and not text[: kept.start].strip(" \t\r\n"):
        return ()
    if _is_exact(block, kept):
        return _before(block, kept)
    edit = Edit(Span(0, kept.end), _mark(block))
    return (_rewritten(block, kept, FM003, edit),)


def _before(block: Block, kept: Line) -> tuple[Repair, ...]:
    edits = (Edit(Span(0, kept.start), ""),)
    if len(block.delimiters) > 1:
        stray = block.delimiters[0].span
        return (Repair(FM004, stray, "A delimiter is repeated before the block.", "Delete it", edits),)
    span = Span(0, kept.start)
    return (Repair(FM004, span, "The block does not start at the first character.", "Delete the blank lines", edits),)


def _rewritten(block: Block, line: Line, code: Code, edit: Edit) -> Repair:
    bare = line.bare
    foreign = not bare.isascii() or bare != line.text.strip(" \t")
    message = f"`{bare}` stands where the delimiter `{_mark(block)}` should."
    if bare == _mark(block):
        message = f"Invisible characters stand beside the delimiter `{bare}`."
    return Repair(FM012 if foreign else code, line.span, message, f"Write `{_mark(block)}`", (edit,))


def _strays(block: Block) -> tuple[Repair, ...]:
    return tuple(
        Repair(
            FM004,
            line.span,
            "A delimiter stands between the keys.",
            "Delete it",
            (Edit(Span(line.start, line.stop), ""),),
        )
        for line in block.strays
    )


def _closing(block: Block) -> tuple[Repair, ...]:
    closer = block.closer
    if closer is not None:
        if _is_exact(block, closer):
            return ()
        return (_rewritten(block, closer, FM002, Edit(closer.span, _mark(block))),)
    last = block.lines[block.last]
    before = "\n" if last.stop == last.end else ""
    edit = Edit(Span(last.stop, last.stop), f"{before}{_mark(block)}\n")
    return (
        Repair(FM002, last.span, "The closing delimiter is missing.", f"Write `{_mark(block)}` behind it", (edit,)),
    )
