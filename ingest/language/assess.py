"""Everything that is said about the languages of one article."""

from ingest.language.body import read_prose, verdict_of
from ingest.language.evidence import Context
from ingest.language.model import ArticleText, Languages, Share, Verdict
from ingest.language.options import LanguageOptions
from ingest.language.title import judge

_ABSENT = Verdict("und", "Zyyy", 0.0, ("there is no title",))


def assess(text: ArticleText, options: LanguageOptions) -> Languages:
    """Return the languages of title, body and the rest, and every disagreement between them.

    Raises:
        IngestError: the detector of the options is unknown or not installed.
    """
    prose = read_prose("\n".join(text.passages), options)
    body = verdict_of(prose)
    context = Context(prose, text.code, options)
    title, mismatch = judge(text.title, context) if text.title else (_ABSENT, None)
    return Languages(title, body, (Share(body.language, 1.0),), mismatch)
