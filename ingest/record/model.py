"""Record 1.0: the order of the fields is the order of the keys.

Without slots: orjson writes an object's `__dict__` in half the time that it takes to ask for each field.
"""

from collections.abc import Mapping
from typing import ClassVar, Literal

from ingest.findings.wire import FindingRecord
from ingest.frozen import quick_dataclass

SCHEMA_VERSION: Literal["1.0"] = "1.0"

# Read by pydantic's TypeAdapter when the JSON Schema is generated.
STRICT = {"extra": "forbid", "use_attribute_docstrings": True}


@quick_dataclass(frozen=True)
class PersonRecord:
    """A person as named in front matter."""

    __pydantic_config__: ClassVar[dict[str, object]] = STRICT

    name: str
    url: str | None


@quick_dataclass(frozen=True)
class ShareRecord:
    """A language's part of the prose."""

    __pydantic_config__: ClassVar[dict[str, object]] = STRICT

    language: str
    """BCP 47, or `und`."""
    share: float
    """Between 0 and 1, in word equivalents, rounded to three places."""


@quick_dataclass(frozen=True)
class HeadingRecord:
    """A heading of the outline."""

    __pydantic_config__: ClassVar[dict[str, object]] = STRICT

    level: int
    text: str
    line: int
    """The line in the file, from 1."""


@quick_dataclass(frozen=True)
class LinkRecord:
    """A link in the body."""

    __pydantic_config__: ClassVar[dict[str, object]] = STRICT

    url: str
    text: str
    line: int


@quick_dataclass(frozen=True)
class ImageRecord:
    """An image in the body."""

    __pydantic_config__: ClassVar[dict[str, object]] = STRICT

    url: str
    alt: str
    line: int


@quick_dataclass(frozen=True)
class MetricsRecord:
    """Counts of the prose."""

    __pydantic_config__: ClassVar[dict[str, object]] = STRICT

    han_count: int
    """Han characters."""
    word_count: int
    """Words of all other scripts."""
    reading_time_seconds: int
    """At 500 Han characters and 212 words a minute."""
    code_count: int
    """Code blocks."""


@quick_dataclass(frozen=True)
class SourceRecord:
    """The file that a record was read from."""

    __pydantic_config__: ClassVar[dict[str, object]] = STRICT

    format: str
    """Of the front matter: yaml, toml, json, lctt, multimarkdown, none."""
    encoding: str | None
    newline: str
    """lf, crlf, cr, mixed, none."""
    bytes: int
    digest: str
    """`sha256:` and the digest of the bytes, in hexadecimal."""
    text_digest: str | None
    """The same of the prose."""


@quick_dataclass(frozen=True)
class Record:
    """One article, normalised."""

    __pydantic_config__: ClassVar[dict[str, object]] = STRICT

    schema_version: Literal["1.0"]
    id: str
    """Stable when the text is edited, unique in a run: the collection, if set, `/`, then the path."""
    path: str
    title: str
    title_language: str
    """BCP 47; `und` where nothing speaks against the body's language."""
    language: str
    """Of the body's prose: BCP 47, or `und`."""
    languages: tuple[ShareRecord, ...]
    language_declared: str | None
    summary: str | None
    excerpt: str | None
    authors: tuple[PersonRecord, ...]
    translators: tuple[PersonRecord, ...]
    editors: tuple[PersonRecord, ...]
    reviewers: tuple[PersonRecord, ...]
    date_published: str | None
    """RFC 3339 date or date-time in the author's precision; without a zone where none was written."""
    date_modified: str | None
    tags: tuple[str, ...]
    categories: tuple[str, ...]
    draft: bool | None
    slug: str | None
    url: str | None
    source_url: str | None
    image: str | None
    translation_key: str | None
    content_markdown: str
    content_text: str
    outline: tuple[HeadingRecord, ...]
    links: tuple[LinkRecord, ...]
    images: tuple[ImageRecord, ...]
    metrics: MetricsRecord
    front_matter: Mapping[str, object]
    """Every key as written, as plain JSON values."""
    source: SourceRecord
    findings: tuple[FindingRecord, ...]


@quick_dataclass(frozen=True)
class RefusalRecord:
    """A file that is no article."""

    __pydantic_config__: ClassVar[dict[str, object]] = STRICT

    path: str
    source: SourceRecord | None
    """Null where not even bytes could be read."""
    findings: tuple[FindingRecord, ...]
