"""FM008 for YAML: libyaml's problems in words that say what to write instead, at the place that is wrong."""

import re

from yaml import MarkedYAMLError, YAMLError

from ingest.findings import Finding, Span
from ingest.findings.codes import FM008, FM015
from ingest.frontmatter.reading import Block

# What libyaml's reader accepts (YAML 1.1 §4.1.1), turned round.
_FORBIDDEN = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

# libyaml's words → ours, and whether the place is where the problem is or where what it spoils begins.
_AT_PROBLEM, _AT_CONTEXT = "problem_mark", "context_mark"
_PROBLEMS = {
    "mapping values are not allowed in this context": (
        _AT_PROBLEM,
        "a second `: ` stands in this line: put the value in quotes, or begin every key in the same column",
    ),
    "could not find expected ':'": (
        _AT_CONTEXT,
        "this line is no `key: value`; write the colon and a space, or indent it",
    ),
    "found unexpected end of stream": (_AT_CONTEXT, "the quote that opens here is never closed"),
    "found unexpected document indicator": (
        _AT_CONTEXT,
        "the quote that opens here is not closed before the next `---`",
    ),
    "did not find expected key": (
        _AT_PROBLEM,
        "no key begins here: double a quote inside single quotes, and indent every key alike",
    ),
    "did not find expected '-' indicator": (_AT_PROBLEM, "this line does not go on with the list; begin it with `- `"),
    "did not find expected ',' or ']'": (_AT_CONTEXT, "the list that opens here lacks a comma or its `]`"),
    "did not find expected ',' or '}'": (_AT_CONTEXT, "the `{` that opens here lacks a comma or its `}`"),
    "did not find expected node content": (
        _AT_PROBLEM,
        "a value is missing here, or begins with a sign; put it in quotes",
    ),
    "did not find expected alphabetic or numeric character": (
        _AT_CONTEXT,
        "a value that begins with `*` or `&` is an alias or an anchor; put it in quotes",
    ),
    "found unknown escape character": (
        _AT_PROBLEM,
        "`\\` in double quotes begins an escape; write it twice, or use single quotes",
    ),
    "did not find expected hexdecimal number": (_AT_PROBLEM, "the escape lacks its hexadecimal digits"),
    "found invalid Unicode character escape code": (_AT_PROBLEM, "the escape is no Unicode character"),
    "block sequence entries are not allowed in this context": (
        _AT_PROBLEM,
        "a list cannot begin on the line of its key; put the value in quotes, or the list on the next line",
    ),
    "found a tab character that violates indentation": (_AT_PROBLEM, "a tab cannot indent; use spaces"),
    "found a tab character where an indentation space is expected": (_AT_PROBLEM, "a tab cannot indent; use spaces"),
    "did not find expected comment or line break": (
        _AT_CONTEXT,
        "a value that begins with `|` or `>` is a text on the lines below; put it in quotes",
    ),
    "found undefined tag handle": (_AT_PROBLEM, "a value that begins with `!` is a tag; put it in quotes"),
    "did not find expected tag URI": (_AT_CONTEXT, "a value that begins with `!` is a tag; put it in quotes"),
    "did not find expected <document start>": (
        _AT_PROBLEM,
        "the block ends before this line (`...`), or has a `%` directive without `---`",
    ),
}
_CANNOT_START = "found character that cannot start any token"
# libyaml since 0.2.6 looks no deeper than 1,000 levels, and looks ahead: it says so before our own limit is reached.
_TOO_DEEP, _DEEPEST = "exceeded maximum nesting depth", 1_000


def explain(error: YAMLError | UnicodeError, block: Block) -> Finding:
    """Return the finding about a block that is no YAML (FM008) or nested too deep (FM015), one character wide."""
    text, base = block.text, block.base
    if isinstance(error, MarkedYAMLError) and error.problem == _TOO_DEEP:
        index, _ = _marked(error, text)
        message = f"The values are nested deeper than {min(block.limits.depth, _DEEPEST)} levels."
        return FM015.at(Span(base + index, base + min(index + 1, len(text))), message)
    if isinstance(error, MarkedYAMLError):
        index, words = _marked(error, text)
    else:
        match = _FORBIDDEN.search(text)
        index = match.start() if match else 0
        words = f"U+{ord(text[index]):04X} is not allowed here; delete it" if match else "it cannot be read"
    end = min(index + 1, len(text))
    return FM008.at(Span(base + index, base + end), f"The YAML cannot be read: {words}.")


def _marked(error: MarkedYAMLError, text: str) -> tuple[int, str]:
    problem = str(error.problem)
    place, words = _PROBLEMS.get(problem, (_AT_PROBLEM, problem))
    mark = getattr(error, place, None) or error.problem_mark or error.context_mark
    index = min(mark.index, len(text)) if mark else 0
    if problem.startswith((_CANNOT_START, "found character '")):
        words = _bad_start(text[index : index + 1])
    return index, words


def _bad_start(character: str) -> str:
    if character == "\t":
        return "a tab cannot indent; use spaces"
    return f"a value cannot begin with `{character}`; put it in quotes"
