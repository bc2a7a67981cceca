"""Whether a body holds anything for a reader (BD001).

Readable are words of the author's, code, images, and what a page embeds: a photo blog's or a snippet's post has no
prose. Not readable are placeholders (`None`), rules, the footer of a site, the words of an assistant, and a metadata
block that was repeated, each alone or together.
"""

import re

from ingest.body.assistants import is_assistant_talk
from ingest.body.boilerplate import is_site_footer
from ingest.body.model import Body
from ingest.body.parsing import with_line_feeds
from ingest.body.placeholders import is_placeholder
from ingest.body.repeated_blocks import may_be_in_a_block, metadata_block

_EMBEDS = r"\{\{[<%]|\{%|<(?:iframe|video|audio|embed|object|svg|[A-Z])|\$\$"


def has_readable_text(body: Body) -> bool:
    """Return whether anything in a body is for a reader."""
    block = None
    for passage in body.passages:
        text = passage.text
        if is_placeholder(text) or is_site_footer(text) or is_assistant_talk(text):
            continue
        if block is None and may_be_in_a_block(body.markdown, passage.line):
            block = metadata_block(with_line_feeds(body.markdown))
        if block is None or not block.line <= passage.line <= block.end_line:
            return True
    if body.images or not is_placeholder(body.code):
        return True
    return any(link.url == link.text for link in body.links) or re.search(_EMBEDS, body.markdown) is not None
