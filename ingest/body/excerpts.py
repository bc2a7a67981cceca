"""The text before the first excerpt separator, as generators cut it.

An explicit comment (`<!-- more -->`) wins over `---`, which may be an ordinary rule. `---` separates where it stands
alone or under a paragraph; under a heading that is meant as one (CommonMark's setext heading) it does not.
"""

from ingest.body.boilerplate import is_site_footer
from ingest.body.model import AccidentalHeading
from ingest.body.reading import Reading, Separator


def excerpt_of(reading: Reading, accidental: tuple[AccidentalHeading, ...]) -> str | None:
    """Return the prose before the first separator; None without one, or where no prose stands before it."""
    separator = _first(reading, accidental)
    if separator is None:
        return None
    before = [passage.text for passage in reading.passages[: separator.passages]]
    if separator.partial:
        before.append(separator.partial)
    return "\n\n".join(before) or None


def _first(reading: Reading, accidental: tuple[AccidentalHeading, ...]) -> Separator | None:
    first: Separator | None = None
    for separator in reading.separators:
        if separator.explicit:
            return separator
        first = first or separator
    if accidental and (first is None or accidental[0].underline_line < first.line):
        setext = next(setext for setext in reading.setext if setext.line == accidental[0].line)
        first = Separator(setext.passage + bool(setext.text), accidental[0].underline_line)
    if first is None:
        return None
    # A rule above nothing but the site's footer cuts no excerpt off.
    below = reading.passages[first.passages :]
    return first if any(not is_site_footer(passage.text) for passage in below) else None
