"""From a source to an article, or to the reasons why it is none."""

from collections.abc import Sequence
from typing import NamedTuple

from ingest.article.model import DEFAULT_OPTIONS, Article, ArticleOptions, Refusal, own_passages
from ingest.article.titles import TitleReading, read_title
from ingest.body import Body, Passage, PassageKind, Stated, has_readable_text, read_body, weight_of
from ingest.findings import Finding, Span
from ingest.findings.codes import BD001, FM002, IO003, SC001
from ingest.frontmatter import FrontMatter, parse_strict, recover
from ingest.language import ArticleText, LanguageOptions, assess
from ingest.metadata import MetadataReading, read_metadata
from ingest.source import Limits, Source

# Generators build these without a body of their own: Hugo's sections, VitePress's and Starlight's landing pages.
SECTION_NAMES = frozenset({"_index", "index"})
LANDING_LAYOUTS = frozenset(
    {"home", "splash", "landing", "list", "archive", "archives", "tags", "categories", "search"}
)


class Placed(NamedTuple):
    """A source to read; `place` is its path in the project, which may name a language."""

    source: Source
    place: str = ""


class _Complete(NamedTuple):
    """What is known of an article once it has a title, and a body that a reader can read: all but its languages."""

    source: Source
    front_matter: FrontMatter
    reading: MetadataReading
    title: str
    body: Body
    findings: tuple[Finding, ...]
    text: ArticleText


def read_article(source: Source, options: ArticleOptions = DEFAULT_OPTIONS, place: str = "") -> Article | Refusal:
    """Return the article in a source, or its refusal; `place` is its path in the project, which may name a language.

    A refusal is a file with a block that nothing reads, without a title
    (SC001), or without a body that a reader can read (BD001).
    """
    return read_articles((Placed(source, place),), options)[0]


def read_articles(sources: Sequence[Placed], options: ArticleOptions = DEFAULT_OPTIONS) -> list[Article | Refusal]:
    """Return what `read_article` returns of each source, in their order.

    Some dozen articles are read stage by stage in six sevenths of the time that they take one by one: what a stage
    needs of the program stays in the processor's caches.
    """
    opened = [_open(source, options) for source, _ in sources]
    begun = [(placed, one) for placed, one in zip(sources, opened, strict=True) if isinstance(one, FrontMatter)]
    readings = [read_metadata(front_matter, options.metadata) for _, front_matter in begun]
    bodies = [read_body(one.body, _stated(reading)) for (_, one), reading in zip(begun, readings, strict=True)]
    completed = [
        _complete(placed, front_matter, reading, body)
        for (placed, front_matter), reading, body in zip(begun, readings, bodies, strict=True)
    ]
    articles = iter([one if isinstance(one, Refusal) else _judged(one, options.language) for one in completed])
    return [one if isinstance(one, Refusal) else next(articles) for one in opened]


def _open(source: Source, options: ArticleOptions) -> FrontMatter | Refusal:
    front_matter = read_front_matter(source, options)
    if front_matter.unread:
        findings = (*source.findings, *front_matter.findings)
        return Refusal(source.path, source, (*findings, *_missing_below_a_rule(source, front_matter)))
    heavy = _too_heavy(front_matter, options.limits)
    if heavy:
        return Refusal(source.path, source, (*source.findings, *front_matter.findings, heavy))
    return front_matter


def _complete(placed: Placed, front_matter: FrontMatter, reading: MetadataReading, body: Body) -> _Complete | Refusal:
    source, place = placed
    title = read_title(front_matter, reading.fields, body)
    findings = (*source.findings, *front_matter.findings, *reading.findings, *title.findings)
    unreadable = _unreadable(source, front_matter, body)
    if title.text is None or unreadable:
        return Refusal(source.path, source, (*findings, *unreadable))
    text = _article_text(place or source.path, title, reading, body)
    return _Complete(source, front_matter, reading, title.text, body, findings, text)


def _judged(complete: _Complete, options: LanguageOptions) -> Article:
    source, front_matter, reading, title, body, findings, text = complete
    return Article(source, front_matter, reading, title, body, assess(text, options), findings)


def read_front_matter(source: Source, options: ArticleOptions = DEFAULT_OPTIONS) -> FrontMatter:
    """Return the front matter of a source, repaired where there is one sensible repair."""
    strict = parse_strict(source.text, options.limits)
    return recover(source.text, strict, options.limits)


def _missing_below_a_rule(source: Source, front_matter: FrontMatter) -> tuple[Finding, ...]:
    """Return what else a file lacks that only has a delimiter: above nothing but a footer it may be a rule."""
    if {finding.code for finding in front_matter.findings} != {FM002.code}:
        return ()
    body = read_body(source.text)
    missing = []
    if not body.outline:
        missing.append(SC001.at(Span(0, 0), "There is no title and nothing that could hold one.", field="title"))
    if not has_readable_text(body):
        whole = Span(0, len(source.text))
        missing.append(BD001.at(whole, "The file has nothing that a reader can read.", field="body"))
    return tuple(missing)


def _stated(reading: MetadataReading) -> Stated:
    date = reading.origins.get("date")
    written = (date.value,) if date is not None and isinstance(date.value, str) else ()
    normalised = (reading.fields.date,) if reading.fields.date else ()
    return Stated(reading.fields.title, (*written, *normalised))


def _too_heavy(front_matter: FrontMatter, limits: Limits) -> Finding | None:
    # A text of fewer characters than units are allowed cannot be over the limit.
    if len(front_matter.text) - front_matter.body_start <= limits.body_weight:
        return None
    weight = weight_of(front_matter.body)
    if weight <= limits.body_weight:
        return None
    message = (
        f"The body has {weight:,} lines, marks and eighties of characters; {limits.body_weight:,} are allowed. "
        "Split the article, or raise `body_weight` under `[limits]`."
    )
    return IO003.at(None, message, field="body")


def _unreadable(source: Source, front_matter: FrontMatter, body: Body) -> tuple[Finding, ...]:
    if has_readable_text(body) or _may_be_empty(source, front_matter):
        return ()
    start = front_matter.offsets.to_source(front_matter.body_start)
    message = "The body has nothing that a reader can read: write the article's text below the front matter."
    return (BD001.at(Span(min(start, len(source.text)), len(source.text)), message, field="body"),)


def _may_be_empty(source: Source, front_matter: FrontMatter) -> bool:
    stem = source.path.rpartition("/")[2].partition(".")[0]
    layout = front_matter.data.get("layout", front_matter.data.get("template"))
    if isinstance(layout, str) and layout.lower() in LANDING_LAYOUTS:
        return True
    return stem == "_index" or (stem in SECTION_NAMES and bool(front_matter.data))


def _article_text(path: str, title: TitleReading, reading: MetadataReading, body: Body) -> ArticleText:
    metadata = reading.fields
    quotes = _quotes(body)
    passages = own_passages(body) if quotes else body.passages
    return ArticleText(
        title=title.text,
        passages=tuple([passage.text for passage in passages]),
        description=metadata.description,
        tags=metadata.tags,
        code=body.code,
        quotes=quotes,
        declared=metadata.lang,
        path=path,
        headings=_headings(body, passages) if body.outline else (),
        encoded=None if quotes else body.encoded,
    )


def _quotes(body: Body) -> tuple[str, ...]:
    quote = PassageKind.QUOTE
    return tuple([passage.text for passage in body.passages if passage.kind is quote])


def _headings(body: Body, passages: tuple[Passage, ...]) -> tuple[tuple[int, int], ...]:
    """Return which of the passages are headings, with their levels."""
    levels = {heading.line: heading.level for heading in body.outline}
    return tuple([(index, levels[one.line]) for index, one in enumerate(passages) if one.line in levels])
