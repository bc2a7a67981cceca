"""TOML 1.0: values by tomllib, dates as they were written, places by a scan of the tokens."""

import re

from ingest.findings import Finding, Span
from ingest.findings.codes import FM008, FM009, FM015
from ingest.frontmatter.duplicates import duplicate_keys
from ingest.frontmatter.implicit import long_integer
from ingest.frontmatter.model import Entry, KeyPath, Value
from ingest.frontmatter.reading import Block, Reading, Refused, refusal
from ingest.frontmatter.scalars import finite, is_64_bit
from ingest.frontmatter.toml_places import Places, toml_places
from ingest.frontmatter.toml_tokens import toml_tokens
from ingest.source.model import LINE_END

_PLACE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")
_VISIBLE = re.compile(r"[^\r\n]")
_TWICE = re.compile(r"overwrite|twice|Duplicate|immutable|mutate")
_PROBLEMS = {
    "Invalid value": "no value begins here: text needs quotes, lists `[…]`, dates are written 2024-05-01",
    "Expected '=' after a key in a key/value pair": "the `=` behind the key is missing; TOML has `key = value`",
    "Expected newline or end of document after a statement": "something follows behind the value; text needs quotes",
    "Unterminated string": "a quote is never closed",
    "Invalid statement": "no key begins here; write `key = value`, and a comment after `#`",
    "Invalid initial character for a key part": "a key is missing here; other signs than A-Z, 0-9, _, - need quotes",
    "Unclosed array": "the list lacks a comma or its `]`",
    "Unclosed inline table": "the `{` lacks a comma or its `}`",
    "Unescaped '\\' in a string": "`\\` in double quotes begins an escape; write it twice, or use single quotes",
    "Invalid date or datetime": "there is no such date or time",
}


def read_toml(block: Block) -> Reading:
    """Return what a TOML block says; of duplicate keys the last. A date is the text that stands there."""
    try:
        return _read(block)
    except Refused as refused:
        return refusal(refused.finding)


def _read(block: Block) -> Reading:
    places = toml_places(toml_tokens(block), block.base)
    values = _Values(block, places)
    data = values.table(_load(block, places), ())
    entries = tuple(Entry(key, value, values.key_span(key), values.span((key,))) for key, value in data.items())
    nested = {path: span for path, span in places.values.items() if len(path) > 1}
    return Reading(data, entries, nested, (*values.findings, *duplicate_keys(block, places.duplicates)))


def _load(block: Block, places: Places) -> dict[str, object]:
    """Return tomllib's values. It refuses duplicate keys, so the first of two is blanked out before it reads."""
    import tomllib  # noqa: PLC0415 - few articles are in TOML

    text = re.sub(LINE_END, "\n", _without(block, places.statements))  # TOML has no CR alone
    try:
        return tomllib.loads(text, parse_float=finite)
    except tomllib.TOMLDecodeError as error:
        raise Refused(_explain(str(error), block)) from None
    except (ValueError, RecursionError):
        message = "A number in the block has more digits than can be read; put it in quotes."
        raise Refused(FM015.at(Span(block.base, block.base), message)) from None


def _without(block: Block, statements: list[Span]) -> str:
    """Return the text with some statements turned into blanks: every offset and line stays."""
    pieces, position = [], 0
    for statement in sorted(statements):
        start, end = statement.start - block.base, statement.end - block.base
        pieces += [block.text[position:start], _VISIBLE.sub(" ", block.text[start:end])]
        position = end
    return "".join(pieces) + block.text[position:]


class _Values:
    """Turns tomllib's values into plain ones; a date becomes the text at its place."""

    __slots__ = ("_block", "_key", "_places", "findings")

    def __init__(self, block: Block, places: Places) -> None:
        self._block = block
        self._places = places
        self._key = ""
        self.findings: list[Finding] = []

    def key_span(self, key: str) -> Span:
        """Return where a top-level key stands."""
        return self._places.keys.get((key,), Span(self._block.base, self._block.base))

    def span(self, path: KeyPath) -> Span:
        """Return where a value stands."""
        return self._places.values.get(path, Span(self._block.base, self._block.base))

    def table(self, table: dict[str, object], path: KeyPath) -> dict[str, Value]:
        """Return a table's plain values."""
        result: dict[str, Value] = {}
        for key, value in table.items():
            if not path:
                self._key = key
            result[key] = self._plain(value, (*path, key))
        return result

    def _plain(self, value: object, path: KeyPath) -> Value:
        if isinstance(value, dict):
            return self.table(value, path)
        if isinstance(value, list):
            return [self._plain(item, (*path, index)) for index, item in enumerate(value)]
        if isinstance(value, bool | str | float):
            return value
        if isinstance(value, int) and is_64_bit(value):
            return value
        span = self.span(path)
        written = self._block.text[span.start - self._block.base : span.end - self._block.base]
        if isinstance(value, int):
            self.findings.append(long_integer(written, span, self._key))
        return written or str(value)


def _explain(error: str, block: Block) -> Finding:
    match = _PLACE.search(error)
    problem = error[: match.start()] if match else error
    offset = len(block.text)
    if match and match[1]:
        starts = [0, *(end.end() for end in re.finditer(LINE_END, block.text))]
        offset = min(starts[min(int(match[1]), len(starts)) - 1] + int(match[2]) - 1, offset)
    span = Span(block.base + offset, block.base + min(offset + 1, len(block.text)))
    if _TWICE.search(problem):
        return FM009.at(span, "A key or a table of the TOML stands twice before this place. Delete one.")
    words = _PROBLEMS.get(problem, problem)
    return FM008.at(span, f"The TOML cannot be read: {words}.")
