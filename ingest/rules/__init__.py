"""The rules: what is said about an article, and why."""

from ingest.rules.model import Rule
from ingest.rules.registry import RULES, check_article
from ingest.rules.selection import Selection, UnknownSelectorError, codes_of
from ingest.rules.suppressions import suppress

__all__ = ["RULES", "Rule", "Selection", "UnknownSelectorError", "check_article", "codes_of", "suppress"]
