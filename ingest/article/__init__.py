"""An article: source, front matter, metadata, body and languages, as every rule sees it."""

from ingest.article.model import Article, ArticleOptions, Refusal
from ingest.article.reading import Placed, read_article, read_articles

__all__ = ["Article", "ArticleOptions", "Placed", "Refusal", "read_article", "read_articles"]
