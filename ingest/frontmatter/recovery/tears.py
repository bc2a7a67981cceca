"""A delimiter or an excerpt separator inside a value: the value is joined again."""

import re
import unicodedata

from ingest.findings import Edit, Span
from ingest.findings.codes import FM008, FM016
from ingest.frontmatter.recovery.block import Block
from ingest.frontmatter.recovery.model import Repair
from ingest.frontmatter.recovery.quoting import CLOSERS
from ingest.frontmatter.recovery.torn import Tear

# The script put the article's image before the separator; `{ width=60% }` is its attribute list.
_IMAGE = re.compile(r"[ \t]*!\[[^\[\]\r\n]{0,200}\]\([^()\s]{0,2000}\)(?:\{[^{}\r\n]{0,100}\})?[ \t]*\Z")


def tear_step(text: str, block: Block) -> tuple[Repair, ...]:
    """Join the parts of every torn value; an image that came in with the separator moves below the block."""
    return tuple(_join(text, block, tear) for tear in block.tears)


def _join(text: str, block: Block, tear: Tear) -> Repair:
    edits: list[Edit] = []
    moved: list[str] = []
    start = tear.key.value.start
    for gap in tear.gaps:
        image = _IMAGE.search(text, max(start, gap.start - 2400), gap.start)
        end = image.start() if image and image.start() > start else gap.start
        if image and end < gap.start:
            moved.append(image[0].strip())
        closed = tear.parts[-1].start == gap.end and text[gap.end : tear.parts[-1].end] in CLOSERS
        between = "" if closed else joiner(text[start:end], text[gap.end : gap.end + 1], text[gap.end - 1])
        edits.append(Edit(Span(end, gap.end), between))
        start = gap.end
    if moved and block.closer is not None:
        place = block.closer.stop
        edits.append(Edit(Span(place, place), "".join(f"\n{image}\n" for image in moved)))
    span = Span(tear.gaps[0].start, tear.gaps[-1].end)
    message = f"A delimiter stands inside the value of `{tear.key.name}`."
    if not tear.delimited:
        message = f"The value of `{tear.key.name}` goes on in a line that is not indented."
    return Repair(
        FM016 if tear.delimited else FM008, span, message, "Join the value's parts", tuple(edits), field=tear.key.name
    )


def joiner(before: str, following: str, white: str = "\n") -> str:
    """Return what stood between two parts of a text: nothing behind a Chinese stop, a space behind a Latin one.

    `Character.` + `ai` and `GPT-4.` + `5` are names and numbers that the
    script took for the end of a sentence; a space that it left (`white`) was there before.
    """
    last = before[-1:]
    if not last or unicodedata.east_asian_width(last) in "WF":
        return ""
    if last == "." and white not in " \t" and before[-2:-1].isalnum():
        digits = before[-2:-1].isdigit() and following.isdigit()
        lower = following.isascii() and following.islower()
        if digits or lower:
            return ""
    return " "
