"""Leaves what is healthy as it is; anything else goes to the search for repairs, which a healthy site never loads."""

from ingest.findings.codes import FM015
from ingest.frontmatter.model import Format, FrontMatter
from ingest.frontmatter.recovery.canonical import canonical_name
from ingest.frontmatter.recovery.health import is_healthy
from ingest.source import DEFAULT_LIMITS, Limits


def recover(text: str, strict: FrontMatter, limits: Limits = DEFAULT_LIMITS) -> FrontMatter:
    """Return what the text's block says: `strict`, or the strict reading of the repaired text.

    A repaired reading has `repaired` set, its `text` is the repaired text,
    `offsets` lead back to the source, and its spans are the source's. Each
    repair is a finding; its fix holds the repair's own edits, and all fixes
    together give the repaired text. Where edits of one repair lie in what
    another wrote, the first finding has the whole fix and the others none.
    Keys in another language or case are read as they are; FM013 offers to rename them.
    """
    if (is_healthy(strict) and not _has_foreign_keys(strict)) or _is_over_limit(strict):
        return strict
    from ingest.frontmatter.recovery.search import repaired  # noqa: PLC0415 - a third of a cold start

    return repaired(text, strict, limits)


def _has_foreign_keys(read: FrontMatter) -> bool:
    return read.format is Format.YAML and any(map(canonical_name, read.data))


def _is_over_limit(read: FrontMatter) -> bool:
    """Return whether a block was refused for its size: an alias bomb in quotes would read, as what nobody wrote."""
    return read.unread and any(finding.code == FM015.code for finding in read.findings)
