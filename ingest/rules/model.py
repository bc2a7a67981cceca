"""What a rule is."""

from collections.abc import Callable, Iterable
from typing import NamedTuple, TypeAlias

from ingest.article import Article
from ingest.findings import Code, Finding

Check: TypeAlias = Callable[[Article], Iterable[Finding]]


class Rule(NamedTuple):
    """A code and the pure function that finds it in an article.

    A rule without `check` is noticed while the article is read: by the parsers
    (FM, IO) or the metadata's normalisation (SC). Why it exists, a bad and a
    good article and how to mend it stand in `pages/<CODE>.md`.
    """

    code: Code
    check: Check | None = None
    default: bool = True
    """False for a rule that only speaks when it is selected."""
