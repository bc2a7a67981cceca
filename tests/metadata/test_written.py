"""Numbers as the author wrote them, also where a repair has moved them."""

import pytest

from ingest.findings import Edit, Span
from ingest.frontmatter import Entry, Format, FrontMatter
from ingest.metadata import read_metadata
from ingest.source.drafts import Draft

SOURCE = "title: 1.10\n---\n"


def repaired(edits: list[Edit]) -> FrontMatter:
    draft = Draft.of(SOURCE).edited(edits)
    entry = Entry("title", 1.1, Span(0, 5), Span(7, 11))
    return FrontMatter(
        Format.YAML, draft.text, Span(4, 16), len(draft.text), {"title": 1.1}, (entry,), draft.offsets, repaired=True
    )


@pytest.mark.parametrize(
    ("edits", "title"),
    [
        ([], "1.10"),
        ([Edit(Span(0, 0), "---\n")], "1.10"),
        ([Edit(Span(0, 0), "---\n"), Edit(Span(12, 12), "date: x\n")], "1.10"),
        # the number itself was changed by the repair: only its value is left
        ([Edit(Span(8, 9), ",")], "1.1"),
    ],
)
def test_a_number_is_found_through_repairs(edits: list[Edit], title: str) -> None:
    assert read_metadata(repaired(edits)).metadata.title == title
