"""Verdicts about languages, with the evidence in words a person understands."""

from dataclasses import dataclass

UNDETERMINED = "und"


@dataclass(frozen=True, slots=True)
class Verdict:
    """The language of a text.

    `language` is BCP 47 or `und`; `script` ISO 15924 (`Hans`, `Hant`, `Latn`, …)
    or `Zyyy` where no letter speaks; `confidence` lies between 0 and 1.
    """

    language: str
    script: str
    confidence: float
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Share:
    """A language's part of the prose, between 0 and 1, in word equivalents."""

    language: str
    share: float


@dataclass(frozen=True, slots=True)
class Stretch:
    """A run of neighbouring passages in another language than the body's; passages count from 0, the end is exclusive."""

    language: str
    first_passage: int
    last_passage: int
    words: int


@dataclass(frozen=True, slots=True)
class Mismatch:
    """Two texts of one article in different languages, and why we say so."""

    found: str
    expected: str
    confidence: float
    evidence: tuple[str, ...]
