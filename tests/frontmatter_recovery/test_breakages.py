"""Every breakage, and every pair of breakages, is read as what the healthy article said."""

import itertools

import frontmatter
import pytest
from breakages import GROUPS, SAMPLES, Parts, healthy

from ingest.frontmatter import FrontMatter, parse_strict
from ingest.frontmatter.recovery import recover
from ingest.frontmatter.vocabulary import FIELDS_BY_KEY, fold_key

SINGLES = [((group, name),) for group, operators in GROUPS.items() for name in operators]
PAIRS = [
    ((one, first), (other, second))
    for one, other in itertools.combinations(GROUPS, 2)
    for first in GROUPS[one]
    for second in GROUPS[other]
]
# MultiMarkdown metadata has no delimiters and no quotes of YAML: these are healthy there.
MULTIMARKDOWN = {
    (("title", title), ("delimiter", "none"))
    for title in ("curly-colon", "full-width-quotes", "half-curly", "next-line")
}


def broken(sample: str, operators: tuple[tuple[str, str], ...]) -> Parts:
    parts = healthy(SAMPLES[sample])
    for group, name in operators:
        parts = GROUPS[group][name](parts)
    return parts


def value_of(read: FrontMatter, field: str) -> str:
    for entry in read.entries:
        if field in FIELDS_BY_KEY.get(fold_key(entry.key), ()):
            return " ".join(str(entry.value).split())
    return ""


def said(read: FrontMatter) -> tuple[str, str, str, str]:
    return value_of(read, "title"), value_of(read, "date"), value_of(read, "authors"), read.body.strip()


def truth(parts: Parts) -> tuple[str, str, str, str]:
    article = parts.article
    return article.title, article.date, article.author, article.body.strip()


def fixed(text: str, read: FrontMatter, *, renamed: bool) -> str:
    edits = [
        edit
        for finding in read.findings
        if finding.fix is not None and (renamed or finding.code != "FM013")
        for edit in finding.fix.edits
    ]
    for edit in sorted(edits, reverse=True):
        text = text[: edit.span.start] + edit.replacement + text[edit.span.end :]
    return text


def check(sample: str, operators: tuple[tuple[str, str], ...]) -> None:
    parts = broken(sample, operators)
    text = parts.text
    read = recover(text, parse_strict(text))
    assert said(read) == truth(parts)
    if not read.repaired:
        return
    assert all(finding.span is not None for finding in read.findings)
    repaired = fixed(text, read, renamed=False)
    again = parse_strict(repaired)
    assert (repaired, again.data, again.body) == (read.text, read.data, read.body)
    assert not recover(repaired, again).repaired
    for entry in read.entries:
        assert entry.key in text[entry.key_span.start : entry.key_span.end]


@pytest.mark.parametrize("sample", SAMPLES)
@pytest.mark.parametrize("operators", SINGLES, ids=lambda operators: "+".join(name for _, name in operators))
def test_one_breakage(sample: str, operators: tuple[tuple[str, str], ...]) -> None:
    check(sample, operators)


@pytest.mark.parametrize("sample", SAMPLES)
@pytest.mark.parametrize("group", [f"{one}+{other}" for one, other in itertools.combinations(GROUPS, 2)])
def test_pairs_of_breakages(sample: str, group: str) -> None:
    for operators in PAIRS:
        if "+".join(kind for kind, _ in operators) == group and operators not in MULTIMARKDOWN:
            check(sample, operators)


@pytest.mark.parametrize("sample", SAMPLES)
@pytest.mark.parametrize("operators", SINGLES, ids=lambda operators: "+".join(name for _, name in operators))
def test_other_tools_read_the_fixed_file(sample: str, operators: tuple[tuple[str, str], ...]) -> None:
    parts = broken(sample, operators)
    text = parts.text
    read = recover(text, parse_strict(text))
    if operators == (("delimiter", "none"),):
        pytest.skip("MultiMarkdown metadata is healthy, and python-frontmatter does not know it")
    post = frontmatter.loads(fixed(text, read, renamed=True))
    title, date, author, _ = truth(parts)
    assert (" ".join(str(post["title"]).split()), str(post["date"]), post["author"]) == (title, date, author)


@pytest.mark.parametrize("sample", SAMPLES)
def test_healthy_samples_stay(sample: str) -> None:
    strict = parse_strict(healthy(SAMPLES[sample]).text)
    assert recover(strict.text, strict) is strict
