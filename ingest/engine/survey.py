"""What a folder of articles is like: its languages, keys and findings, from a sample that is the same every time."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import islice

from ingest.article import Article
from ingest.config import Config
from ingest.engine.found import FileList
from ingest.engine.settings import Settings
from ingest.engine.work import Reader
from ingest.metadata import Metadata

SAMPLE = 500


@dataclass(frozen=True)
class Survey:
    """Counts over the articles of a sample; each article counts once a language, key, or field."""

    files: int
    read: int = 0
    articles: int = 0
    languages: Mapping[str, int] = field(default_factory=dict)
    """By primary subtag; of bodies and titles."""
    keys: Mapping[str, int] = field(default_factory=dict)
    """As written."""
    fields: Mapping[str, int] = field(default_factory=dict)
    """By field of the metadata model that has a value."""
    findings: Mapping[str, int] = field(default_factory=dict)
    """By code, refusals included."""


def survey(files: FileList, config: Config) -> Survey:
    """Return what a configuration makes of some files; of more than 500 every second, third, … is read."""
    reader = Reader(Settings(((config, None),)))
    languages, keys, fields, findings = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    step = -(-len(files) // SAMPLE) or 1
    read = articles = 0
    for result in reader.read(islice(files, 0, None, step)):
        read += 1
        findings.update(finding.code for finding in result.findings)
        if isinstance(result, Article):
            articles += 1
            languages.update(_languages(result))
            keys.update(result.front_matter.data.keys())
            fields.update(_fields(result.metadata))
    return Survey(len(files), read, articles, languages, keys, fields, findings)


def _languages(article: Article) -> set[str]:
    verdicts = (article.languages.body, article.languages.title)
    return {verdict.language.partition("-")[0] for verdict in verdicts} - {"und"}


def _fields(metadata: Metadata) -> list[str]:
    return [name for name in Metadata.model_fields if getattr(metadata, name) not in (None, ())]
