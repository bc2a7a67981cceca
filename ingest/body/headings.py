"""Headings that nobody meant: a paragraph with `---` right below it (CommonMark §4.3, setext headings)."""

from collections.abc import Sequence

from ingest.body.boilerplate import is_site_footer
from ingest.body.joints import is_wide
from ingest.body.model import AccidentalHeading, Passage
from ingest.body.reading import Reading, Setext

# In columns, a Han character taking two.
LONGEST_HEADING = 80
_SENTENCE_END = frozenset("。．.…；;，,、")
_CLOSING = "”’\"')）】」』》*_"
_INNER_END = ("。", "；", ". ", "！", "？")


def accidental_headings(reading: Reading) -> tuple[AccidentalHeading, ...]:
    """Return the setext headings that are plainly paragraphs, in order."""
    if not reading.setext:
        return ()
    last = last_of_the_article(reading.passages)
    return tuple(
        AccidentalHeading(setext.line, setext.end_line, setext.end_line + 1, setext.text)
        for setext in reading.setext
        # A heading has something under it.
        if setext.passage + bool(setext.text) > last or _is_paragraph(setext)
    )


def last_of_the_article(passages: Sequence[Passage]) -> int:
    """Return the index of the last passage that is no footer of a site, or -1."""
    index = len(passages) - 1
    while index >= 0 and is_site_footer(passages[index].text):
        index -= 1
    return index


def _is_paragraph(setext: Setext) -> bool:
    text = setext.text
    if setext.end_line > setext.line or not text:
        return True
    if len(text) > LONGEST_HEADING:
        return True
    bare = text.rstrip(_CLOSING)
    if bare and bare[-1] in _SENTENCE_END:
        return True
    if width(text) > LONGEST_HEADING:
        return True
    return any(end in bare[:-1] for end in _INNER_END)


def width(text: str) -> int:
    """Return about how many columns a text takes."""
    return len(text) if text.isascii() else sum(2 if is_wide(character) else 1 for character in text)
