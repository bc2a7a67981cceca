"""What a recovery step says: the repairs that it would make to a text."""

from collections.abc import Callable
from typing import NamedTuple, TypeAlias

from ingest.findings import Applicability, Code, Edit, Span
from ingest.frontmatter.recovery.block import Block


class Repair(NamedTuple):
    """One repair of one defect, in the offsets of the text that the step was given.

    `message` says in words what is broken, `description` what the edits do.
    A repair without edits is a remark: it changes nothing that is read.
    """

    code: Code
    span: Span
    message: str
    description: str
    edits: tuple[Edit, ...]
    applicability: Applicability = Applicability.SAFE
    field: str | None = None


Step: TypeAlias = Callable[[str, Block], tuple[Repair, ...]]
"""Looks at a text and the block in it; returns the repairs of the one kind of defect that it knows, if it sees any."""
