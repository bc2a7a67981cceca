"""What a reader of one value returns: the value, and what is wrong with it."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from ingest.findings import Code
from ingest.frontmatter.model import KeyPath

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong inside a value; `path` leads from the value to the place."""

    code: Code
    message: str
    path: KeyPath = ()


@dataclass(frozen=True, slots=True)
class Reading(Generic[T]):
    """A value as it is understood, None where it says nothing, and the problems met on the way."""

    value: T | None
    problems: tuple[Problem, ...] = ()
