"""What a run tells about how far it is; drawing it is the command line's business."""

from typing import Protocol


class Progress(Protocol):
    """Something that wants to know how far a run is."""

    def advance(self, files: int) -> None:
        """Take note that this many more files are finished."""


class Unwatched:
    """Nobody wants to know."""

    def advance(self, files: int) -> None:
        """Do nothing."""
