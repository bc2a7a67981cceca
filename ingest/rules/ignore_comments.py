"""Where an article says that rules shall be silent.

`# ingest: ignore[LG001] reason` in YAML or TOML, `<!-- ingest: ignore[BD002] reason -->` or, in MDX,
`{/* ingest: ignore[BD002] reason */}` in the body.

In front matter a comment before the first key holds for the whole file; one on a key's lines, or right above a key,
for that key; any other one for the whole file. In the body a comment before the first text holds for the whole file;
one beside text for its line; one by itself for the block below it, up to the next empty line.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice

from ingest.article import Article
from ingest.body.code_regions import CodeRegions
from ingest.findings import Span
from ingest.frontmatter import Entry, Format, FrontMatter, KeyPath, Value
from ingest.source import Source

MARK = "ingest:"
# A work budget: nobody writes so many into one article, and each is compared with each finding.
MOST_COMMENTS = 100
COMMENTED = frozenset({Format.YAML, Format.TOML})
DIRECTIVE = r"[ \t]{0,8}ingest:[ \t]{0,8}ignore\b(?:\[([^\]\r\n]{0,400})\])?"
IN_FRONT_MATTER = re.compile("#" + DIRECTIVE)
IN_BODY = re.compile(r"(<!--|\{/\*)\n?" + DIRECTIVE)
ENDS = {"<!--": "-->", "{/*": "*/}"}
SEPARATOR = re.compile(r"[,，、\s]+")
LINE_END = re.compile(r"\r\n?")


@dataclass(frozen=True, slots=True)
class IgnoreComment:
    """One comment: the codes, beginnings and names in it, its place in the source, and the lines that it holds for."""

    selectors: tuple[str, ...]
    span: Span
    covers: Span | None
    """None: the whole file."""

    def holds_for(self, span: Span | None) -> bool:
        """Return whether what stands at a span (None: the whole file) is covered."""
        if self.covers is None:
            return True
        return span is not None and span.start < self.covers.end and max(span.end, span.start + 1) > self.covers.start


def ignore_comments(article: Article) -> tuple[IgnoreComment, ...]:
    """Return the comments of an article in the order of its text; those inside values and code are none."""
    comments = chain(_in_front_matter(article.front_matter, article.source), _in_body(article))
    return tuple(islice(comments, MOST_COMMENTS))


def _selectors(inside: str | None) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, SEPARATOR.split(inside or ""))))


def _in_front_matter(front_matter: FrontMatter, source: Source) -> Iterator[IgnoreComment]:
    block = front_matter.block
    if front_matter.format not in COMMENTED or MARK not in front_matter.text[block.start : block.end]:
        return
    values, keys = sorted(_scalars(front_matter)), _Keys(front_matter.entries, source)
    for match in IN_FRONT_MATTER.finditer(front_matter.text, block.start, block.end):
        start = front_matter.offsets.to_source(match.start())
        nearest = bisect_right(values, Span(start, len(source.text))) - 1
        if nearest < 0 or not _is_inside(values[nearest], start, source.text):
            span = Span(start, min(start + len(match[0]), len(source.text)))
            yield IgnoreComment(_selectors(match[1]), span, keys.covered_by(start))


def _scalars(front_matter: FrontMatter) -> Iterator[Span]:
    for entry in front_matter.entries:
        if not isinstance(entry.value, dict | list):
            yield entry.value_span
    for path, span in front_matter.nested_spans.items():
        if not isinstance(_value_at(front_matter.data, path), dict | list):
            yield span


def _value_at(value: Value, path: KeyPath) -> Value:
    for part in path:
        if isinstance(value, dict) and isinstance(part, str):
            value = value.get(part)
        elif isinstance(value, list) and isinstance(part, int) and part < len(value):
            value = value[part]
    return value


def _is_inside(scalar: Span, offset: int, text: str) -> bool:
    """Return whether an offset stands in a value; what follows the `|` or `>` of a YAML block is a comment."""
    if offset >= scalar.end:
        return False
    return text[scalar.start] not in "|>" or text.find("\n", scalar.start, offset) >= 0


class _Keys:
    """The lines of the top-level keys."""

    def __init__(self, entries: Sequence[Entry], source: Source) -> None:
        self._source = source
        spans = sorted((entry.key_span.start, max(entry.key_span.end, entry.value_span.end)) for entry in entries)
        self._lines = [(source.line_column(start)[0], source.line_column(end)[0]) for start, end in spans]

    def covered_by(self, offset: int) -> Span | None:
        """Return the lines that a comment at an offset holds for, or None for the whole file."""
        line, column = self._source.line_column(offset)
        index = bisect_right(self._lines, (line, len(self._source.line_starts))) - 1
        if index >= 0 and line <= self._lines[index][1]:
            return lines_of(self._source, *self._lines[index])
        before = self._source.line_text(line)[: column - 1].strip()
        if before and not before.startswith("#"):
            return lines_of(self._source, line, line)
        is_above_a_key = 0 <= index < len(self._lines) - 1 and self._lines[index + 1][0] == line + 1
        return lines_of(self._source, *self._lines[index + 1]) if is_above_a_key else None


def lines_of(source: Source, first: int, last: int) -> Span:
    """Return the span of some lines, from 1, the last one with its line end."""
    end = source.line_starts[last] if last < len(source.line_starts) else len(source.text) + 1
    return Span(source.line_starts[first - 1], end)


def _in_body(article: Article) -> Iterator[IgnoreComment]:
    if MARK not in article.body.markdown:
        return
    text = LINE_END.sub("\n", article.body.markdown)
    code, lines = CodeRegions(text), _BodyLines(text)
    for match in IN_BODY.finditer(text):
        if code.covers(match.start()):
            continue
        mark = ENDS[match[1]]
        closing = text.find(mark, match.end())
        end = match.end() if closing < 0 else closing + len(mark)
        covered = lines.covered_by(match.start(), end)
        line, column = lines.place(match.start())
        whole = article.lines_span(line, line)
        start = min(whole.start + column, whole.end)
        span = Span(start, max(start, min(start + end - match.start(), whole.end)))
        yield IgnoreComment(_selectors(match[2]), span, None if covered is None else _source_lines(article, *covered))


def _source_lines(article: Article, first: int, last: int) -> Span:
    span = article.lines_span(first, last)
    return Span(span.start, span.end + 1)


class _BodyLines:
    """The lines of a body: which hold text, and which of them stand together."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._source = Source("", b"", text)
        self._blocks: list[tuple[int, int]] = []
        is_below_text = False
        for line, content in enumerate(text.split("\n"), start=1):
            is_text = not _is_silent(content.strip())
            if is_text and is_below_text:
                self._blocks[-1] = (self._blocks[-1][0], line)
            elif is_text:
                self._blocks.append((line, line))
            is_below_text = is_text

    def place(self, offset: int) -> tuple[int, int]:
        """Return the line of an offset, from 1, and its column, from 0."""
        line, column = self._source.line_column(offset)
        return line, column - 1

    def covered_by(self, start: int, end: int) -> tuple[int, int] | None:
        """Return the first and last line that a comment between two offsets holds for, or None for the whole file."""
        (line, column), (end_line, end_column) = self.place(start), self.place(end)
        if self._source.line_text(line)[:column].strip() or self._source.line_text(end_line)[end_column:].strip():
            return line, end_line
        following = bisect_right(self._blocks, (end_line, len(self._text)))
        if following == 0 or self._blocks[0][0] >= line:
            return None
        return self._blocks[following] if following < len(self._blocks) else (end_line, end_line)


def _is_silent(line: str) -> bool:
    """Return whether no reader reads a line: it is empty, a comment, or an MDX module."""
    if line.startswith("<!--"):
        return line.endswith("-->")
    return not line or line.startswith(("import ", "export ")) or (line.startswith("{/*") and line.endswith("*/}"))
