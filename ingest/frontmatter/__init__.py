"""Front matter: where the block is, what it says, and where each value stands."""

from ingest.frontmatter.model import Entry, Format, FrontMatter, KeyPath, Value
from ingest.frontmatter.reading import Reading
from ingest.frontmatter.recovery import recover
from ingest.frontmatter.strict import parse_block, parse_strict

__all__ = ["Entry", "Format", "FrontMatter", "KeyPath", "Reading", "Value", "parse_block", "parse_strict", "recover"]
