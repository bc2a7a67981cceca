"""JSON as people write it: commas too many, other quotes, keys without any."""

import re

from ingest.findings import Edit, Span
from ingest.findings.codes import FM008
from ingest.frontmatter.recovery.model import Repair

# A longer block was written by a program, which knows JSON.
LONGEST = 16 * 1024
_BEGINS = re.compile(r"""\{\s*(?:["'\u201c][^"'\u201d\r\n]{1,40}["'\u201d]|[A-Za-z_]\w{0,40})\s*[:\uff1a]""")
_TOKEN = re.compile(
    r"""(?P<string>"(?:[^"\\\r\n]|\\.){0,2000}+"|'(?P<single>(?:[^'\\\r\n]|\\.){0,2000}+)'
        |\u201c(?P<curly>[^\u201d\r\n]{0,2000}+)\u201d)
    |(?P<comma>[,\uff0c])(?=\s*+[}\]])
    |(?P<wide>[\uff0c\uff1a])
    |(?P<name>[A-Za-z_]\w*+)(?=\s*+[:\uff1a])
    |(?P<bracket>[{}\[\]])
    |(?P<other>[^\s{}\[\],:"'\u201c\uff0c\uff1a]++|[,:\s]++|.)""",
    re.VERBOSE | re.DOTALL,
)
_WIDE = {"\uff0c": ",", "\uff1a": ":"}
_KEY = re.compile(r'"(?:title|date|标题|日期)"\s*:', re.IGNORECASE)


def mended_json(text: str) -> tuple[Repair, ...]:
    """Return the repair of a block in braces at the start of a text, where it needs other punctuation."""
    start = len(text) - len(text.lstrip())
    if _BEGINS.match(text, start) is None:
        return ()
    edits: list[Edit] = []
    depth = 0
    for match in _TOKEN.finditer(text, start, start + LONGEST):
        edit = _edit(match)
        edits.extend([edit] if edit else [])
        depth += (match["bracket"] in {"{", "["}) - (match["bracket"] in {"}", "]"})
        if match["bracket"] and depth == 0:
            lines = any(end in text[start : match.end()] for end in "\r\n")
            return _repair(text, Span(start, match.end()), edits) if lines else ()
    return ()


def _repair(text: str, block: Span, edits: list[Edit]) -> tuple[Repair, ...]:
    if not edits or _KEY.search(_written(text, block, edits)) is None:
        return ()
    message = "The JSON has punctuation that JSON does not know."
    return (Repair(FM008, edits[0].span, message, "Write it as JSON", tuple(edits)),)


def _written(text: str, block: Span, edits: list[Edit]) -> str:
    parts: list[str] = []
    position = block.start
    for edit in edits:
        parts += [text[position : edit.span.start], edit.replacement]
        position = edit.span.end
    return "".join((*parts, text[position : block.end]))


def _edit(match: re.Match[str]) -> Edit | None:
    span = Span(*match.span())
    if match["comma"]:
        return Edit(span, "")
    if match["wide"]:
        return Edit(span, _WIDE[match["wide"]])
    if match["name"]:
        return Edit(span, f'"{match["name"]}"')
    inner = match["single"] if match["single"] is not None else match["curly"]
    return None if inner is None else Edit(span, f'"{_escaped(inner)}"')


def _escaped(inner: str) -> str:
    return re.sub(r'\\(.)|"', lambda match: _escape(match[1]), inner)


def _escape(escaped: str | None) -> str:
    if escaped is None:
        return '\\"'
    return "'" if escaped == "'" else f"\\{escaped}"
