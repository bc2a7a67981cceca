"""Languages of an article: text → evidence → verdict."""

from ingest.language.assess import assess
from ingest.language.model import (
    UNDETERMINED,
    ArticleText,
    Languages,
    Mismatch,
    Share,
    Stretch,
    Verdict,
)
from ingest.language.names import language_name
from ingest.language.options import LanguageOptions

__all__ = [
    "UNDETERMINED",
    "ArticleText",
    "LanguageOptions",
    "Languages",
    "Mismatch",
    "Share",
    "Stretch",
    "Verdict",
    "assess",
    "language_name",
]
