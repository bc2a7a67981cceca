"""Front matter as written: format, spans, each key with its value and position."""

from enum import StrEnum
from typing import NamedTuple, TypeAlias

from ingest.findings import Finding, Span
from ingest.source import OffsetMap

Value: TypeAlias = "bool | int | float | str | list[Value] | dict[str, Value] | None"
KeyPath: TypeAlias = tuple[str | int, ...]

_LONG = frozenset({"text", "offsets", "nested_spans"})


class Format(StrEnum):
    """The formats a block can be written in."""

    YAML = "yaml"
    TOML = "toml"
    JSON = "json"
    LCTT = "lctt"
    MULTIMARKDOWN = "multimarkdown"
    NONE = "none"


class Entry(NamedTuple):
    """One top-level key with its value; spans are offsets into the source's text."""

    key: str
    value: Value
    key_span: Span
    value_span: Span
    plain: bool = False
    """True where the value is an unquoted scalar (only then a YAML 1.1 reader might see another type)."""


class FrontMatter(NamedTuple):
    """A metadata block as it stands in a file.

    `text` is the whole text that was parsed: the source's, or the repaired
    one. `block` is the block's content between the delimiters and `body_start`
    where the body begins, both as offsets into `text`; `offsets` leads from
    `text` back to the source. `data` is a plain, JSON-safe dict (no NaN, no
    lone surrogates, integers of 64 bits, dates as the text they were written in).
    """

    format: Format
    text: str
    block: Span
    body_start: int
    data: dict[str, Value]
    entries: tuple[Entry, ...]
    offsets: OffsetMap
    nested_spans: dict[KeyPath, Span] = {}  # noqa: RUF012 - nobody writes into it
    findings: tuple[Finding, ...] = ()
    unread: bool = False
    """True where there is a block that nothing could read: such a file is a refusal."""
    repaired: bool = False

    def __repr__(self) -> str:
        """Return what a debugger shows: all but the text, and where its parts stand."""
        shown = {name: value for name, value in self._asdict().items() if name not in _LONG}
        return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in shown.items())})"

    @property
    def body(self) -> str:
        """Return the text after the block."""
        return self.text[self.body_start :]

    def span_of(self, path: KeyPath) -> Span | None:
        """Return where a value stands in the source: `("title",)`, `("authors", 0, "name")`."""
        if len(path) == 1:
            return next((entry.value_span for entry in self.entries if entry.key == path[0]), None)
        return self.nested_spans.get(path)
