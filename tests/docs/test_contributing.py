"""The worked example of CONTRIBUTING.md and the one of schemas/README.md are run as they stand."""

import json
import shutil
from pathlib import Path

import pytest
from blocks import PROJECT, blocks_of

from ingest import Article, Finding, parse_article
from ingest.cli.main import run
from ingest.findings import CODES, Applicability, codes
from ingest.findings.reports import report_of
from ingest.fixes.apply import Reading, fix_text
from ingest.rules import body
from ingest.rules.pages import FENCE, SECTION
from ingest.source import Source


@pytest.fixture
def found() -> "list[tuple[str, list[Finding]]]":
    """Return the bad and the good article of the page with what the page's rule says of them."""
    code, rule = blocks_of("CONTRIBUTING.md", "python")
    names = {**vars(codes), **vars(body)}
    exec(compile(code.text + rule.text, "CONTRIBUTING.md", "exec"), names)  # noqa: S102 - the page's own code
    [page] = [block.text for block in blocks_of("CONTRIBUTING.md", "markdown") if "## Why" in block.text]
    assert SECTION.findall(page) == ["Why", "Bad", "Good", "Fix"]
    texts = [match[3] for match in FENCE.finditer(page)]
    return [(text, list(names["_repeated_title"](_article(text)))) for text in texts]


def _article(text: str) -> Article:
    article = parse_article(text.encode())
    assert isinstance(article, Article)
    assert article.findings == ()
    return article


def test_the_rule_finds_the_bad_article_and_not_the_good_one(found: "list[tuple[str, list[Finding]]]") -> None:
    (bad, [finding]), (_, nothing) = found
    assert nothing == []
    assert finding.code == "BD006"
    assert finding.code not in CODES, "the example shows a code that is free"
    position = report_of("a.md", [finding], Source("a.md", b"", bad)).findings[0].position
    assert position is not None
    assert (position.line, position.column) == (5, 1)


def test_its_fix_gives_the_good_article(found: "list[tuple[str, list[Finding]]]") -> None:
    (bad, findings), (good, _) = found

    def read(text: str) -> Reading:
        return Reading(tuple(findings) if text == bad else (), None)

    fixed = fix_text(bad, read, Applicability.UNSAFE).text
    assert fixed.replace("\n\n\n\n", "\n\n") == good


def test_the_files_that_it_names_are_there() -> None:
    for name in ("ingest/findings/codes.py", "ingest/rules/body.py", "ingest/rules/project.py", "ingest/rules/pages"):
        assert (PROJECT / name).exists()
    case = {path.name for path in (PROJECT / "tests" / "cases" / "BD002-last-paragraph").iterdir()}
    assert case == {"bad.md", "expected.json", "fixed.md", "good.md"}


def test_the_validation_of_records(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    [block] = blocks_of("schemas/README.md", "python")
    assert (
        run(["export", str(PROJECT / "samples/hexo"), "-q", "--no-cache", "-o", str(tmp_path / "records.jsonl")]) == 0
    )
    shutil.copytree(PROJECT / "schemas", tmp_path / "schemas")
    monkeypatch.chdir(tmp_path)
    names: dict[str, object] = {}
    exec(compile(block.text, "schemas/README.md", "exec"), names)  # noqa: S102 - the page's own code
    assert json.loads(str(names["line"]))["path"]
