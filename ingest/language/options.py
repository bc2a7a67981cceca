"""What can be set about language verdicts."""

from dataclasses import dataclass

from ingest.errors import IngestError
from ingest.language.tags import normalise_tag, primary


@dataclass(frozen=True, slots=True)
class LanguageOptions:
    """The languages to expect and the thresholds.

    `candidates` are languages as people write them (`zh`, `zh-CN`, `English`),
    kept as BCP 47 primary tags in alphabetical order; empty means every language
    that langdetect ships a profile of. They are a prior, never an order: a script
    that no candidate writes stays `und-<Script>`. `detector` tells languages of
    one script apart: `profiles` (built in), `lingua` or `py3langid` (extras).

    Raises:
        IngestError: a candidate is no language.
    """

    candidates: tuple[str, ...] = ()
    detector: str = "profiles"
    native_share: float = 0.25
    """Part of the word equivalents, 0 to 1, from which a text is in its non-Latin script: its Latin words are names."""
    title_words: float = 1.0
    """Words of evidence that a Latin title over a body in another script needs (a capitalised word counts half)."""
    title_ratio: float = 2.5
    """Nats by which the average rival must be likelier than the body's language, on a title's whole and residual.

    A sentence is given 3.3 of them in advance (function words, several words in lower case): names are not.
    """
    body_ratio: float = 6.0
    """Log-likelihood ratio, in nats, between a body's first and second language, below which it stays undecided."""
    mixed_share: float = 0.15
    """Part of the body, 0 to 1, from which foreign stretches are reported …"""
    mixed_words: int = 25
    """… and the words that they need together."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "candidates", tuple(sorted({_candidate(text) for text in self.candidates})))


def _candidate(text: str) -> str:
    tag = normalise_tag(text)
    if tag is None:
        raise IngestError(f"`languages`: {text!r} is no language. Write tags such as 'zh' and 'en'.")
    return primary(tag)
