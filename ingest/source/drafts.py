"""A text under repair: edits composed one after another, and the way back to the offsets of the original."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from ingest.findings import Edit, Span


@dataclass(frozen=True, slots=True)
class OffsetMap:
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

    def shifted(self, offset: int) -> "OffsetMap":
        """Return the map of the same text without its first `offset` characters."""
        return OffsetMap(tuple(start - offset for start in self.starts), self.origins, self.fixed)


IDENTITY = OffsetMap((0,), (0,), (False,))


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of characters in a draft: copied from the source, or inserted before the source offset."""

    text: str
    origin: int
    inserted: bool


@dataclass(frozen=True, slots=True)
class Draft:
    """A text with edits applied, as pieces; every further edit is in the draft's own offsets."""

    pieces: tuple[Piece, ...]

    @classmethod
    def of(cls, text: str) -> "Draft":
        """Return the draft with no edits."""
        return cls((Piece(text, 0, inserted=False),))

    @property
    def text(self) -> str:
        """Return the edited text."""
        return "".join(piece.text for piece in self.pieces)

    @property
    def offsets(self) -> OffsetMap:
        """Return the way back to the source."""
        starts: list[int] = []
        position = 0
        for piece in self.pieces:
            starts.append(position)
            position += len(piece.text)
        return OffsetMap(
            tuple(starts), tuple(piece.origin for piece in self.pieces), tuple(piece.inserted for piece in self.pieces)
        )

    def edited(self, edits: Iterable[Edit]) -> "Draft":
        """Return the draft with more edits (in this draft's offsets, not overlapping) applied."""
        draft = self
        for edit in sorted(edits, reverse=True):
            before, rest = _split(draft.pieces, edit.span.start)
            removed, after = _split(rest, edit.span.end - edit.span.start)
            origin = (removed or after or (Piece("", _end(before), inserted=True),))[0].origin
            inserted = (Piece(edit.replacement, origin, inserted=True),) if edit.replacement else ()
            draft = Draft((*before, *inserted, *after))
        return draft


def _end(pieces: tuple[Piece, ...]) -> int:
    if not pieces:
        return 0
    last = pieces[-1]
    return last.origin + (0 if last.inserted else len(last.text))


def _split(pieces: tuple[Piece, ...], offset: int) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    left: list[Piece] = []
    for index, piece in enumerate(pieces):
        if offset >= len(piece.text):
            left.append(piece)
            offset -= len(piece.text)
            continue
        if offset == 0:
            return tuple(left), pieces[index:]
        head = Piece(piece.text[:offset], piece.origin, piece.inserted)
        tail = Piece(piece.text[offset:], piece.origin + (0 if piece.inserted else offset), piece.inserted)
        return (*left, head), (tail, *pieces[index + 1 :])
    return tuple(left), ()


def source_edits(draft: Draft, length: int) -> tuple[Edit, ...]:
    """Return the edits that turn the source (of `length` characters) into the draft."""
    edits: list[Edit] = []
    position, replacement = 0, ""
    for piece in draft.pieces:
        if piece.inserted:
            replacement += piece.text
            continue
        if piece.origin > position or replacement:
            edits.append(Edit(Span(position, piece.origin), replacement))
        position, replacement = piece.origin + len(piece.text), ""
    if position < length or replacement:
        edits.append(Edit(Span(position, length), replacement))
    return tuple(edits)
