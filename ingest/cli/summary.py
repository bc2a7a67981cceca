"""The summary of an export, for people."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, TextIO

from ingest.cli.terminal import wants_colour
from ingest.findings import CODES
from ingest.sinks.jsonl import Targets

if TYPE_CHECKING:
    from ingest.cli.export import Tally

BOLD, RED, YELLOW, RESET = "\x1b[1m", "\x1b[31m", "\x1b[33m", "\x1b[0m"
COLOURS = {"error": RED, "warning": YELLOW}
MOST_LANGUAGES = 6


def export_summary(tally: "Tally", targets: Targets, skipped: Mapping[str, int], stream: TextIO) -> str:
    """Return the table that an export ends with."""
    colour = wants_colour(stream)
    parts = [_counts(tally, targets, skipped)]
    if tally.languages:
        parts.append(_languages(tally.languages))
    if tally.codes:
        parts.append(_codes(tally.codes, colour=colour))
    return "\n".join(parts)


def _counts(tally: "Tally", targets: Targets, skipped: Mapping[str, int]) -> str:
    rows = [
        ("records", tally.records, targets.records or ""),
        ("refusals", tally.refusals, targets.rejected or ""),
        ("skipped", sum(skipped.values()), ", ".join(f"{count} {reason}" for reason, count in sorted(skipped.items()))),
    ]
    lines = [f"{name:<10}{count:>8,}  {place}".rstrip() for name, count, place in rows]
    return "\n".join([*lines, f"in {tally.seconds:.1f} s"]) + "\n"


def _languages(languages: Mapping[str, int]) -> str:
    ordered = sorted(languages.items(), key=lambda item: (-item[1], item[0]))
    lines = [f"{'title / body':<24}{'records':>8}"]
    lines += [f"{pair.replace('/', ' / '):<24}{count:>8,}" for pair, count in ordered[:MOST_LANGUAGES]]
    if len(ordered) > MOST_LANGUAGES:
        lines.append(f"{'others':<24}{sum(count for _, count in ordered[MOST_LANGUAGES:]):>8,}")
    return "\n".join(lines) + "\n"


def _codes(codes: Mapping[str, int], *, colour: bool) -> str:
    ordered = sorted(codes.items(), key=lambda item: (-item[1], item[0]))
    lines = [f"{'finding':<39}{'severity':<9}{'count':>7}"]
    for code, count in ordered:
        severity = CODES[code].severity.value
        name = f"{code} {CODES[code].name}"
        paint, reset = (COLOURS.get(severity, ""), RESET) if colour else ("", "")
        lines.append(f"{name:<39}{paint}{severity:<9}{reset}{count:>7,}")
    return "\n".join(lines) + "\n"
