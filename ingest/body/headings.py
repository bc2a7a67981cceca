"""Headings that nobody meant: a paragraph with `---` right below it (CommonMark §4.3, setext headings)."""

from ingest.body.boilerplate import is_site_footer
from ingest.body.joints import is_wide
from ingest.body.model import AccidentalHeading
from ingest.body.reading import Reading, Setext

# In columns, a Han character taking two.
LONGEST_HEADING = 80
_SENTENCE_END = frozenset("。．.…；;，,、")
_CLOSING = "”’\"')）】」』》*_"
_INNER_END = ("。", "；", ". ", "！", "？")


def accidental_headings(reading: Reading) -> tuple[AccidentalHeading, ...]:
    """Return the setext headings that are plainly paragraphs, in order."""
    return tuple(
        AccidentalHeading(setext.line, setext.end_line, setext.end_line + 1, setext.text)
        for setext in reading.setext
        if _is_paragraph(setext) or _ends_the_text(setext, reading)
    )


def _is_paragraph(setext: Setext) -> bool:
    text = setext.text
    if setext.end_line > setext.line or not text:
        return True
    if width(text) > LONGEST_HEADING:
        return True
    bare = text.rstrip(_CLOSING)
    if bare and bare[-1] in _SENTENCE_END:
        return True
    return any(end in bare[:-1] for end in _INNER_END)


def _ends_the_text(setext: Setext, reading: Reading) -> bool:
    """Return whether nothing but boilerplate follows: a heading has something under it."""
    following = reading.passages[setext.passage + (1 if setext.text else 0) :]
    return all(is_site_footer(passage.text) for passage in following)


def width(text: str) -> int:
    """Return about how many columns a text takes."""
    return len(text) if text.isascii() else sum(2 if is_wide(character) else 1 for character in text)
