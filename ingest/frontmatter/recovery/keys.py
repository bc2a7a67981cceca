"""How a key is written: bold, with a full-width colon, with white space that YAML cannot read, in another language."""

import re

from ingest.findings import Applicability, Code, Edit, Span
from ingest.findings.codes import FM008, FM012, FM013
from ingest.frontmatter.recovery.block import Block
from ingest.frontmatter.recovery.canonical import canonical_name
from ingest.frontmatter.recovery.characters import SPACE
from ingest.frontmatter.recovery.model import Repair
from ingest.frontmatter.recovery.shapes import KeyLine

_PLAIN = re.compile(r"""["']?[^"'*`\t]+["']?[ ]*:[ ]+""")
_TAB_INDENT = re.compile(r"\t[ \t]*|[ ]+\t[ \t]*")


def key_step(text: str, block: Block) -> tuple[Repair, ...]:
    """Write every key of the block as `key: `, its name unchanged."""
    if block.toml:
        return ()
    repairs = [_key_repair(text, key) for key in block.keys]
    tabs = [
        Repair(FM008, line.span, "The line is indented with a tab.", "Write spaces", (Edit(span, "  "),))
        for line in block.lines[block.first : block.last + 1]
        if (span := _tabs(line.start, line.text)) is not None
    ]
    return (*(repair for repair in repairs if repair is not None), *tabs)


def _tabs(start: int, text: str) -> Span | None:
    match = _TAB_INDENT.match(text)
    return Span(start, start + match.end()) if match is not None and match.end() < len(text) else None


def _key_repair(text: str, key: KeyLine) -> Repair | None:
    markup = key.markup
    written = text[markup.start : markup.end]
    separated = written if key.content else f"{written} "
    if _PLAIN.fullmatch(separated) and not set(written) & set(SPACE) - {" "}:
        return None
    quote = written[0] if key.quoted and written[0] in "\"'" else ""
    wanted = (
        (quote, markup.start, key.name_span.start),
        (f"{quote}:{' ' if key.content else ''}", key.name_span.end, markup.end),
    )
    edits = [Edit(Span(start, end), new) for new, start, end in wanted if text[start:end] != new]
    if text[key.name_span.start : key.name_span.end] != key.name:
        edits.append(Edit(key.name_span, key.name))
    code, message = _defect(key, written)
    return Repair(code, markup, message, f"Write `{key.name}:`", tuple(edits), field=key.name) if edits else None


def _defect(key: KeyLine, written: str) -> tuple[Code, str]:
    if key.colon != ":":
        return FM012, f"The key `{key.name}` has the full-width colon `{key.colon}`."
    if set(written) & set(SPACE) - {" ", "\t"}:
        return FM012, f"Invisible or wide white space stands around the key `{key.name}`."
    if key.bold:
        return FM008, f"The key `{key.name}` is written with emphasis."
    return FM008, f"The key `{key.name}` needs `: ` (colon and space) before its value."


def rename_repairs(keys: tuple[tuple[str, Span], ...]) -> tuple[Repair, ...]:
    """Return the remarks on keys (name and place) that other tools do not know, with the name that they do."""
    taken = {name for name, _ in keys}
    repairs: list[Repair] = []
    for name, span in keys:
        wanted = canonical_name(name)
        if wanted is None or wanted in taken:
            continue
        taken.add(wanted)
        message = f"Other tools do not read the key `{name}` as `{wanted}`."
        edits = (Edit(span, wanted),)
        repairs.append(Repair(FM013, span, message, f"Rename it `{wanted}`", edits, Applicability.SAFE, name))
    return tuple(repairs)
