"""MultiMarkdown's metadata, Pelican's too: `Key: value` lines at the very top of a file, up to the first blank line.

A paragraph can begin like that as well, so it is taken for metadata only where it is unmistakable. A YAML block that
has lost its opening delimiter, or both, is none: its other delimiter, its quotes and lists tell, and recovery reads it.
"""

import re
from collections.abc import Iterator

from ingest.findings import Span
from ingest.frontmatter.header_lines import reading_of
from ingest.frontmatter.model import Entry
from ingest.frontmatter.reading import Block, Reading
from ingest.frontmatter.vocabulary import FIELDS_BY_KEY, fold_key, known_keys

# A key has at most 40 characters: longer ones are sentences.
_PAIR = re.compile(r"([^\W_][\w \-]{0,39}?)[ \t]*:(?:[ \t]+(?!\s)([^\r\n]*)|[ \t]*(?=[\r\n]|\Z))")
_CONTINUATION = re.compile(r"(?: {2,}|\t)[ \t]*(?=[^\s\-])[^\r\n]*")
_LINE = re.compile(r"[^\r\n]*(?:\r\n|[\r\n]|\Z)")
_BLANK_LINES = re.compile(r"[ \t\r\n]*")
# Behind the block, or as a value: this is YAML that lacks its delimiters, or stands in a code fence.
_DELIMITERS = ("---", "...", "+++", "```", "~~~")
_YAML_STARTS = frozenset("'\"[{|>&*!%@`")
# `Name: Bo` above `Age: 12` is a list about Bo.
_TITLES = frozenset({"title", "标题", "標題"})
_LEADING_FIELDS = frozenset({"date", "authors"})
# MultiMarkdown's own, without white space.
_OWN_KEYS = frozenset(
    {"affiliation", "baseheaderlevel", "htmlheader", "xhtmlheader", "latexinput", "latexmode", "bibtex"}
)
_LEAST = 2
_MOST_LINES = 200


def find_multimarkdown(text: str) -> Span | None:
    """Return where unmistakable `Key: value` lines at the top of a text lie, the last line end included, or None.

    There are at least two, each a pair or the indented continuation of one; among them is the title, called that,
    with another known key, or two known fields of which one is the date or the author.
    """
    if _PAIR.match(text) is None:
        return None
    keys: list[str] = []
    end = lines = 0
    while end < len(text) and (line := _LINE.match(text, end)) is not None:
        if not line.group().strip():
            break
        lines += 1
        if lines > _MOST_LINES:
            return None
        pair = _PAIR.match(line.group())
        if pair is not None and (pair[2] or "")[:1] not in _YAML_STARTS:
            keys.append(pair[1])
        elif pair is not None or _CONTINUATION.match(line.group()) is None:
            return None
        end = line.end()
    behind = _BLANK_LINES.match(text, end)
    if behind is None or text.startswith(_DELIMITERS, behind.end()) or not _are_metadata(keys):
        return None
    return Span(0, end)


def read_multimarkdown(block: Block) -> Reading:
    """Return what `Key: value` lines say: every value a text, the lines of a continued one joined by a space."""
    return reading_of(block, _entries(block))


def _are_metadata(keys: list[str]) -> bool:
    folded = {fold_key(key) for key in keys}
    if not _TITLES.isdisjoint(folded):
        known = known_keys() | _OWN_KEYS
        return sum(key in known or key.replace(" ", "") in known for key in folded) >= _LEAST
    fields = {FIELDS_BY_KEY[key][0] for key in folded if key in FIELDS_BY_KEY} - {"title"}
    return len(fields) >= _LEAST and not _LEADING_FIELDS.isdisjoint(fields)


def _entries(block: Block) -> Iterator[Entry]:
    key, key_span, words, value_span = "", Span(0, 0), list[str](), Span(0, 0)
    for line in _LINE.finditer(block.text):
        if not line.group():  # behind the last line end
            break
        base = block.base + line.start()
        pair = _PAIR.match(line.group())
        if pair is None:
            text = line.group()
            words.append(text.strip())
            value_span = Span(value_span.start, max(value_span.end, base + len(text.rstrip())))
            continue
        if words:
            yield Entry(key, " ".join(filter(None, words)), key_span, value_span)
        written = pair[2] or ""
        start = base + (pair.start(2) if written else pair.end())
        key, key_span = pair[1].rstrip(), Span(base + pair.start(1), base + len(pair[1].rstrip()))
        words, value_span = [written.rstrip()], Span(start, start + len(written.rstrip()))
    if words:
        yield Entry(key, " ".join(filter(None, words)), key_span, value_span)
