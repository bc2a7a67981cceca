"""Where the keys and values of a TOML text stand: a scan of its tokens that checks nothing, tomllib does that."""

from dataclasses import dataclass, field
from typing import cast

from ingest.findings import Span
from ingest.frontmatter.duplicates import Duplicate
from ingest.frontmatter.model import KeyPath
from ingest.frontmatter.toml_tokens import Token

_END = Token("end", "", 0, 0)


@dataclass(frozen=True, slots=True)
class Places:
    """Spans in the text around the block; `statements` says where the statement of each first one stands."""

    keys: dict[KeyPath, Span] = field(default_factory=dict)
    values: dict[KeyPath, Span] = field(default_factory=dict)
    duplicates: list[Duplicate] = field(default_factory=list)
    statements: list[Span] = field(default_factory=list)


def toml_places(tokens: list[Token], base: int) -> Places:
    """Return the places of a text; of one that is no TOML those up to where it goes wrong."""
    scan = _Scan(tokens, base)
    try:
        scan.document()
    except IndexError:  # the tokens end inside a statement
        return scan.places
    return scan.places


class _Scan:
    __slots__ = ("_base", "_index", "_lengths", "_table", "_tokens", "places")

    def __init__(self, tokens: list[Token], base: int) -> None:
        self._tokens = tokens
        self._base = base
        self._index = 0
        self._table: KeyPath = ()
        self._lengths: dict[KeyPath, int] = {}
        self.places = Places()

    def document(self) -> None:
        while self._index < len(self._tokens):
            token = self._tokens[self._index]
            if token.kind == "end":
                self._index += 1
            elif token.text == "[":
                self._header()
            else:
                self._pair(self._table)

    def _header(self) -> None:
        start = self._tokens[self._index].start
        array = self._tokens[self._index + 1].text == "["
        self._index += 1 + array
        keys = self._key()
        self._index += 1 + array
        path: KeyPath = ()
        for number, (name, span) in enumerate(keys):
            path = (*path, name)
            self.places.keys.setdefault(path, span)
            if array and number == len(keys) - 1:
                self._lengths[path] = self._lengths.get(path, 0) + 1
            if path in self._lengths:
                path = (*path, self._lengths[path] - 1)
        self._table = path
        self._place(path, Span(self._base + start, self._base + self._tokens[self._index - 1].end))

    def _pair(self, table: KeyPath) -> None:
        keys = self._key()
        self._index += 1  # the `=`
        path = table
        for name, span in keys[:-1]:
            path = (*path, name)
            self.places.keys.setdefault(path, span)
        name, key_span = keys[-1]
        path = (*path, name)
        first = self.places.keys.get(path)
        if first is not None and path in self.places.values:
            self.places.duplicates.append(Duplicate(name, first, key_span))
            self.places.statements.append(Span(first.start, self.places.values[path].end))
        self.places.keys[path] = key_span
        self.places.values.pop(path, None)
        self._place(path, self._value(path))

    def _key(self) -> list[tuple[str, Span]]:
        keys = []
        while True:
            token = self._next()
            keys.append((_name(token), Span(self._base + token.start, self._base + token.end)))
            if self._tokens[self._index].text != ".":
                return keys
            self._index += 1

    def _value(self, path: KeyPath) -> Span:
        token = self._next()
        if token.text == "[":
            return self._array(path, token)
        if token.text == "{":
            return self._inline_table(path, token)
        end = token
        while self._peek().kind == "bare" or self._peek().text == ".":  # 1.5, 2024-05-01 10:00:00.5
            end = self._next()
        return Span(self._base + token.start, self._base + end.end)

    def _array(self, path: KeyPath, opening: Token) -> Span:
        count = 0
        while (token := self._tokens[self._index]).text != "]":
            if token.kind == "end" or token.text == ",":
                self._index += 1
                continue
            self.places.values[(*path, count)] = self._value((*path, count))
            count += 1
        return Span(self._base + opening.start, self._base + self._next().end)

    def _inline_table(self, path: KeyPath, opening: Token) -> Span:
        statements = len(self.places.statements)
        while (token := self._tokens[self._index]).text != "}":
            if token.kind == "end" or token.text == ",":
                self._index += 1
                continue
            self._pair(path)
        del self.places.statements[statements:]  # between its commas nothing can be left out
        return Span(self._base + opening.start, self._base + self._next().end)

    def _place(self, path: KeyPath, span: Span) -> None:
        """Note a value, and that the tables around it reach as far as it does."""
        for length in range(1, len(path) + 1):
            part = path[:length]
            known = self.places.values.get(part)
            self.places.values[part] = span if known is None else _around(known, span)

    def _next(self) -> Token:
        self._index += 1
        return self._tokens[self._index - 1]

    def _peek(self) -> Token:
        return self._tokens[self._index] if self._index < len(self._tokens) else _END


def _around(one: Span, other: Span) -> Span:
    return Span(min(one.start, other.start), max(one.end, other.end))


def _name(token: Token) -> str:
    """Return a key without its quotes and escapes."""
    if token.kind != "text":
        return token.text
    if token.text.startswith("'") or "\\" not in token.text:
        return token.text[1:-1]
    import tomllib  # noqa: PLC0415 - few articles are in TOML, fewer have escapes in a key

    try:
        return cast("str", tomllib.loads(f"a = {token.text}")["a"])
    except tomllib.TOMLDecodeError:
        return token.text[1:-1]
