"""What a repair must not touch: every other key, as strict YAML reads it once the broken lines are out of the way."""

from ingest.findings import Edit
from ingest.frontmatter.model import Entry, Format, FrontMatter
from ingest.frontmatter.recovery.lines import Line, head_lines
from ingest.frontmatter.recovery.shapes import key_of
from ingest.frontmatter.strict import parse_block


def keeps_neighbours(strict: FrontMatter, edits: tuple[Edit, ...], repaired: FrontMatter) -> bool:
    """Return whether the keys that no edit touches say the same in the repaired reading, in the same order.

    `edits` are the source's. A block that cannot be read even with a dummy in the place of every value that was
    edited has no neighbours to compare: nothing speaks against its repair.
    """
    if strict.format is not Format.YAML or repaired.format is not Format.YAML:
        return True
    lines = head_lines(strict.text[: strict.block.end], strict.block.start)
    touched = frozenset(line for line in lines if any(_touches(edit, line) for edit in edits))
    entries = strict.entries if not strict.unread else _with_dummies(lines, touched)
    names = {known.name for line in touched if (known := key_of(line)) is not None}
    kept = [(entry.key, entry.value) for entry in entries if not _is_touched(entry, touched, names)]
    keys = {key for key, _ in kept}
    return kept == [(entry.key, entry.value) for entry in repaired.entries if entry.key in keys]


def _touches(edit: Edit, line: Line) -> bool:
    return edit.span.start <= line.end and edit.span.end >= line.start


def _is_touched(entry: Entry, touched: frozenset[Line], names: set[str]) -> bool:
    first, last = entry.key_span.start, max(entry.key_span.end, entry.value_span.end)
    return entry.key in names or any(first <= line.end and last >= line.start for line in touched)


def _with_dummies(lines: tuple[Line, ...], touched: frozenset[Line]) -> tuple[Entry, ...]:
    """Return the entries of a block whose touched keys have a dummy for a value; none where it is still unread."""
    if not lines:
        return ()
    written = "".join(_dummied(line) if line in touched else _ended(line.text, line) for line in lines)
    return parse_block(written, Format.YAML, lines[0].start).entries


def _dummied(line: Line) -> str:
    """Return a line with a dummy for its value, as long as it was: no offset behind it moves."""
    key = key_of(line)
    return _ended(
        line.text if key is None or not key.content else f"{line.text[: key.value.start - line.start]}x", line
    )


def _ended(text: str, line: Line) -> str:
    size = line.stop - line.start
    return text if line.stop == line.end else f"{text.ljust(size - 1)}\n"
