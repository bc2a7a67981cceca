"""TOML as people write it: text without quotes, `key = value` between the delimiters of YAML."""

import re

from ingest.findings import Edit, Span
from ingest.findings.codes import FM008, FM010
from ingest.frontmatter.recovery.block import Block
from ingest.frontmatter.recovery.model import Repair
from ingest.frontmatter.recovery.shapes import KeyLine, is_toml_delimiter

_VALUE = re.compile(
    r"""["'\[{]|(?:[-+]?(?:\d[\d_.eE+-]*|inf|nan|0[xob]\w+)|true|false)[ \t]*(?:\#.*)?\Z|\d{4}-\d\d-\d\d"""
)


def toml_step(_text: str, block: Block) -> tuple[Repair, ...]:
    """Mend keys with `=` whose values are no TOML: quoted between `+++`, else written as the YAML that they are."""
    if not block.toml:
        return ()
    plain = [key for key in block.keys if _VALUE.match(key.content) is None]
    if not plain:
        return ()
    if block.delimiters and is_toml_delimiter(block.delimiters[-1]):
        return tuple(_quoted(key) for key in plain)
    edits = tuple(Edit(Span(key.name_span.end, key.value.start), ": ") for key in block.keys)
    message = "The keys are written with `=` as in TOML, the values are not."
    return (Repair(FM008, block.keys[0].markup, message, "Write `: `", edits),)


def _quoted(key: KeyLine) -> Repair:
    escaped = key.content.rstrip().replace("\\", "\\\\").replace('"', '\\"')
    end = Span(key.value.start, key.value.start + len(key.content.rstrip()))
    message = f"The value of `{key.name}` needs quotes."
    return Repair(FM010, end, message, f'Write "{escaped}"', (Edit(end, f'"{escaped}"'),), field=key.name)
