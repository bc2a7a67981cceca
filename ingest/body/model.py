"""A body as readers meet it."""

from enum import StrEnum
from typing import NamedTuple

from ingest.source.encoded import Encoded


class PassageKind(StrEnum):
    """What kind of block a passage of prose comes from."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST = "list"
    TABLE = "table"
    QUOTE = "quote"
    HTML = "html"


class Passage(NamedTuple):
    """One block of prose; lines count from 1 within the body's Markdown, the end line is inclusive."""

    kind: PassageKind
    text: str
    line: int
    end_line: int


class Heading(NamedTuple):
    """A heading of the outline; `line` is the line in the body's Markdown, from 1."""

    level: int
    text: str
    line: int


class AccidentalHeading(NamedTuple):
    """A paragraph that `---` right below it turns into a heading; lines from 1, `end_line` is the paragraph's last."""

    line: int
    end_line: int
    underline_line: int
    text: str


class AssistantPhraseKind(StrEnum):
    """What an assistant said: before its work, after it, or by repeating what it was asked for."""

    PREAMBLE = "preamble"
    AFTERWORD = "afterword"
    PROMPT_ECHO = "prompt-echo"


class AssistantPhrase(NamedTuple):
    """An assistant's words that were left in: the line where they begin, the last line of their passage, the words."""

    kind: AssistantPhraseKind
    line: int
    end_line: int
    text: str


class Stated(NamedTuple):
    """What front matter says, to know its repetition by: the title, and the date in every spelling it has there."""

    title: str | None = None
    dates: tuple[str, ...] = ()


class RepeatedBlock(NamedTuple):
    """A metadata block inside the body: its lines, the last inclusive, delimiters included."""

    line: int
    end_line: int


class Link(NamedTuple):
    """A link: where it leads and its text."""

    url: str
    text: str
    line: int


class Image(NamedTuple):
    """An image: its address and alternative text."""

    url: str
    alt: str
    line: int


class Metrics(NamedTuple):
    """Counts of the prose, see `ingest.body.metrics`; `code_count` counts code blocks, not code spans."""

    han_count: int
    word_count: int
    reading_time_seconds: int
    code_count: int


class Body(NamedTuple):
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
    accidental_headings: tuple[AccidentalHeading, ...] = ()
    repeated_block: RepeatedBlock | None = None
    """Where front matter stands a second time; it is no prose."""
    encoded: Encoded = Encoded(b"")
    """The prose in UTF-8, for everything that counts or digests it."""
