"""What a finding hangs on survives edits elsewhere, and tells neighbours apart."""

import ingest
from ingest.findings.identity import Identifier
from ingest.findings.reports import report_of

PARAGRAPH = "The sleeper from the coast runs again, and it is full on most nights of the {day}.\n---\n\n"
HEAD = "---\ntitle: Night trains\n---\n\n"


def identities(body: str) -> set[tuple[str, str, int]]:
    article = ingest.parse_article((HEAD + body).encode())
    assert isinstance(article, ingest.Article)
    report = report_of("a.md", article.findings, article.source)
    return {(found.code, found.anchor, found.nth) for _, found in Identifier().identities(report)}


def test_lines_may_move() -> None:
    paragraph = PARAGRAPH.format(day="week")
    assert identities(paragraph) == identities("Something new at the top.\n\n" + paragraph)


def test_a_mended_place_and_a_new_one_are_not_the_same() -> None:
    before, after = identities(PARAGRAPH.format(day="week")), identities(PARAGRAPH.format(day="year"))
    assert len(before) == len(after) == 1
    assert before.isdisjoint(after)


def test_equal_places_are_counted() -> None:
    paragraph = PARAGRAPH.format(day="week")
    assert {nth for _, _, nth in identities(paragraph * 2)} == {1, 2}
