"""Single repairs: what is read, under which code, where, and whether its fix keeps every word."""

from dataclasses import dataclass

import pytest

from ingest.findings import Applicability
from ingest.frontmatter import Format, parse_strict
from ingest.frontmatter.recovery import recover
from ingest.frontmatter.recovery.tears import joiner

REST = "date: 2024-01-01\n---\n\nbody\n"


@dataclass(frozen=True)
class Case:
    text: str
    title: object
    codes: tuple[str, ...]
    body: str = "\nbody\n"


CASES = {
    "Chinese sentence": Case(
        f"---\ntitle: '再会，灯塔。\n\n---\n海记得你'\n{REST}", "再会，灯塔。海记得你", ("FM016",)
    ),
    "Latin sentence": Case(f"---\ntitle: 'Bye.\n\n---\nWe stay'\n{REST}", "Bye. We stay", ("FM016",)),
    "name with a dot": Case(f"---\ntitle: 'Harbour.\n\n---\nai opens'\n{REST}", "Harbour.ai opens", ("FM016",)),
    "number with a dot": Case(f"---\ntitle: 'Tide 4.\n\n---\n5 is out'\n{REST}", "Tide 4.5 is out", ("FM016",)),
    "image before the separator": Case(
        f"---\ntitle: 'Lamp Inc.![图](http://x/y.jpg){{ width=60% }}\n\n---\n 50 名'\n{REST}",
        "Lamp Inc. 50 名",
        ("FM016",),
        "\n![图](http://x/y.jpg){ width=60% }\n\nbody\n",
    ),
    "apostrophe": Case(f"---\ntitle: 'It's late'\n{REST}", "It's late", ("FM010",)),
    "two apostrophes": Case(f"---\ntitle: 'The dogs' owner's day'\n{REST}", "The dogs' owner's day", ("FM010",)),
    "Chinese quotations joined": Case(f'---\ntitle: "灯塔"与"海"\n{REST}', '"灯塔"与"海"', ("FM010",)),
    "Chinese quotation inside": Case(f'---\ntitle: "他说"开门"就走"\n{REST}', '他说"开门"就走', ("FM010",)),
    "clipped word": Case(f"---\ntitle: 'Tis the season\n{REST}", "'Tis the season", ("FM010",)),
    "missing closing quote": Case(f"---\ntitle: 'Foo's day\n{REST}", "Foo's day", ("FM010",)),
    "path": Case(f'---\ntitle: "C:\\Users\\new"\n{REST}', "C:\\Users\\new", ("FM010",)),
    "comment behind": Case(f"---\ntitle: A: b # remark\n{REST}", "A: b", ("FM010",)),
    "C # 12": Case(f"---\ntitle: C # 12 is out\n{REST}", "C # 12 is out", ("FM010",)),
    "tag": Case(f"---\ntitle: !New lamp\n{REST}", "!New lamp", ("FM010",)),
    "curly quotes around all": Case(
        "---\ntitle: “Lamp”\ndate: “2024-01-01”\n---\n\nbody\n", "Lamp", ("FM012", "FM012")
    ),
    "stray delimiter": Case("---\ntitle: T\n---\ndate: 2024-01-01\nauthor: A\n---\n\nbody\n", "T", ("FM004",)),
    "list with a tab": Case("---\ntitle: T\ntags:\n\t- a\n---\n\nbody\n", "T", ("FM008",)),
    "open list": Case(f"---\ntitle: T\ntags: [a, b\n{REST}", "T", ("FM008",)),
    "slipped key": Case("---\ntitle: T\n date: 2024-01-01\n---\n\nbody\n", "T", ("FM007",)),
    "other heading": Case(f"# Other\n\n---\ntitle: T\n{REST}", "T", ("FM006",), "\n# Other\n\nbody\n"),
    "comment before": Case(f"<!-- made -->\n---\ntitle: T\n{REST}", "T", ("FM006",), "\n<!-- made -->\n\nbody\n"),
    "signs beside two breakages": Case(
        f"---\nbase: &b {{a: 1}}\nother: *b\nicon: #fff\nkind: !!str 1\ntitle: 'It's: T'\n\tslug: x\n{REST}",
        "It's: T",
        ("FM007", "FM010"),
    ),
    "words before a title alone": Case(
        "Some words.\n\n---\ntitle: T\n---\nbody\n", "T", ("FM006",), "\nSome words.\n\nbody\n"
    ),
    "heading before a broken title alone": Case(
        "# Old\n\n---\ntitle: 'It's: T'\n---\n\nbody\n", "It's: T", ("FM006", "FM010"), "\n# Old\n\nbody\n"
    ),
    "long comment before": Case(
        "<!--\n" + "a licence\n\n" * 40 + f"-->\n---\ntitle: T\n{REST}",
        "T",
        ("FM006",),
        "\n<!--\n" + "a licence\n\n" * 40 + "-->\n\nbody\n",
    ),
    "block in a comment before": Case(
        "<!--\ntitle: no\ndate: no\n-->\n---\ntitle: T\n---\n\nbody\n",
        "T",
        ("FM006",),
        "\n<!--\ntitle: no\ndate: no\n-->\n\nbody\n",
    ),
    "fence with a farewell behind": Case(
        f"```markdown\n---\ntitle: T\n{REST}```\n\nI hope this helps!\n",
        "T",
        ("FM005",),
        "\nbody\n\nI hope this helps!\n",
    ),
    "unclosed before a byline": Case(
        "---\ntitle: T\ndate: 2024-01-01\n\n来源：报纸\n作者：馆员\n\nx\n",
        "T",
        ("FM002",),
        "\n来源：报纸\n作者：馆员\n\nx\n",
    ),
    "unclosed before a heading": Case(
        "---\ntitle: T\ndate: 2024-01-01\n\n## Heading\ntext\n", "T", ("FM002",), "\n## Heading\ntext\n"
    ),
    "unclosed, no blank line": Case("---\ntitle: T\ndate: 2024-01-01\nText here.\n", "T", ("FM002",), "Text here.\n"),
    "TOML not opened": Case('title = "T"\ndate = 2024-01-01\n+++\n\nbody\n', "T", ("FM003",)),
    "TOML not closed": Case('+++\ntitle = "T"\ndate = 2024-01-01\n\nbody\n', "T", ("FM002",)),
    "TOML closed as YAML": Case('+++\ntitle = "T"\ndate = 2024-01-01\n---\n\nbody\n', "T", ("FM002",)),
    "TOML between YAML's delimiters": Case(
        '---\ntitle = "T"\ndate = 2024-01-01\n---\n\nbody\n', "T", ("FM003", "FM002")
    ),
    "title announced": Case(f"标题：灯塔\n\n---\ntitle: T\n{REST}", "T", ("FM006",), "\n标题：灯塔\n\nbody\n"),
    "separator before the closing quote": Case(f"---\ntitle: 'Bye.\n\n---\n'\n{REST}", "Bye.", ("FM016",)),
    "separator and apostrophe": Case(
        f"---\ntitle: 'It's late.\n\n---\nGo home'\n{REST}", "It's late. Go home", ("FM016", "FM010")
    ),
    "fence around the keys": Case("---\n```yaml\ntitle: T\ndate: 2024-01-01\n```\n---\n\nbody\n", "T", ("FM005",)),
    "TOML in a fence": Case('```toml\n+++\ntitle = "T"\n+++\n```\n\nbody\n', "T", ("FM005",)),
    "JSON in a fence": Case('```json\n{\n "title": "T"\n}\n```\n\nbody\n', "T", ("FM005",)),
    "CRLF": Case("```\r\n---\r\ntitle: T\r\n---\r\n\r\nbody\r\n```\r\n", "T", ("FM005",), "\r\nbody\r\n"),
    "CR": Case("title: T\rdate: 2024-01-01\r\r---\r\rbody\r", "T", ("FM003",), "\rbody\r"),
    "byte order mark inside": Case(f"\ufeff---\ntitle: T\n{REST}", "T", ("FM012",)),
    "fence that is never closed": Case(f"```\n---\ntitle: T\n{REST}", "T", ("FM005",)),
    "fence closed above a footer": Case(
        f"```\n---\ntitle: T\n{REST}```\n---\nThanks.\n", "T", ("FM005",), "\nbody\n---\nThanks.\n"
    ),
    "fence closed by a shorter one": Case(f"````md\n---\ntitle: T\n{REST}```\n", "T", ("FM005",)),
    "fence for the closing delimiter": Case("---\ntitle: T\ndate: 2024-01-01\n```\n\nbody\n", "T", ("FM002",)),
    "code where the block should be closed": Case(
        "---\ntitle: T\ndate: 2024-01-01\n```\nx\n```\n", "T", ("FM002",), "```\nx\n```\n"
    ),
    "fence around code of its own": Case(
        f"```\n---\ntitle: T\n{REST}\n```py\nx\n```\n```\n", "T", ("FM005",), "\nbody\n\n```py\nx\n```\n"
    ),
    "unknown keys": Case("---\ntitle: T\nfoo: 'it's'\n---\n\nbody\n", "T", ("FM010",)),
    "no title": Case("---\nfoo: 'it's'\nbar: 1\n---\n\nbody\n", None, ("FM010",)),
}
UNSAFE = {
    "preamble": f"Sure! Here is the article:\n\n---\ntitle: T\n{REST}",
    "Chinese preamble": f"以下是翻译后的文章：\n\n---\ntitle: T\n{REST}",
    "heading with the title": f"# T\n\n---\ntitle: T\n{REST}",
    "language name of a lost fence": f"markdown\n---\ntitle: T\n{REST}",
    "note on one line": f"---\ntitle: T (Note: translated title)\n{REST}",
    "note": f"---\ntitle: 'T\n\n(Note: The title is a translation.)'\n{REST}",
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_repair(case: Case) -> None:
    read = recover(case.text, parse_strict(case.text))
    assert (read.data.get("title"), read.body) == (case.title, case.body)
    assert tuple(finding.code for finding in read.findings) == case.codes
    assert read.repaired
    assert not read.unread
    fixes = [finding.fix for finding in read.findings]
    assert all(fix is not None and fix.applicability is Applicability.SAFE for fix in fixes)


@pytest.mark.parametrize("text", UNSAFE.values(), ids=UNSAFE)
def test_fix_that_drops_words_is_unsafe(text: str) -> None:
    read = recover(text, parse_strict(text))
    assert (read.data.get("title"), read.body) == ("T", "\nbody\n")
    assert [finding.fix.applicability for finding in read.findings if finding.fix] == [Applicability.UNSAFE]


def test_finding_has_its_place_in_the_source() -> None:
    text = "```md\ntitle: 'It's'\n---\n\nbody\n```\n"
    read = recover(text, parse_strict(text))
    places = {finding.code: text[finding.span.start : finding.span.end] for finding in read.findings if finding.span}
    assert places == {"FM005": "```md", "FM003": "title: 'It's'", "FM010": "'It's'"}
    assert text[read.entries[0].value_span.start : read.entries[0].value_span.end] == "'It's'"


def test_key_names_are_read_as_they_are_and_offered_in_english() -> None:
    text = "---\n标题: T\nDate: 2024-01-01\npubDate: x\n---\n\nbody\n"
    read = recover(text, parse_strict(text))
    assert list(read.data) == ["标题", "Date", "pubDate"]
    assert not read.repaired
    edits = [edit for finding in read.findings if finding.fix for edit in finding.fix.edits]
    assert [(text[edit.span.start : edit.span.end], edit.replacement) for edit in edits] == [
        ("标题", "title"),
        ("Date", "date"),
    ]


def test_name_that_is_taken_is_not_offered() -> None:
    text = "---\ntitle: T\n标题: 题\n---\n\nbody\n"
    assert recover(text, parse_strict(text)).findings == ()


def test_placeholders_are_read_not_judged() -> None:
    text = "\n\n---\n---\n\ntitle: 'None'\ndate: 2024-01-01\n\n---\n\nNone\n"
    read = recover(text, parse_strict(text))
    assert (read.format, read.data["title"], read.body.strip()) == (Format.YAML, "None", "None")


@pytest.mark.parametrize(
    ("before", "following", "between"),
    [
        ("灯塔。", "海", ""),
        ("Bye.", "W", " "),
        ("Bye!", "w", " "),
        ("Harbour.", "a", ""),
        ("4.", "5", ""),
        ("No.", "1", " "),
    ],
)
def test_joiner(before: str, following: str, between: str) -> None:
    assert joiner(before, following) == between
