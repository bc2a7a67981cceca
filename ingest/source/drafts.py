"""A text under repair: edits composed one after another, and the way back to the offsets of the original."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ingest.findings import Edit, Span
from ingest.source.offsets import OffsetMap


class Piece(NamedTuple):
    """A run of characters in a draft: copied from the source, or inserted before the source offset."""

    text: str
    origin: int
    inserted: bool


class Draft(NamedTuple):
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
        """Return the draft with more edits (in this draft's offsets, not overlapping) applied, in linear time."""
        cursor = _Cursor(self.pieces)
        pieces: list[Piece] = []
        for edit in sorted(edits):
            pieces.extend(cursor.until(edit.span.start))
            removed = list(cursor.until(edit.span.end))
            if edit.replacement:
                pieces.append(Piece(edit.replacement, removed[0].origin if removed else cursor.origin, inserted=True))
        pieces.extend(cursor.until(None))
        return Draft(tuple(pieces))


class _Cursor:
    """Walks once over the pieces of a draft."""

    def __init__(self, pieces: tuple[Piece, ...]) -> None:
        self._rest = iter(pieces)
        self._piece = next(self._rest, None)
        self._offset = 0
        self._inside = 0
        self.origin = 0
        self.origin = self._origin()

    def until(self, offset: int | None) -> Iterator[Piece]:
        """Yield the pieces up to an offset of the draft (None: to its end), the last one cut there."""
        while self._piece is not None and (offset is None or self._offset < offset):
            piece = self._piece
            left = len(piece.text) - self._inside
            size = left if offset is None else min(left, offset - self._offset)
            if size:
                yield Piece(piece.text[self._inside : self._inside + size], self._origin(), piece.inserted)
            self._offset += size
            self._inside += size
            if self._inside == len(piece.text):
                self.origin = self._origin()
                self._piece, self._inside = next(self._rest, None), 0
            self.origin = self._origin()

    def _origin(self) -> int:
        if self._piece is None:
            return self.origin
        return self._piece.origin + (0 if self._piece.inserted else self._inside)


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
