"""A Markdown body: prose, outline, links, code, and what is wrong with it."""

from ingest.body.assistants import assistant_phrases, is_assistant_talk
from ingest.body.body import read_body
from ingest.body.model import (
    AccidentalHeading,
    AssistantPhrase,
    AssistantPhraseKind,
    Body,
    Heading,
    Image,
    Link,
    Metrics,
    Passage,
    PassageKind,
    RepeatedBlock,
    Stated,
)
from ingest.body.placeholders import PLACEHOLDERS, is_placeholder
from ingest.body.readability import has_readable_text
from ingest.body.repeated_blocks import metadata_block, repeated_block
from ingest.body.weight import weight_of

__all__ = [
    "PLACEHOLDERS",
    "AccidentalHeading",
    "AssistantPhrase",
    "AssistantPhraseKind",
    "Body",
    "Heading",
    "Image",
    "Link",
    "Metrics",
    "Passage",
    "PassageKind",
    "RepeatedBlock",
    "Stated",
    "assistant_phrases",
    "has_readable_text",
    "is_assistant_talk",
    "is_placeholder",
    "metadata_block",
    "read_body",
    "repeated_block",
    "weight_of",
]
