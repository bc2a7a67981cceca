"""SC: what metadata says beyond its own values."""

from collections.abc import Iterable

from ingest.article import Article
from ingest.findings import Finding
from ingest.findings.codes import SC006
from ingest.metadata import check_file_name_date
from ingest.rules.model import Rule


def _file_name_date(article: Article) -> Iterable[Finding]:
    finding = check_file_name_date(article.reading, article.path)
    return (finding,) if finding else ()


RULES = (Rule(SC006, _file_name_date),)
