"""ANSI colours, or none: a palette whose styles leave the text as it is."""

from dataclasses import dataclass

from ingest.findings import Severity

RESET = "\x1b[0m"


@dataclass(frozen=True, slots=True)
class Palette:
    """The opening sequences of the styles, empty without colour."""

    bold: str = ""
    dim: str = ""
    error: str = ""
    warning: str = ""
    info: str = ""
    fix: str = ""

    def of(self, severity: Severity) -> str:
        """Return the style of a severity."""
        return {Severity.ERROR: self.error, Severity.WARNING: self.warning}.get(severity, self.info)

    def paint(self, style: str, text: str) -> str:
        """Return the text in a style."""
        return f"{style}{text}{RESET}" if style and text else text


PLAIN = Palette()
COLOURS = Palette("\x1b[1m", "\x1b[2m", "\x1b[1;31m", "\x1b[1;33m", "\x1b[1;36m", "\x1b[36m")


def palette(*, colour: bool) -> Palette:
    """Return the colours, or the palette that leaves every text as it is."""
    return COLOURS if colour else PLAIN
