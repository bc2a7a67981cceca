"""What a line of Markdown begins, as far as one line tells."""

import re
from functools import lru_cache

# What a line begins with that may be no text.
SIGNS = frozenset(" -#>|:=+*_`~!?0123456789")
BEYOND_SIGNS = "\x7f"
"""What is not less than this begins with none of them."""
# What follows within the first three characters tells what these begin, a text most often.
_TOLD_BY_THREE = frozenset("!?`~*_")
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
    if sign and sign not in SIGNS:
        return "text"
    if sign in _TOLD_BY_THREE:
        return _kind_without_blanks(line[:3])
    bare = line.lstrip(" ")
    if not bare:
        return "blank"
    if len(line) - len(bare) > _WIDEST_INDENTATION:
        return "other"
    return _kind_of_bare(bare)


def _kind_of_bare(bare: str) -> str:
    match = _LINE.match(bare)
    return "text" if match is None else str(match.lastgroup)


_kind_without_blanks = lru_cache(maxsize=1024)(_kind_of_bare)
