"""Edits put into a draft in one pass: a file with an indent has as many of them as it has lines."""

from collections.abc import Iterable, Iterator

from ingest.findings import Edit
from ingest.source import Draft
from ingest.source.drafts import Piece


def with_edits(draft: Draft, edits: Iterable[Edit]) -> Draft:
    """Return what `draft.edited(edits)` returns (edits in the draft's offsets, not overlapping), in linear time."""
    cursor = _Cursor(draft.pieces)
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
