from collections.abc import Callable

import pytest

from ingest.frontmatter import FrontMatter, parse_strict
from ingest.metadata import MetadataOptions, MetadataReading, read_metadata


@pytest.fixture
def block() -> Callable[[str], FrontMatter]:
    """Return the front matter of a YAML block that stands in a file."""

    def parse(yaml: str) -> FrontMatter:
        return parse_strict(f"---\n{yaml}\n---\n\nBody.\n")

    return parse


@pytest.fixture
def read(block: Callable[[str], FrontMatter]) -> Callable[..., MetadataReading]:
    """Return the metadata of a YAML block."""

    def read_block(yaml: str, options: MetadataOptions | None = None) -> MetadataReading:
        front_matter = block(yaml)
        assert not front_matter.unread, front_matter.findings
        return read_metadata(front_matter, options or MetadataOptions())

    return read_block
