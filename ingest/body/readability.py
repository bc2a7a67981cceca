"""Whether a body holds anything for a reader (BD001).

Readable are words of the author's, code, images, and what a page embeds: a photo blog's or a snippet's post has no
prose. Not readable are placeholders (`None`), rules, the footer of a site, the words of an assistant, and a metadata
block that was repeated, each alone or together.
"""

import re

from ingest.body.assistants import is_assistant_talk
from ingest.body.boilerplate import MAY_BEGIN, is_site_footer
from ingest.body.model import Body
from ingest.body.parsing import with_line_feeds
from ingest.body.placeholders import is_placeholder
from ingest.body.repeated_blocks import may_be_in_a_block, metadata_block

# What the line may begin with that opens a metadata block: a delimiter, or the key of a title.
_OPENS_A_BLOCK = frozenset("-tT标標题文*_ \t")
_EMBEDS = r"\{\{[<%]|\{%|<(?:iframe|video|audio|embed|object|svg|[A-Z])|\$\$"


def has_readable_text(body: Body) -> bool:
    """Return whether anything in a body is for a reader."""
    block = None
    for passage in body.passages:
        text = passage.text
        if is_placeholder(text) or (text[:1] in MAY_BEGIN and is_site_footer(text)) or is_assistant_talk(text):
            continue
        if block is None and _may_be_in_a_block(body.markdown, passage.line):
            block = metadata_block(with_line_feeds(body.markdown))
        if block is None or not block.line <= passage.line <= block.end_line:
            return True
    if body.images or not is_placeholder(body.code):
        return True
    return any(link.url == link.text for link in body.links) or re.search(_EMBEDS, body.markdown) is not None


def _may_be_in_a_block(markdown: str, line: int) -> bool:
    """Return whether a line (from 1) may stand in a metadata block: not the first one, if it opens none."""
    first = markdown[:line].lstrip("\n")
    if len(first) == 1 and first not in _OPENS_A_BLOCK:  # all lines above it are empty
        return False
    return may_be_in_a_block(markdown, line)
