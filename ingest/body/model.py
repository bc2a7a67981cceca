"""A body as readers meet it."""

from dataclasses import dataclass
from enum import StrEnum


class PassageKind(StrEnum):
    """What kind of block a passage of prose comes from."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST = "list"
    TABLE = "table"
    QUOTE = "quote"
    HTML = "html"


@dataclass(frozen=True, slots=True)
class Passage:
    """One block of prose; lines count from 1 within the body's Markdown, the end line is inclusive."""

    kind: PassageKind
    text: str
    line: int
    end_line: int


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the outline; `line` is the line in the body's Markdown, from 1."""

    level: int
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Link:
    """A link: where it leads and its text."""

    url: str
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Image:
    """An image: its address and alternative text."""

    url: str
    alt: str
    line: int


@dataclass(frozen=True, slots=True)
class Metrics:
    """Counts of the prose, see `ingest.body.metrics`."""

    han_count: int
    word_count: int
    reading_time_seconds: int
    code_count: int


@dataclass(frozen=True, slots=True)
class Body:
    """The Markdown after the front matter and what is in it."""

    markdown: str
    prose: str
    passages: tuple[Passage, ...]
    code: str
    """The text of code spans and code blocks, joined by line ends."""
    excerpt: str | None
    outline: tuple[Heading, ...]
    links: tuple[Link, ...]
    images: tuple[Image, ...]
    metrics: Metrics
    unclosed_fence_line: int | None = None
