"""Every rule there is, by code."""

from functools import lru_cache

from ingest.article import Article
from ingest.findings import CODES, Finding
from ingest.rules import body, language, metadata
from ingest.rules.model import Check, Rule

_CHECKED = {rule.code.code: rule for rule in (*metadata.RULES, *language.RULES, *body.RULES)}

RULES: dict[str, Rule] = {code: _CHECKED.get(code, Rule(CODES[code])) for code in sorted(CODES)}

_CHECKS = tuple((rule.code.code, rule.check) for rule in RULES.values() if rule.check is not None)


def check_article(article: Article, enabled: frozenset[str]) -> list[Finding]:
    """Return what the enabled rules say of an article beyond what was noticed while it was read."""
    findings: list[Finding] = []
    for check in _checks(enabled):
        if found := check(article):
            findings += found
    return findings


@lru_cache(maxsize=16)
def _checks(enabled: frozenset[str]) -> tuple[Check, ...]:
    return tuple(check for code, check in _CHECKS if code in enabled)
