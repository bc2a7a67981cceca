"""What YAML alone can tell: keys that no generator writes, and values of several lines, which nobody looks into."""

import re
from collections.abc import Sequence

from ingest.frontmatter.recovery.lines import Line
from ingest.frontmatter.recovery.shapes import KeyLine

MAX_LINES = 120
_YAML_KEY = re.compile(
    r"""(?:"[^"\r\n]{1,80}" | '[^'\r\n]{1,80}' | [^\s\-?:,\[\]{}\#&*!|>'"%@`][^:\r\n]{0,80}?
        | [&!][^\s:]{1,40}[ ][^:\r\n]{1,80}?)
    [ \t]*:(?:[ \t]|\Z) | [?:][ \t]+\S""",
    re.VERBOSE,
)
_BLOCK_SCALAR = re.compile(r"(?:[&!]\S*[ \t]+)*[|>][-+0-9]{0,2}(?:[ \t]+\#.*)?", re.VERBOSE)
# Quoted text and comments hold no brackets that count.
_FLOW = re.compile(
    r"""(?P<text>"(?:[^"\\]|\\.)*+"|(?<=[\[{,:\s])'[^']*+')|(?P<comment>[ ]\#.*)|(?P<open>[\[{])|(?P<close>[\]}])"""
)
_NODE = re.compile(r"(?:[&!]\S*[ \t]+)*+(?=[\[{])")


def is_yaml_key(line: Line) -> bool:
    """Return whether libyaml reads a line that is not indented as a key, however odd: `"a: b": c`, `x y: z`, `? k`."""
    return _YAML_KEY.match(line.text) is not None


def last_line_of(lines: Sequence[Line], index: int, key: KeyLine) -> int:
    """Return the index of the last line of the value that begins at `index`.

    It is a later one for a list or mapping in brackets that a later line closes, and for the text below `|` or `>`.
    """
    if _BLOCK_SCALAR.fullmatch(key.content):
        return _end_of_text(lines, index, key.indent)
    return _end_of_flow(lines, index, key.content) if _NODE.match(key.content) else index


def _end_of_text(lines: Sequence[Line], index: int, indent: int) -> int:
    last = index
    for number, line in enumerate(lines[index + 1 :], index + 1):
        if not line.text.strip(" \t"):
            continue
        if len(line.text) - len(line.text.lstrip(" ")) <= indent:
            break
        last = number
    return last


def _end_of_flow(lines: Sequence[Line], index: int, content: str) -> int:
    depth = 0
    for number in range(index, min(index + MAX_LINES, len(lines))):
        text = content if number == index else lines[number].text
        if number > index and (not lines[number].bare or text.startswith("---")):
            return index
        for match in _FLOW.finditer(text):
            depth += (match["open"] is not None) - (match["close"] is not None)
        if depth <= 0:
            return number
    return index
