"""What an assistant says about its title, inside the title: `(Note: the title is a rough translation)`."""

from ingest.findings import Applicability, Edit, Span
from ingest.findings.codes import FM016
from ingest.frontmatter.recovery.block import Block
from ingest.frontmatter.recovery.model import Repair
from ingest.frontmatter.recovery.note_words import INLINE, NOTE
from ingest.frontmatter.recovery.shapes import KeyLine

_BRACKETS = frozenset("(（[【")
MESSAGE = "A note stands inside the value of `{}`."


def note_step(text: str, block: Block) -> tuple[Repair, ...]:
    """Delete the notes between the keys, and those behind the first line, or at the end, of a title.

    FM016, like a separator in a value: what does not belong to it stands inside it.
    """
    if block.toml:
        return ()
    between = tuple(
        Repair(
            FM016, line.span, "A note stands between the keys.", "Delete it", (_line(line.start, line.stop),), _UNSAFE
        )
        for line in block.notes
    )
    titles = (_in_title(text, block, key) for key in block.keys if key.field == "title")
    return (*between, *(repair for repair in titles if repair is not None))


_UNSAFE = Applicability.UNSAFE


def _line(start: int, stop: int) -> Edit:
    return Edit(Span(start, stop), "")


def _in_title(text: str, block: Block, key: KeyLine) -> Repair | None:
    span = _spread_note(block, key) if key in block.spread else _inline_note(key)
    if span is None:
        return None
    words = Span(span.start + len(text[span.start : span.end]) - len(text[span.start : span.end].lstrip()), span.end)
    edit = Edit(span, "")
    return Repair(FM016, words, MESSAGE.format(key.name), "Delete it", (edit,), _UNSAFE, key.name)


def _inline_note(key: KeyLine) -> Span | None:
    match = INLINE.search(key.content) if len(key.content) < 2000 else None  # noqa: PLR2004 - no title is that long
    return Span(key.value.start + match.start(), key.value.start + match.end()) if match and match.start() else None


def _spread_note(block: Block, key: KeyLine) -> Span | None:
    """Return what stands in the further lines of a quoted title, up to its closing quote, if it is a note.

    Behind a blank line, brackets are enough: YAML keeps a line end there, and no title has one.
    """
    further = [line for line in block.lines if line.start > key.line.start and line.bare]
    if not further:
        return None
    first = further[0]
    bracketed = first.start > key.line.stop and first.bare[0] in _BRACKETS
    if not (bracketed or NOTE.match(first.bare)):
        return None
    quote = key.content[0]
    end = next((line for line in further if line.bare.endswith(quote)), None)
    return Span(key.value.end, end.start + len(end.text.rstrip()) - 1) if end is not None else None
