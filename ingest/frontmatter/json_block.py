"""Where a JSON block stands: `{…}` alone at the top (Hugo), or its pairs without braces down to a `;;;` line (Hexo)."""

import re

from ingest.findings import Span
from ingest.frontmatter.delimited import Delimited
from ingest.frontmatter.model import Format
from ingest.source import Limits

TOKEN = re.compile(r'"(?:[^"\\]++|\\.)*+"?|[{}\[\],:]|[^\s{}\[\],:"]++', re.DOTALL)
"""A string, a bracket, comma or colon, or a run of other characters; white space is left out."""

# A key behind the brace: `{% raw %}`, `{{< figure >}}`, `{: .class}` and `{/* … */}` begin bodies, not blocks.
_OPENING = re.compile(r'[ \t\r\n]*(\{)[ \t\r\n]*(?:\}|"(?:[^"\\\r\n]++|\\.)*+"[ \t\r\n]*:)')
_BARE_OPENING = re.compile(r'[ \t\r\n]*(")(?:[^"\\\r\n]++|\\.)*+"[ \t]*:')
_LINE_REST = re.compile(r"[ \t]*(?:\r\n|[\r\n]|\Z)")
_SEMICOLONS = re.compile(r"[\r\n];;;[ \t]*(?:\r\n|[\r\n]|\Z)")


def find_json(text: str, limits: Limits) -> Delimited | None:
    """Return the JSON block at the top of a text, or None where there is none."""
    opening = _OPENING.match(text)
    if opening is not None:
        return _in_braces(text, opening.start(1), limits)
    opening = _BARE_OPENING.match(text)
    closing = _SEMICOLONS.search(text, opening.end()) if opening else None
    if opening is None or closing is None:
        return None
    start, end = opening.start(1), closing.start() + 1
    return Delimited(Format.JSON, Span(start, start), Span(start, end), closing.end())


def _in_braces(text: str, start: int, limits: Limits) -> Delimited | None:
    at = Span(start, start + 1)
    depth = 0
    for token in TOKEN.finditer(text, start, start + limits.front_matter_bytes):
        depth += (token[0] in "{[") - (token[0] in "}]")
        if depth == 0:
            rest = _LINE_REST.match(text, token.end())
            return rest and Delimited(Format.JSON, at, Span(start, token.end()), rest.end())
    return Delimited(Format.JSON, at, Span(start, len(text)), len(text), closed=False)
