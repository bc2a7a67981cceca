"""YAML: a block's values and where they stand, built from the parser's events and never by PyYAML's loaders.

The loaders recurse in C (50 kB of `[` kill the process), expand merge keys without end, and raise what they like.
"""

from typing import cast

from yaml import YAMLError
from yaml.events import (
    AliasEvent,
    CollectionStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
)

from ingest.findings import Finding, Span
from ingest.findings.codes import FM008, FM014
from ingest.frontmatter.duplicates import Duplicate, duplicate_keys
from ingest.frontmatter.implicit import implicit_type
from ingest.frontmatter.model import Entry, KeyPath, Value
from ingest.frontmatter.reading import Block, Reading, Refused, refusal
from ingest.frontmatter.scalars import may_be_no_text, plain_value
from ingest.frontmatter.yaml_breaks import Breaks, break_finding, without_breaks
from ingest.frontmatter.yaml_budget import Budget
from ingest.frontmatter.yaml_events import end_of, events_of, span_of, start_of
from ingest.frontmatter.yaml_problems import explain

# A tag that says text; every other one is ignored: `!!int ''` and `!!timestamp x` are the values they look like.
_TEXT_TAGS = frozenset({"!", "tag:yaml.org,2002:str", "tag:yaml.org,2002:binary", "tag:yaml.org,2002:timestamp"})
_MERGE = "<<"
_BLOCK_STYLES = frozenset("|>")


def read_yaml(block: Block) -> Reading:
    """Return what the inside of a YAML block says: YAML 1.2 core-schema values, the last of duplicate keys."""
    if block.text.startswith("\ufeff"):  # libyaml skips a byte order mark without counting it
        block = block._replace(text=block.text[1:], base=block.base + 1)
    breaks = without_breaks(block.text)
    if breaks is None:
        return _read(block, None)
    reading = _read(block._replace(text=breaks.text), breaks)
    if reading.unread or not breaks.outside_quotes:
        return reading
    return reading.with_finding(break_finding(block.text, block.base))


def _read(block: Block, breaks: Breaks | None) -> Reading:
    try:
        return _Reader(block, breaks).read()
    except Refused as refused:
        return refusal(refused.finding)
    except (YAMLError, UnicodeError) as error:
        return refusal(explain(error, block))


class _Reader:
    """Builds the values of one block; `_end` is where the value read last ends, in the text around the block."""

    __slots__ = (
        "_base",
        "_block",
        "_breaks",
        "_budget",
        "_closed",
        "_duplicates",
        "_end",
        "_entries",
        "_findings",
        "_key",
        "_nested",
        "_next",
    )

    def __init__(self, block: Block, breaks: Breaks | None) -> None:
        self._block = block
        self._base = block.base
        self._breaks = breaks
        self._budget = Budget(block)
        self._next = events_of(block.text).get_event
        self._end = self._closed = 0
        self._key = ""
        self._entries: dict[str, Entry] = {}
        self._nested: dict[KeyPath, Span] = {}
        self._duplicates: list[Duplicate] = []
        self._findings: list[Finding] = []

    def read(self) -> Reading:
        """Return the block's keys; raises Refused or YAMLError."""
        self._next()  # the stream begins
        if isinstance(self._next(), StreamEndEvent):
            return Reading({}, (), {})
        root = self._next()
        data: dict[str, Value] = {}
        if type(root) is MappingStartEvent:
            self._budget.enter(root, 1)
            data = self._mapping((), 1)
        elif type(root) is not ScalarEvent or root.style or root.value:
            start = self._base + start_of(root)
            raise Refused(FM014.at(Span(start, start + 1), "The block has no `key: value` lines."))
        self._next()  # the document ends
        more = self._next()
        if not isinstance(more, StreamEndEvent):
            message = "The YAML cannot be read: a second document begins here; a block has one."
            raise Refused(FM008.at(span_of(more, self._base), message))
        if self._duplicates:
            self._findings.extend(duplicate_keys(self._block, self._duplicates))
        return Reading(data, tuple(self._entries.values()), self._nested, tuple(self._findings))

    def _mapping(self, path: KeyPath, depth: int) -> dict[str, Value]:
        entries: dict[str, Entry] = {}
        merges: list[Entry] = []
        while not isinstance(event := self._next(), MappingEndEvent):
            entry = self._pair(event, path, depth)
            key = entry.key
            if key == _MERGE and _is_mergeable(entry.value):
                merges.append(entry)
                continue
            if key in entries:
                self._duplicates.append(Duplicate(key, entries[key].key_span, entry.key_span))
            entries[key] = entry
        self._closed = end_of(event)
        for merge in merges:
            for key, value in _merged(merge.value).items():
                entries.setdefault(key, Entry(key, value, merge.key_span, merge.value_span))
        if depth == 1:
            self._entries = entries
        else:
            self._nested.update(((*path, key), entry.value_span) for key, entry in entries.items())
        return {key: entry.value for key, entry in entries.items()}

    def _pair(self, event: NodeEvent, path: KeyPath, depth: int) -> Entry:
        key = self._read_key(event, depth)
        key_span = span_of(event, self._base)
        if depth == 1:
            self._key = key
        event = self._next()
        if type(event) is ScalarEvent:
            value, span = self._scalar(event)
            return Entry(key, value, key_span, span, not (event.style or event.tag or event.anchor))
        value, span = self._value(event, (*path, key), depth)
        return Entry(key, value, key_span, span)

    def _sequence(self, path: KeyPath, depth: int) -> list[Value]:
        result: list[Value] = []
        while not isinstance(event := self._next(), SequenceEndEvent):
            place = (*path, len(result))
            value, self._nested[place] = self._value(event, place, depth)
            result.append(value)
        self._closed = end_of(event)
        return result

    def _read_key(self, event: NodeEvent, depth: int) -> str:
        if type(event) is ScalarEvent:
            self._budget.count(event, 1, len(event.value))
            key = event.value if self._breaks is None else self._breaks.restore(event)
            if event.anchor:
                self._budget.remember(event.anchor, key, 1, len(key))
            return key
        if type(event) is AliasEvent and isinstance(value := self._budget.alias(event, depth), str):
            return value
        message = "A list or a mapping cannot be a key; put a value that begins with `[` or `{` in quotes."
        raise Refused(FM008.at(span_of(event, self._base), f"The YAML cannot be read: {message}"))

    def _value(self, event: NodeEvent, path: KeyPath, depth: int) -> tuple[Value, Span]:
        if type(event) is ScalarEvent:
            return self._scalar(event)
        if type(event) is AliasEvent:
            span = span_of(event, self._base)
            self._end = span.end
            return self._budget.alias(event, depth), span
        return self._collection(cast("CollectionStartEvent", event), path, depth + 1)

    def _collection(self, event: CollectionStartEvent, path: KeyPath, depth: int) -> tuple[Value, Span]:
        budget = self._budget
        nodes, characters = budget.nodes, budget.characters
        budget.enter(event, depth)
        value: Value = self._mapping(path, depth) if type(event) is MappingStartEvent else self._sequence(path, depth)
        if event.anchor:
            budget.remember(event.anchor, value, budget.nodes - nodes, budget.characters - characters)
        if event.flow_style:  # the end of a block collection is where the next key begins, after all comments
            self._end = self._base + self._closed
        return value, Span(self._base + start_of(event), self._end)

    def _scalar(self, event: ScalarEvent) -> tuple[Value, Span]:
        text, style, tag = event.value, event.style, event.tag
        self._budget.count(event, 1, len(text))
        span = span_of(event, self._base)
        if style in _BLOCK_STYLES:  # such an event ends where the next key begins
            written = self._block.text[span.start - self._base : span.end - self._base]
            span = Span(span.start, span.start + len(written.rstrip()))
        if self._breaks is not None:
            text = self._breaks.restore(event)
        value: Value = text
        if not style and tag not in _TEXT_TAGS and may_be_no_text(text):
            value = plain_value(text)
            if not tag and not event.anchor and (finding := implicit_type(text, span, self._key)):
                self._findings.append(finding)
        if event.anchor:
            self._budget.remember(event.anchor, value, 1, len(text))
        self._end = span.end
        return value, span


def _is_mergeable(value: Value) -> bool:
    return isinstance(value, dict) or (
        isinstance(value, list) and value != [] and all(isinstance(v, dict) for v in value)
    )


def _merged(value: Value) -> dict[str, Value]:
    """Return the keys that `<<` brings; of several mappings the first one wins."""
    result: dict[str, Value] = {}
    for mapping in value if isinstance(value, list) else [value]:
        if isinstance(mapping, dict):
            for key, item in mapping.items():
                result.setdefault(key, item)
    return result
