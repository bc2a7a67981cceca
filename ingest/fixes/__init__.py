"""Edits that mend an article: chosen, proven by reading the result again, written atomically."""

from ingest.fixes.apply import FixOutcome, Reading, fix_text
from ingest.fixes.diffs import unified_diff
from ingest.fixes.encoding import encoded
from ingest.fixes.writing import NotWritten, why_not_written, write_fixed

__all__ = [
    "FixOutcome",
    "NotWritten",
    "Reading",
    "encoded",
    "fix_text",
    "unified_diff",
    "why_not_written",
    "write_fixed",
]
