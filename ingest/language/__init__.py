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
from ingest.language.paths import language_of_path
from ingest.language.tags import normalise_tag

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
    "language_of_path",
    "normalise_tag",
]
