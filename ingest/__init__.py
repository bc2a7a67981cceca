r"""Gets bilingual article folders into shape.

    import ingest

    front_matter = ingest.parse_front_matter(b"---\ntitle: Tea\n---\nText")
    article = ingest.parse_article(b"---\ntitle: Tea\n---\nText", path="tea.md")
    for result in ingest.export(["content"]):
        ...

Everything here is loaded when it is first used.
"""

from ingest.version import __version__

TYPE_CHECKING = False  # as `typing` has it; importing that would double the time of `ingest --version`
if TYPE_CHECKING:
    from ingest.article import Article, Refusal
    from ingest.config import Config
    from ingest.engine.library import check, export, parse_article, parse_front_matter, read_article
    from ingest.errors import IngestError
    from ingest.findings import Finding, Fix, Severity
    from ingest.frontmatter import FrontMatter
    from ingest.metadata import Metadata, Person
    from ingest.record import Record, RefusalRecord

_HOMES = {
    "Article": "ingest.article",
    "Config": "ingest.config",
    "Finding": "ingest.findings",
    "Fix": "ingest.findings",
    "FrontMatter": "ingest.frontmatter",
    "IngestError": "ingest.errors",
    "Metadata": "ingest.metadata",
    "Person": "ingest.metadata",
    "Record": "ingest.record",
    "Refusal": "ingest.article",
    "RefusalRecord": "ingest.record",
    "Severity": "ingest.findings",
    "check": "ingest.engine.library",
    "export": "ingest.engine.library",
    "parse_article": "ingest.engine.library",
    "parse_front_matter": "ingest.engine.library",
    "read_article": "ingest.engine.library",
}

__all__ = [
    "Article",
    "Config",
    "Finding",
    "Fix",
    "FrontMatter",
    "IngestError",
    "Metadata",
    "Person",
    "Record",
    "Refusal",
    "RefusalRecord",
    "Severity",
    "__version__",
    "check",
    "export",
    "parse_article",
    "parse_front_matter",
    "read_article",
]


def __getattr__(name: str) -> object:
    """Return a public name, loading the module that holds it (PEP 562)."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    """Return the public names."""
    return list(__all__)
