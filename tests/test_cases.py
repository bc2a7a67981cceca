"""Runs every folder of `cases/`: what a broken article is read as, what is said of it, and what a fix makes of it."""

import difflib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import frontmatter
import pytest

from ingest import Article, Config, Finding, Refusal, Severity, parse_article
from ingest.config import ConfigFile, load_config
from ingest.engine.fixing import fix_bytes
from ingest.engine.settings import Settings
from ingest.findings import Applicability
from ingest.record import record_of

FOLDERS = sorted(folder for folder in (Path(__file__).parent / "cases").iterdir() if folder.is_dir())


@dataclass(frozen=True)
class Case:
    """A folder: the broken article, what ought to come of it, and a healthy article that looks like it."""

    folder: Path
    expected: dict[str, Any]

    @classmethod
    def in_folder(cls, folder: Path) -> "Case":
        return cls(folder, json.loads((folder / "expected.json").read_text(encoding="utf-8")))

    @property
    def path(self) -> str:
        """Return the name that the articles are read under."""
        return str(self.expected.get("path", "article.md"))

    @property
    def config(self) -> Config:
        """Return the configuration that the articles are read with: the default one, or the case's own."""
        text = self.expected.get("config")
        return Config() if text is None else load_config(ConfigFile("ingest.toml", "", text, ()))

    def data(self, name: str) -> bytes:
        return (self.folder / name).read_bytes()

    def read(self, data: bytes) -> Article | Refusal:
        return parse_article(data, self.path, self.config)

    def fixed(self, data: bytes, applicability: Applicability) -> bytes:
        outcome = fix_bytes(data, self.path, Settings(((self.config, None),)), applicability)
        return data if outcome is None else outcome.data


@pytest.fixture(params=FOLDERS, ids=lambda folder: folder.name)
def case(request: pytest.FixtureRequest) -> Case:
    """Return a case; what the code gets wrong today is marked in it by the test's name, with the reason."""
    case = Case.in_folder(request.param)
    reason = case.expected.get("xfail", {}).get(request.function.__name__)
    if reason:
        request.applymarker(pytest.mark.xfail(reason=reason, strict=True))
    return case


def loud(findings: tuple[Finding, ...]) -> list[str]:
    """Return the codes that make `ingest check` fail."""
    return sorted({finding.code for finding in findings if finding.severity is not Severity.INFO})


def test_reading(case: Case) -> None:
    article = case.read(case.data("bad.md"))
    expected = case.expected
    assert isinstance(article, Refusal) == expected["refusal"]
    if isinstance(article, Refusal):
        return
    record = record_of(article)
    assert record.title == expected["title"]
    assert record.date_published == expected["date"]
    assert [author.name for author in record.authors] == expected["authors"]
    assert record.content_markdown.lstrip().startswith(expected["body_starts"])
    for field in ("language", "title_language"):
        if field in expected:
            assert getattr(record, field) == expected[field]


def test_findings(case: Case) -> None:
    findings = case.read(case.data("bad.md")).findings
    assert loud(findings) == case.expected["codes"]
    main = case.expected["main"]
    first = next(finding for finding in findings if finding.code == main["code"])
    place = (first.position.line, first.position.column) if first.position else (None, None)
    assert place == (main["line"], main["column"])


def test_fixing(case: Case) -> None:
    bad = case.data("bad.md")
    mended = case.fixed(bad, Applicability.UNSAFE)
    assert difference(mended, case.data("fixed.md")) == ""
    assert difference(case.fixed(mended, Applicability.UNSAFE), mended) == ""
    code, fix = case.expected["main"]["code"], case.expected["fix"]
    safely_mended = case.fixed(bad, Applicability.SAFE)
    assert (code in _codes(case.read(safely_mended))) == (fix != "safe")
    assert (code in _codes(case.read(mended))) == (fix == "no")


def test_other_tools_read_the_fixed_file(case: Case) -> None:
    data = case.data("fixed.md")
    if case.expected["refusal"] or data == case.data("bad.md") or data.startswith(b"+++"):
        pytest.skip("nothing was mended, or it is TOML, which python-frontmatter reads only with another package")
    article = case.read(data)
    assert isinstance(article, Article)
    post = frontmatter.loads(data.decode(article.source.encoding))
    assert post["title"] == case.expected["title"]
    assert str(post["date"]) == case.expected["date"]
    assert [post["author"]] == case.expected["authors"]


def test_a_healthy_look_alike_is_left_alone(case: Case) -> None:
    good = case.data("good.md")
    article = case.read(good)
    assert isinstance(article, Article)
    assert loud(article.findings) == []
    assert difference(case.fixed(good, Applicability.UNSAFE), good) == ""


def difference(found: bytes, wanted: bytes) -> str:
    """Return a short diff: pytest's own takes minutes for long lines that are nearly equal."""
    before, after = (data.decode("utf-8", "backslashreplace").splitlines(keepends=True) for data in (wanted, found))
    return "" if found == wanted else "".join(difflib.unified_diff(before, after, "wanted", "found")) or f"{found!r}"


def _codes(result: Article | Refusal) -> set[str]:
    return {finding.code for finding in result.findings}
