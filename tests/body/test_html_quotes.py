"""`<blockquote>` quotes like `>` does: its passages are quotations, its headings are no part of the outline."""

import pytest

from ingest.body import PassageKind, read_body

QUOTE, PARAGRAPH, HTML = PassageKind.QUOTE, PassageKind.PARAGRAPH, PassageKind.HTML
CASES = {
    "one block": ("<blockquote>\n<p>引文</p>\n</blockquote>\n\n正文", [(QUOTE, "引文"), (PARAGRAPH, "正文")]),
    "Markdown inside": (
        "<blockquote>\n\n# 一\n\n- **二**\n\n</blockquote>\n\n三",
        [(QUOTE, "一"), (QUOTE, "二"), (PARAGRAPH, "三")],
    ),
    "ended in a paragraph": (
        "<blockquote>a\n\nb</BLOCKQUOTE>\n\nc</blockquote>\n\nd",
        [(QUOTE, "a"), (QUOTE, "b"), (PARAGRAPH, "c"), (PARAGRAPH, "d")],
    ),
    "nested": (
        "<div><blockquote><h2>a</h2><blockquote>*b*</blockquote>c</blockquote>d</div>",
        [(QUOTE, "a"), (QUOTE, "b"), (QUOTE, "c"), (HTML, "d")],
    ),
    "never ended": ("<blockquote>\n\na\n\nb", [(PARAGRAPH, "a"), (PARAGRAPH, "b")]),
    "never begun": ("</blockquote>\n\na", [(PARAGRAPH, "a")]),
}


@pytest.mark.parametrize(("markdown", "passages"), CASES.values(), ids=CASES)
def test_passages(markdown: str, passages: list[tuple[PassageKind, str]]) -> None:
    body = read_body(markdown)
    assert [(passage.kind, passage.text) for passage in body.passages] == passages
    assert body.outline == ()
