"""Work budgets: counts, not clocks, so that a result does not depend on the machine."""

from dataclasses import dataclass

MEBIBYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """What one article may cost; over it there is a finding (FM015 or IO003), never a crash."""

    file_bytes: int = 32 * MEBIBYTE
    front_matter_bytes: int = MEBIBYTE
    depth: int = 32
    nodes: int = 10_000
    dotted_key_parts: int = 32
    body_weight: int = 300_000
    """Lines, marks and eighties of characters of a body, see `ingest.body.weight`."""


DEFAULT_LIMITS = Limits()
