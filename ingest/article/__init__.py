"""An article: source, front matter, metadata, body and languages, as every rule sees it."""

from ingest.article.model import Article, ArticleOptions, Refusal
from ingest.article.reading import read_article

__all__ = ["Article", "ArticleOptions", "Refusal", "read_article"]
