"""The tokens of a TOML text, and its size, nesting and dotted keys before anything that grows with them reads it.

One key of 40 kB with a dot at every other character takes tomllib 7 s and 1.5 GB.
"""

import re
from dataclasses import dataclass
from itertools import islice

from ingest.findings import Span
from ingest.findings.codes import FM015
from ingest.frontmatter.reading import Block, Refused

_TOKEN = re.compile(
    r'''(?P<text>"""(?:[^"\\]++|\\.|"(?!""))*+"{0,5}|'{3}(?:[^']++|'(?!''))*+'{0,5}'''
    r"""|"(?:[^"\\\r\n]++|\\[^\r\n])*+"?|'[^'\r\n]*+'?)"""
    r"|(?P<end>\r\n|\n|\r)|(?P<bare>[A-Za-z0-9_+:\-]++)|(?P<skip>[ \t]++|\#[^\r\n]*+)|(?P<mark>.)",
    re.DOTALL,
)
_NO_NODES = frozenset({"]", "}", ",", ".", "=", "\n", "\r", "\r\n"})
_TOKENS_PER_NODE = 8  # `a.b.c = 1.5` and a line end


@dataclass(frozen=True, slots=True)
class Token:
    """`kind` is text (quoted), bare, end (of a line) or mark (one character); offsets are the block's own."""

    kind: str
    text: str
    start: int
    end: int


def toml_tokens(block: Block) -> list[Token]:
    """Return the tokens without white space and comments; raises Refused (FM015) over a limit."""
    limits = block.limits
    most = _TOKENS_PER_NODE * limits.nodes
    tokens = [
        Token(match.lastgroup or "", match.group(), match.start(), match.end())
        for match in islice(_TOKEN.finditer(block.text), 2 * most + 1)
        if match.lastgroup != "skip"
    ]
    if len(tokens) > most or sum(token.text not in _NO_NODES for token in tokens) > limits.nodes:
        raise _over(block, tokens[-1], f"The block has more than {limits.nodes:,} values.")
    depth, parts = 0, 1
    for token in tokens:
        parts = parts + 1 if token.text == "." else 1 if token.kind in {"mark", "end"} else parts
        if token.kind == "mark":
            depth += (token.text in "{[") - (token.text in "}]")
        if depth > limits.depth:
            raise _over(block, token, f"The values are nested deeper than {limits.depth} levels.")
        if parts > limits.dotted_key_parts:
            raise _over(block, token, f"The key has more than {limits.dotted_key_parts} parts.")
    return tokens


def _over(block: Block, token: Token, message: str) -> Refused:
    start = block.base + token.start
    return Refused(FM015.at(Span(start, start + 1), message))
