"""The way from the offsets of a repaired text back to those of the original."""

from bisect import bisect_right
from typing import NamedTuple


class OffsetMap(NamedTuple):
    """Leads offsets of an edited text back to the source.

    `starts[i]` is where piece i begins in the edited text, `origins[i]` where
    its first character stood in the source; a piece of length 0 in the source
    (inserted text) has `fixed[i]` true: all its characters map to one place.
    """

    starts: tuple[int, ...]
    origins: tuple[int, ...]
    fixed: tuple[bool, ...]

    def to_source(self, offset: int) -> int:
        """Return the source offset of a character of the edited text."""
        piece = bisect_right(self.starts, offset) - 1
        if piece < 0:
            return self.origins[0] if self.origins else offset
        return self.origins[piece] + (0 if self.fixed[piece] else offset - self.starts[piece])


IDENTITY = OffsetMap((0,), (0,), (False,))
