"""Recovery of broken front matter: every breakage is repaired as text edits, and the strict parser reads the result."""

from ingest.frontmatter.recovery.recovering import recover

__all__ = ["recover"]
