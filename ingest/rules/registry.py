"""Every rule there is, by code."""

from collections.abc import Iterator

from ingest.article import Article
from ingest.findings import CODES, Finding
from ingest.rules import body, language, metadata
from ingest.rules.model import Rule

_CHECKED = {rule.code.code: rule for rule in (*metadata.RULES, *language.RULES, *body.RULES)}

RULES: dict[str, Rule] = {code: _CHECKED.get(code, Rule(CODES[code])) for code in sorted(CODES)}

_CHECKS = tuple((rule.code.code, rule.check) for rule in RULES.values() if rule.check is not None)


def check_article(article: Article, enabled: frozenset[str]) -> Iterator[Finding]:
    """Yield what the enabled rules say of an article beyond what was noticed while it was read."""
    for code, check in _CHECKS:
        if code in enabled:
            yield from check(article)
