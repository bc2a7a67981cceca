"""What can be set about language verdicts."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LanguageOptions:
    """The languages to expect and the thresholds.

    `candidates` are BCP 47 primary tags; empty means every language that
    langdetect ships a profile of. They are a prior, never an order: a script
    that no candidate writes stays `und-<Script>`. `detector` tells languages
    of one script apart: `profiles` (built in), `lingua` or `py3langid` (extras).
    """

    candidates: tuple[str, ...] = ()
    detector: str = "profiles"
    native_share: float = 0.25
    """Part of the word equivalents, 0 to 1, from which a text is in its non-Latin script: its Latin words are names."""
    title_words: float = 1.0
    """Words of evidence that a Latin title over a body in another script needs (a capitalised word counts half)."""
    title_ratio: float = 0.0
    """Nats by which the average rival must be likelier than the body's language, on a title's whole and residual."""
    body_ratio: float = 6.0
    """Log-likelihood ratio, in nats, between a body's first and second language, below which it stays undecided."""
    mixed_share: float = 0.15
    """Part of the body, 0 to 1, from which foreign stretches are reported …"""
    mixed_words: int = 25
    """… and the words that they need together."""
