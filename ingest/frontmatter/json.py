"""JSON (RFC 8259): the standard library says whether it is valid and reads its scalars; places come from its tokens."""

from itertools import islice
from typing import TYPE_CHECKING

from ingest.findings import Finding, Span
from ingest.findings.codes import FM008, FM014, FM015
from ingest.frontmatter.duplicates import Duplicate, duplicate_keys
from ingest.frontmatter.implicit import long_integer
from ingest.frontmatter.json_block import TOKEN
from ingest.frontmatter.model import Entry, KeyPath, Value
from ingest.frontmatter.reading import Block, Reading, Refused, refusal
from ingest.frontmatter.scalars import finite, integer, is_long_integer
from ingest.frontmatter.surrogates import REPLACEMENT, has_surrogates, without_surrogates

if TYPE_CHECKING:
    from json import JSONDecodeError

_WORDS: dict[str, Value] = {"null": None, "true": True, "false": False}
_NO_NUMBERS = frozenset({"NaN", "Infinity", "-Infinity"})  # Python's json reads and writes them, JSON has not got them
_NO_NODES = frozenset("}],:")
_TOKENS_PER_NODE = 4  # at most: in `[{},{}]` a node has two brackets and a comma
_PROBLEMS = {
    "Expecting property name enclosed in double quotes": "a key in double quotes is missing, or a comma is too many",
    "Illegal trailing comma before end of object": "a comma is too many before the `}`",
    "Illegal trailing comma before end of array": "a comma is too many before the `]`",
    "Expecting ',' delimiter": "a comma, or the closing bracket, is missing here",
    "Expecting ':' delimiter": "the colon behind the key is missing here",
    "Expecting value": "a value is missing here: text needs double quotes, the last item no comma",
    "Unterminated string starting at": "the quote that opens here is never closed",
    "Invalid control character at": "a line end or a control character stands in quotes; write `\\n` or delete it",
    "Invalid \\escape": "`\\` begins an escape that does not exist; write it twice",
    "Invalid \\uXXXX escape": "the escape lacks its four hexadecimal digits",
    "Extra data": "something follows behind the closing bracket",
}


def read_json(block: Block) -> Reading:
    """Return what a JSON block says; of duplicate keys the last. Hexo's form may leave the outer braces out."""
    stripped = block.text.lstrip()
    if stripped.startswith('"'):
        block = Block(f"{{{block.text}}}", block.base - 1, block.first_line, block.limits)
    elif not stripped:
        return Reading({}, (), {})
    try:
        return _Reader(block).read()
    except Refused as refused:
        return refusal(refused.finding)


class _Reader:
    """Builds the values of one block from its tokens, once the library has said that it is valid."""

    __slots__ = ("_base", "_block", "_duplicates", "_entries", "_findings", "_index", "_key", "_nested", "_tokens")

    def __init__(self, block: Block) -> None:
        self._block = block
        self._base = block.base
        self._tokens = _tokens(block)
        self._index = 0
        self._key = ""
        self._entries: dict[str, Entry] = {}
        self._nested: dict[KeyPath, Span] = {}
        self._duplicates: list[Duplicate] = []
        self._findings: list[Finding] = []

    def read(self) -> Reading:
        """Return the block's keys; raises Refused."""
        _validate(self._block)
        data, span = self._value(())
        if not isinstance(data, dict):
            raise Refused(FM014.at(span, "The block is no `{…}` with keys and values."))
        findings = (*self._findings, *duplicate_keys(self._block, self._duplicates))
        return Reading(data, tuple(self._entries.values()), self._nested, findings)

    def _value(self, path: KeyPath) -> tuple[Value, Span]:
        word, span = self._next()
        if word == "{":
            return self._object(path, span.start)
        if word == "[":
            return self._array(path, span.start)
        if word[0] == '"':
            return self._string(word, span), span
        if word in _WORDS:
            return _WORDS[word], span
        if is_long_integer(word):
            self._findings.append(long_integer(word, span, self._key))
        return (integer(word, 10) if word.lstrip("-").isdigit() else finite(word)), span

    def _object(self, path: KeyPath, start: int) -> tuple[Value, Span]:
        result: dict[str, Value] = {}
        spans: dict[str, Span] = {}
        word, span = self._next()
        while word != "}":
            if word == ",":
                word, span = self._next()
            key = self._string(word, span)
            if not path:
                self._key = key
            self._next()  # the colon
            value, value_span = self._value((*path, key))
            if key in result:
                self._duplicates.append(Duplicate(key, spans[key], span))
            result[key], spans[key] = value, span
            if path:
                self._nested[(*path, key)] = value_span
            else:
                self._entries[key] = Entry(key, value, span, value_span)
            word, span = self._next()
        return result, Span(start, span.end)

    def _array(self, path: KeyPath, start: int) -> tuple[Value, Span]:
        result: list[Value] = []
        while (word := self._tokens[self._index][0]) != "]":
            if word == ",":
                self._index += 1
            place = (*path, len(result))
            value, self._nested[place] = self._value(place)
            result.append(value)
        return result, Span(start, self._next()[1].end)

    def _string(self, word: str, span: Span) -> str:
        if "\\" not in word:
            return word[1:-1]
        import json  # noqa: PLC0415 - few articles are in JSON

        value = str(json.loads(word))
        if not has_surrogates(value):
            return value
        message = f"An escape is half of a character (a lone surrogate); it was read as {REPLACEMENT}."
        self._findings.append(FM008.at(span, message, field=self._key))
        return without_surrogates(value)

    def _next(self) -> tuple[str, Span]:
        word, start = self._tokens[self._index]
        self._index += 1
        return word, Span(self._base + start, self._base + start + len(word))


def _tokens(block: Block) -> list[tuple[str, int]]:
    """Return the tokens with their offsets; raises Refused where there are too many, or they are nested too deep."""
    limits = block.limits
    most = _TOKENS_PER_NODE * limits.nodes
    tokens = [(match.group(), match.start()) for match in islice(TOKEN.finditer(block.text), most + 1)]
    if len(tokens) > most or sum(token not in _NO_NODES for token, _ in tokens) > limits.nodes:
        raise Refused(_over(block, tokens[-1], f"The block has more than {limits.nodes:,} values."))
    depth = 0
    for place in tokens:
        depth += (place[0] in "{[") - (place[0] in "}]")
        if depth > limits.depth:
            raise Refused(_over(block, place, f"The values are nested deeper than {limits.depth} levels."))
        if place[0] in _NO_NUMBERS:
            start = block.base + place[1]
            message = f"The JSON cannot be read: `{place[0]}` is no number in JSON; put it in double quotes."
            raise Refused(FM008.at(Span(start, start + len(place[0])), message))
    return tokens


def _over(block: Block, token: tuple[str, int], message: str) -> Finding:
    return FM015.at(Span(block.base + token[1], block.base + token[1] + 1), message)


def _validate(block: Block) -> None:
    import json  # noqa: PLC0415 - few articles are in JSON

    try:
        json.loads(block.text, parse_int=str, parse_float=str)
    except json.JSONDecodeError as error:
        raise Refused(_explain(error, block)) from None


def _explain(error: "JSONDecodeError", block: Block) -> Finding:
    words = _PROBLEMS.get(error.msg.removesuffix(": line"), error.msg)
    offset = error.pos
    comma, closing = _trailing_comma(error, block.text)
    if closing:
        words, offset = f"a comma is too many before the `{closing}`", comma
    start = block.base + min(offset, len(block.text))
    return FM008.at(Span(start, start + (offset < len(block.text))), f"The JSON cannot be read: {words}.")


def _trailing_comma(error: "JSONDecodeError", text: str) -> tuple[int, str]:
    """Return where a comma stands right before a closing bracket, and the bracket; none is the empty text.

    Python 3.13 points at the comma, versions before it at the bracket behind: the place must not depend on them.
    """
    before = text[: error.pos].rstrip()
    if text[error.pos : error.pos + 1] == ",":
        closing = text[error.pos + 1 :].lstrip()[:1]
        return (error.pos, closing) if closing in {"}", "]"} else (0, "")
    if text[error.pos : error.pos + 1] in {"}", "]"} and before.endswith(","):
        return len(before) - 1, text[error.pos]
    return 0, ""
