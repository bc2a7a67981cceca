"""A body that would cost too much to read is refused before it is read, and the limit can be raised."""

import ingest
from ingest.body import weight_of
from ingest.source import Limits

HEAD = "---\ntitle: Long\n---\n\nSome words to begin with.\n\n"


def test_lines_marks_and_length_weigh() -> None:
    assert weight_of("a\n" * 10) == 10
    assert weight_of("[a](b) <i>") == 2
    assert weight_of("a" * 800) == 10


def test_a_body_over_the_limit_is_refused_with_the_way_out() -> None:
    config = ingest.Config(limits=Limits(body_weight=100))
    refusal = ingest.parse_article((HEAD + "# a\n" * 200).encode(), config=config)
    assert isinstance(refusal, ingest.Refusal)
    assert [finding.code for finding in refusal.findings] == ["IO003"]
    assert "body_weight" in refusal.findings[0].message


def test_a_body_below_the_limit_is_read() -> None:
    config = ingest.Config(limits=Limits(body_weight=100))
    assert isinstance(ingest.parse_article((HEAD + "A word.\n" * 20).encode(), config=config), ingest.Article)
