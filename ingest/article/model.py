"""The frozen data of an article, and of a file that is none."""

from collections.abc import Callable, Mapping
from dataclasses import field
from typing import TYPE_CHECKING, NamedTuple

from ingest.body import Body, Passage, PassageKind
from ingest.findings import Finding, Span
from ingest.frontmatter import FrontMatter
from ingest.frozen import cached_property, quick_dataclass
from ingest.language import LanguageOptions, Languages
from ingest.metadata import MetadataFields, MetadataOptions, MetadataReading, Occurrence
from ingest.source import DEFAULT_LIMITS, Limits, Source

if TYPE_CHECKING:
    from ingest.metadata import Metadata


class ArticleOptions(NamedTuple):
    """What reading an article depends on besides its bytes."""

    limits: Limits = DEFAULT_LIMITS
    metadata: MetadataOptions = MetadataOptions()
    language: LanguageOptions = LanguageOptions()


DEFAULT_OPTIONS = ArticleOptions()


@quick_dataclass(frozen=True)
class Article:
    """One article, read and understood.

    `title` is the normalised title, from front matter or the first heading.
    `findings` holds what was noticed while reading and, once the rules have
    run, what they say.
    """

    source: Source
    front_matter: FrontMatter
    reading: MetadataReading
    title: str
    body: Body
    languages: Languages
    findings: tuple[Finding, ...] = ()

    def with_findings(self, findings: tuple[Finding, ...]) -> "Article":
        """Return the same article, of which something else is said."""
        article = object.__new__(Article)
        # What was looked up of the article is as true of this one: it comes along.
        article.__dict__.update(self.__dict__, findings=findings)
        return article

    @property
    def metadata(self) -> "Metadata":
        """Return the metadata as a pydantic model: the site's own, where the configuration names one."""
        return self.reading.metadata

    @property
    def fields(self) -> MetadataFields:
        """Return the fields of the metadata that every model has, without importing pydantic."""
        return self.reading.fields

    @property
    def origins(self) -> Mapping[str, Occurrence]:
        """Return where front matter speaks of each field that it gives."""
        return self.reading.origins

    def field_span(self, name: str) -> Span | None:
        """Return where front matter gives a field; of a title without one, the first heading's line."""
        occurrence = self.origins.get(name)
        if occurrence is not None:
            return occurrence.span
        if name == "title" and self.body.outline:
            return self.lines_span(self.body.outline[0].line, self.body.outline[0].line)
        return None

    @property
    def path(self) -> str:
        """Return the path that the article was read under."""
        return self.source.path

    @cached_property
    def own_passages(self) -> tuple[Passage, ...]:
        """Return the passages in the author's own words: all but quotations."""
        return own_passages(self.body)

    @cached_property
    def _lines_above(self) -> int:
        """The number of lines above the body, where it is the rest of the file as it stands."""
        return self.source.line_column(self.front_matter.body_start)[0] - 1

    def line_in_file(self) -> Callable[[int], int]:
        """Return what gives the line in the file of a line of the body, both from 1: mostly one addition."""
        return self.source_line if self.front_matter.repaired else self._lines_above.__add__

    def source_line(self, body_line: int) -> int:
        """Return the line in the file of a line of the body, both from 1."""
        return self.source.line_column(self._source_offset(body_line))[0]

    def lines_span(self, body_line: int, body_end_line: int) -> Span:
        """Return the span in the source of some lines of the body, the last one inclusive, without its line end."""
        start = self._source_offset(body_line)
        last = start if body_end_line == body_line else self._source_offset(body_end_line)
        return Span(start, max(start, self.source.line_end(last)))

    def _source_offset(self, body_line: int) -> int:
        if not self.front_matter.repaired and body_line > 1:
            return self.source.line_start(self._lines_above + body_line)
        starts = self._body_line_starts
        offset = starts[min(body_line, len(starts)) - 1]
        return min(self.front_matter.offsets.to_source(self.front_matter.body_start + offset), len(self.source.text))

    @cached_property
    def _body_line_starts(self) -> tuple[int, ...]:
        return Source("", b"", self.body.markdown).line_starts


@quick_dataclass(frozen=True)
class Refusal:
    """A file that is no article, with the findings that say why."""

    path: str
    source: Source | None
    findings: tuple[Finding, ...]
    data: bytes | None = field(default=None, repr=False)
    """The bytes, where they could be had but are no text."""


def own_passages(body: Body) -> tuple[Passage, ...]:
    """Return the passages of a body but its quotations."""
    quote = PassageKind.QUOTE
    return tuple([passage for passage in body.passages if passage.kind is not quote])
