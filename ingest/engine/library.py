"""The library: the same road as the commands', for programs."""

import os
from collections.abc import Iterable, Iterator

from ingest.article import Article, Refusal
from ingest.article.reading import read_front_matter
from ingest.config import Config, find_config, load_config, project_of
from ingest.engine.discovery import DiscoveryOptions, discover
from ingest.engine.found import FoundFile
from ingest.engine.judging import Judge
from ingest.engine.settings import Settings, settings_for
from ingest.engine.work import Reader
from ingest.errors import IngestError
from ingest.findings import Finding, Span
from ingest.frontmatter import Format, FrontMatter
from ingest.record import Record, RefusalRecord, record_of, refusal_record_of
from ingest.rules.project import check_project, summary_of
from ingest.source import IDENTITY, Limits, Source, Undecodable, decode

StrPath = str | bytes | os.PathLike[str]


def parse_front_matter(text: str | bytes, *, limits: Limits | None = None) -> FrontMatter:
    """Return the front matter of a text or of a file's bytes, repaired where there is one sensible repair.

    `.data` is a plain, JSON-safe dict; `.body` the text behind the block; `.findings`
    what was noticed (FM and IO codes). Content never raises: a block that
    nothing reads has `.unread` and an empty `.data`.
    """
    from ingest.article import ArticleOptions  # noqa: PLC0415 - pydantic is loaded with it

    options = ArticleOptions(limits=limits or Limits())
    if isinstance(text, str):
        clean = text.encode("utf-8", "replace").decode("utf-8").removeprefix("\ufeff")
        return read_front_matter(Source("", b"", clean), options)
    source = decode(text, "", options.limits)
    if isinstance(source, Undecodable):
        return FrontMatter(Format.NONE, "", Span(0, 0), 0, {}, (), IDENTITY, findings=source.findings, unread=True)
    read = read_front_matter(source, options)
    if not source.findings:
        return read
    return read._replace(findings=(*source.findings, *read.findings))


def parse_article(data: bytes, path: str = "article.md", config: Config | None = None) -> Article | Refusal:
    """Return the article in a file's bytes, or its refusal; `.findings` hold everything that is said of it.

    Content never raises.

    Raises:
        IngestError: where the configuration asks for something that is not there (a model, a detector).
    """
    if isinstance(data, str):
        raise IngestError("parse_article takes the bytes of a file: text.encode()")
    return Judge.of(config or Config()).for_path(path).read(data, path)


def read_article(path: StrPath, config: Config | None = None) -> Article | Refusal:
    """Return the article in a file, or its refusal; without `config`, the nearest configuration upwards holds.

    Raises:
        IngestError: where the configuration is wrong.
    """
    absolute = os.path.abspath(os.fsdecode(path))
    found = FoundFile(absolute, os.path.basename(absolute), os.path.dirname(absolute))
    settings = _settings([os.path.dirname(absolute)], config, project_of(absolute))
    return next(Reader(settings).read([found]))


def export(paths: Iterable[StrPath], config: Config | None = None) -> Iterator[Record | RefusalRecord]:
    """Yield the record or refusal of every article below some paths, in the order of the paths.

    Raises:
        IngestError: for a path that does not exist, or a wrong configuration.
    """
    for result, judge in _articles(paths, config):
        if isinstance(result, Refusal):
            yield refusal_record_of(result)
        else:
            yield record_of(result, judge.collection)


def check(paths: Iterable[StrPath], config: Config | None = None) -> Iterator[Finding]:
    """Yield the findings of every article below some paths, file by file, then those that compare articles.

    Every finding has its `path`, and a `position` unless it is about the whole file.

    Raises:
        IngestError: for a path that does not exist, or a wrong configuration.
    """
    summaries = []
    selection = Judge.of(config or Config()).selection
    for result, judge in _articles(paths, config):
        selection = judge.selection
        yield from result.findings
        if isinstance(result, Article) and (summary := summary_of(result)):
            summaries.append(summary)
    yield from selection.apply(check_project(summaries))


def _articles(paths: Iterable[StrPath], config: Config | None) -> Iterator[tuple[Article | Refusal, Judge]]:
    if isinstance(paths, str | bytes | os.PathLike):
        raise IngestError(f"paths is a list: [{os.fspath(paths)!r}]")
    sources = [os.fsdecode(path) for path in paths]
    file = find_config(sources[0]) if config is None and sources else None
    chosen = config or (load_config(file) if file else Config())
    files = discover(
        sources,
        DiscoveryOptions(
            include=chosen.include,
            exclude=chosen.exclude,
            base=file.root if file else "",
            respect_gitignore=chosen.respect_gitignore,
        ),
    ).files
    folders = dict.fromkeys(os.path.dirname(found.absolute) for found in files)
    settings = _settings(folders, config, project_of(sources[0]) if sources else "")
    for result, found in zip(Reader(settings).read(files), files, strict=True):
        yield result, settings.judge_of(found.absolute)


def _settings(folders: Iterable[str], config: Config | None, project: str) -> Settings:
    if config is None:
        return settings_for(folders, project=project)
    return Settings(((config, None),), project=project)
