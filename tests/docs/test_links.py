"""The links between the project's pages lead somewhere, and no page speaks of what is not there."""

import re
from pathlib import Path

import pytest
from blocks import PROJECT

from ingest.findings import CODES

PAGES = [
    *("README.md", "README.zh-CN.md", "CONTRIBUTING.md", "CHANGELOG.md"),
    *("schemas/README.md", "samples/README.md", "docs/rules.md"),
]
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
FENCED = re.compile(r"^(`{3,}).*?^\1$", re.MULTILINE | re.DOTALL)
CODE = re.compile(r"\b(?:FM|SC|LG|BD|IG|IO)\d{3}\b")


def slug(heading: str) -> str:
    """Return the anchor that GitHub gives a heading."""
    return re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-")


def prose(path: Path) -> str:
    return FENCED.sub("", path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("page", PAGES)
def test_every_link_leads_somewhere(page: str) -> None:
    path = PROJECT / page
    for link in LINK.findall(prose(path)):
        if "://" in link or link.startswith("/"):
            continue
        name, _, anchor = link.partition("#")
        target = (path.parent / name).resolve() if name else path
        if page == "docs/rules.md" and name:
            continue  # links inside the example articles
        assert target.exists(), link
        headings = re.findall(r"^#+ (.*)$", prose(target), re.MULTILINE) if anchor else []
        assert not anchor or anchor in map(slug, headings), link


@pytest.mark.parametrize("page", PAGES)
def test_every_code_exists(page: str) -> None:
    codes = set(CODE.findall((PROJECT / page).read_text(encoding="utf-8")))
    assert codes - set(CODES) - {"BD006"} == set()
