"""What a line of Markdown begins, as far as one line tells."""

import re

# What a line begins with that may be no text.
SIGNS = frozenset(" -#>|:=+*_`~!?0123456789")
BEYOND_SIGNS = "\x7f"
"""What is not less than this begins with none of them."""
# One of these alone begins a text, an image most often.
_TRIPLED = frozenset("!?`~")
_WIDEST_INDENTATION = 3
_LINE = re.compile(
    r"(?P<rule>-{3,} *$)|(?P<heading>\#{1,6}(?: |$))"
    r"|(?P<other>[>|:=]|[-+](?:[ |:-]|$)|\*(?: |$|\*(?:[ *]|$))|_(?:[ _]|$)|[0-9]{1,9}[.)](?: |$)|```|~~~|!!!|\?\?\?)"
)


def line_kind(line: str) -> str:
    """Return what a line begins: `text`, `rule`, `heading`, `blank` or an `other` block."""
    if line == "---":
        return "rule"
    sign = line[:1]
    if sign and (sign not in SIGNS or (sign in _TRIPLED and line[1:2] != sign)):
        return "text"
    bare = line.lstrip(" ")
    if not bare:
        return "blank"
    if len(line) - len(bare) > _WIDEST_INDENTATION:
        return "other"
    match = _LINE.match(bare)
    return "text" if match is None else str(match.lastgroup)
