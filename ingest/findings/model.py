"""The frozen data of a finding: named tuples, since a folder has many thousands of them."""

from enum import StrEnum
from typing import NamedTuple


class Severity(StrEnum):
    """How bad it is: an error fails a strict parser or loses the article, a warning is wrong or doubtful."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Applicability(StrEnum):
    """Whether a fix keeps every word of the author (safe) or drops or changes some (unsafe)."""

    SAFE = "safe"
    UNSAFE = "unsafe"


class Span(NamedTuple):
    """A half-open range of code points in the text of one source."""

    start: int
    end: int


class Position(NamedTuple):
    """Where a span lies: lines and columns count from 1, columns in code points, the end is exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


class Edit(NamedTuple):
    """Replaces the text in `span` (an empty span inserts)."""

    span: Span
    replacement: str


class Fix(NamedTuple):
    """Edits that belong together, in words and in characters."""

    description: str
    edits: tuple[Edit, ...]
    applicability: Applicability = Applicability.SAFE


class Finding(NamedTuple):
    """One statement about one article.

    `span` is relative to the source's text; `position` and `path` are filled in
    when the article's source is known to whoever reads the finding.
    """

    code: str
    rule: str
    severity: Severity
    message: str
    span: Span | None = None
    field: str | None = None
    fix: Fix | None = None
    path: str = ""
    position: Position | None = None
