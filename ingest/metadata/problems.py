"""What a reader of one value returns: the value, and what is wrong with it."""

from typing import Generic, NamedTuple, TypeVar

from ingest.findings import Code
from ingest.frontmatter.model import KeyPath
from ingest.frozen import new_tuple

T = TypeVar("T")


class Problem(NamedTuple):
    """Something wrong inside a value; `path` leads from the value to the place."""

    code: Code
    message: str
    path: KeyPath = ()


class Reading(NamedTuple, Generic[T]):
    """A value as it is understood, None where it says nothing, and the problems met on the way."""

    value: T | None
    problems: tuple[Problem, ...] = ()


def understood(value: T) -> Reading[T]:
    """Return the reading of a value that is as it should be."""
    return new_tuple(Reading, (value, ()))


def sentence(message: str) -> str:
    """Return a message as a sentence: it begins with a capital letter (or a name in backticks) and has an end."""
    ended = message if message[-1:] in {".", "?", "!"} else f"{message}."
    return ended[:1].upper() + ended[1:]
