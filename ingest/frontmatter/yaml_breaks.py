"""U+0085, U+2028 and U+2029 inside a YAML text: ends of a line in YAML 1.1, characters like any other in YAML 1.2.

libyaml speaks 1.1: a title with U+2028 in it closes its own line, and one with U+0085 can bring a key of its own.
They are taken out before it reads, one private character for each, so that no offset moves, and put back after.
"""

import re
from dataclasses import dataclass

from yaml.events import ScalarEvent

from ingest.findings import Edit, Finding, Fix, Span
from ingest.findings.codes import FM008

_BREAKS = "\u0085\u2028\u2029"
_BREAK = re.compile(f"[{_BREAKS}]")
_QUOTES = frozenset("'\"")
_PRIVATE = range(0xE000, 0xF900)


@dataclass(slots=True)
class Breaks:
    """A text without the old line breaks, and the way back; counts those that no restored value had in quotes."""

    text: str
    stand_ins: dict[int, str]
    outside_quotes: int

    def restore(self, event: ScalarEvent) -> str:
        """Return a scalar with the characters that stood in the text."""
        if event.style in _QUOTES:
            self.outside_quotes -= sum(ord(character) in self.stand_ins for character in event.value)
        return event.value.translate(self.stand_ins)


def without_breaks(text: str) -> Breaks | None:
    """Return the text with its old line breaks replaced one for one, or None where it has none."""
    if _BREAK.search(text) is None:
        return None
    free = [chr(code) for code in _PRIVATE if chr(code) not in text][: len(_BREAKS)]
    if len(free) < len(_BREAKS):
        return None
    table = {ord(character): stand_in for character, stand_in in zip(_BREAKS, free, strict=True)}
    count = sum(text.count(character) for character in _BREAKS)
    return Breaks(text.translate(table), {ord(new): chr(old) for old, new in table.items()}, count)


def break_finding(text: str, base: int) -> Finding:
    """Return the finding about a text whose old line breaks stand outside of quotes."""
    offsets = [offset for offset, character in enumerate(text) if character in _BREAKS]
    first = offsets[0]
    edits = tuple(Edit(Span(base + offset, base + offset + 1), " ") for offset in offsets)
    message = (
        f"U+{ord(text[first]):04X} (an invisible line break) stands in the block: YAML 1.1 tools end the line there. "
        "Write a space."
    )
    return FM008.at(Span(base + first, base + first + 1), message, fix=Fix("Replace it with a space.", edits))
