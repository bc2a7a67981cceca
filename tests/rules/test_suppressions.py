"""Comments in an article silence rules where they stand, and are reported when they silence nothing."""

import time

import pytest

from ingest.article import Article, Refusal
from ingest.config import Config
from ingest.engine.judging import Judge
from ingest.findings import Severity
from ingest.rules.project import check_project, summary_of

TEXT = "The keeper still climbs the stairs each evening to look at the sea and to count the ships."


def codes(text: str, config: Config | None = None) -> list[str]:
    """Return the codes of an article's findings in the order of its text."""
    result = Judge.of(config or Config()).for_path("posts/a.md").read(text.encode(), "posts/a.md")
    assert isinstance(result, Article)
    return [finding.code for finding in result.findings]


def yaml(*lines: str, body: str = TEXT) -> str:
    return "\n".join(("---", "title: A night in the lighthouse", *lines, "---", "", body, ""))


TWO = ("author: TODO", "description: TODO")


def test_without_a_comment_both_rules_speak() -> None:
    assert codes(yaml(*TWO)) == ["SC009", "SC009"]


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(("author: TODO # ingest: ignore[SC009] nobody knows", "description: TODO"), id="own line"),
        pytest.param(("# ingest: ignore[SC009]", "author: TODO", "description: TODO"), id="line above"),
        pytest.param(("author: TODO # ingest:ignore[ SC009 ]", "description: TODO"), id="blanks"),
        pytest.param(("author: TODO # ingest: ignore[placeholder-value]", "description: TODO"), id="name"),
        pytest.param(("author: TODO # ingest: ignore[SC00]", "description: TODO"), id="beginning"),
        pytest.param(("author: TODO # seen # ingest: ignore[SC009]", "description: TODO"), id="second comment"),
        pytest.param(("authors:", "  - name: TODO # ingest: ignore[SC009]", "description: TODO"), id="nested"),
        pytest.param(("authors:", "  # ingest: ignore[SC009]", "  - TODO", "description: TODO"), id="inside a list"),
    ],
)
def test_a_comment_at_a_key_holds_for_that_key(lines: tuple[str, ...]) -> None:
    assert codes(yaml(*lines)) == ["SC009"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "---\n# ingest: ignore[SC009]\nauthor: TODO\ntitle: A night\ndescription: TODO\n---\n\n" + TEXT, id="top"
        ),
        pytest.param(yaml(*TWO, "# ingest: ignore[SC009]"), id="end of the block"),
        pytest.param(yaml("# ingest: ignore[SC009]", "", "author: TODO", "description: TODO"), id="away from a key"),
        pytest.param(yaml(*TWO, body=f"<!-- ingest: ignore[SC009] -->\n{TEXT}"), id="body"),
        pytest.param(
            yaml(
                "author: TODO",
                "description: TODO",
                body=f"import X from 'y'\n\n{{/* ingest: ignore[SC009] */}}\n{TEXT}",
            ),
            id="MDX",
        ),
        pytest.param(
            yaml(*TWO, body=f"<!-- ingest: ignore[SC009]\nwe know -->\n\n{TEXT}"),
            id="two lines",
        ),
    ],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_a_comment_for_the_whole_file(text: str, newline: str) -> None:
    assert codes(text.replace("\n", newline)) == []


def test_toml_comments() -> None:
    head = "+++\ntitle = 'A night'\nauthor = 'TODO'{}\n[extra]\nx = 1 # y\n+++\n\n" + TEXT
    assert codes(head.format("")) == ["SC009"]
    assert codes(head.format("# ingest: ignore[SC009]")) == []


HEADING = f"{TEXT}\n---\n"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(f"Calm.\n\n{HEADING}\n{HEADING}", ["BD002", "BD002"], id="without"),
        pytest.param(f"Calm.\n\n<!-- ingest: ignore[BD002] -->\n\n{HEADING}\n{HEADING}", ["BD002"], id="next block"),
        pytest.param(f"Calm.\n\n<!-- ingest: ignore[BD002] -->\n{HEADING}\n{HEADING}", ["BD002"], id="right above"),
        pytest.param(f"Calm.\n\n{{/* ingest: ignore[BD] x */}}\n{HEADING}\n{HEADING}", ["BD002"], id="MDX"),
        pytest.param(f"<!-- ingest: ignore[BD002] -->\n\n{HEADING}\n{HEADING}", [], id="before any text"),
        pytest.param(f"{HEADING}\n<!-- ingest: ignore[BD002] -->\n\n{HEADING}", ["BD002"], id="not the block above"),
        pytest.param(f"{HEADING}\n<!-- ingest: ignore[BD002] -->\n", ["BD002", "IG001"], id="nothing below"),
        pytest.param(f"Calm.\n\n```\n<!-- ingest: ignore[BD002] -->\n```\n\n{HEADING}", ["BD002"], id="in code"),
        pytest.param(f"Say `<!-- ingest: ignore[BD002] -->` above.\n\n{HEADING}", ["BD002"], id="in a code span"),
        pytest.param(f"Calm.\n\n# ingest: ignore[BD002]\n\n{HEADING}", ["BD002"], id="a heading is no comment"),
    ],
)
def test_a_comment_in_the_body(body: str, expected: list[str]) -> None:
    assert codes(yaml(body=body)) == expected


def test_a_comment_beside_text_holds_for_its_line() -> None:
    body = "Calm.\n\n{}```python\nprint('the light')\n"
    assert codes(yaml(body=body.format(""))) == ["BD004"]
    assert codes(yaml(body=body.format("<!-- ingest: ignore[BD004] -->\n"))) == []
    assert codes(yaml(body=body.replace("Calm.", "Calm. <!-- ingest: ignore[BD004] -->").format(""))) == [
        "IG001",
        "BD004",
    ]


@pytest.mark.parametrize(
    "value",
    [
        "'x # ingest: ignore[SC009]'",
        "|\n  x # ingest: ignore[SC009]\n  y",
        "[x, 'y # ingest: ignore[SC009]']",
    ],
)
def test_what_stands_inside_a_value_is_no_comment(value: str) -> None:
    assert codes(yaml(f"subtitle: {value}", "author: TODO")) == ["SC009"]


def test_after_the_bar_of_a_block_stands_a_comment() -> None:
    assert codes(yaml("description: | # ingest: ignore[SC009]", "  TODO")) == []


@pytest.mark.parametrize(
    ("comment", "expected", "message"),
    [
        ("ignore[BD002]", "IG001", "`BD002` silences nothing on line 3: remove it."),
        ("ignore[BD002, LG006]", "IG001", "`BD002`, `LG006` silence nothing on line 3: remove it."),
        ("ignore[LG0001]", "IG002", "No rule is called `LG0001`: did you mean `LG001`?"),
        ("ignore[?]", "IG002", "No rule is called `?`: `ingest rules` lists them."),
        ("ignore[]", "IG002", "The comment names no rule: write `ingest: ignore[CODE] reason`."),
        ("ignore BD002", "IG002", "The comment names no rule: write `ingest: ignore[CODE] reason`."),
    ],
)
def test_comments_that_do_nothing_are_reported(comment: str, expected: str, message: str) -> None:
    result = Judge().read(yaml(f"author: Ann # ingest: {comment}").encode(), "a.md")
    (finding,) = result.findings
    assert (finding.code, finding.message) == (expected, message)
    assert finding.position
    assert (finding.position.line, finding.position.column) == (3, 13)


def test_the_place_of_an_unused_comment_in_the_body() -> None:
    text = yaml(body=f"Calm.\n\n海 <!-- ingest: ignore[BD002] --> {TEXT}")
    (finding,) = Judge().read(text.encode(), "a.md").findings
    assert finding.span
    assert text[finding.span.start : finding.span.end] == "<!-- ingest: ignore[BD002] -->"


@pytest.mark.parametrize(
    ("config", "expected"),
    [
        (Config(select=("LG", "IG")), []),
        (Config(select=("BD", "IG")), ["IG001"]),
        (Config(select=("BD",)), []),
        (Config(per_file_ignores={"posts/*": ("BD002",)}), []),
    ],
)
def test_a_comment_is_only_unused_where_its_rule_is_looked_for(config: Config, expected: list[str]) -> None:
    assert codes(yaml("author: Ann # ingest: ignore[BD002]"), config) == expected


def test_used_and_unused_names_of_one_comment() -> None:
    result = Judge().read(yaml("author: TODO # ingest: ignore[SC009, BD002]").encode(), "a.md")
    assert [finding.message for finding in result.findings] == ["`BD002` silences nothing on line 3: remove it."]


def test_severity_of_what_is_said_about_comments_can_be_set() -> None:
    from ingest.config import RuleConfig

    judge = Judge.of(Config(rules={"IG001": RuleConfig(severity=Severity.ERROR)}))
    (finding,) = judge.read(yaml("author: Ann # ingest: ignore[BD002]").encode(), "a.md").findings
    assert finding.severity is Severity.ERROR


def test_a_refusal_cannot_be_silenced() -> None:
    result = Judge().read(b"---\n# ingest: ignore[ALL]\ntitle: None\n---\n", "a.md")
    assert isinstance(result, Refusal)
    assert {finding.code for finding in result.findings} >= {"SC001", "BD001"}


@pytest.mark.parametrize(
    "pattern",
    [
        "title： A night\nauthor： TODO # ingest: ignore[SC009, FM012]\n---\n\nTEXT\n",
        "```\n---\ntitle: A night\nauthor: TODO # ingest: ignore[SC009]\n---\n\nTEXT\n```\n",
        "    ---\n    title: A night\n    # ingest: ignore[SC009]\n    author: TODO\n    ---\n\n    TEXT\n",
    ],
    ids=["opening missing", "fenced", "indented"],
)
def test_comments_in_a_repaired_file(pattern: str) -> None:
    text = pattern.replace("TEXT", TEXT)
    assert "SC009" in codes(text.replace("SC009", "SC004"))
    found = codes(text)
    assert "SC009" not in found
    assert "IG001" not in found


def test_a_comment_in_the_body_of_a_repaired_file() -> None:
    text = (
        f"```markdown\n---\ntitle: A night\n---\n\nCalm.\n\n<!-- ingest: ignore[BD002] -->\n{HEADING}\n{HEADING}```\n"
    )
    assert codes(text).count("BD002") == 1


def test_duplicates_found_after_the_run_can_be_silenced() -> None:
    def found(comment: str) -> list[str]:
        texts = [yaml("slug: night"), yaml(f"slug: night{comment}")]
        articles = [Judge().read(text.encode(), f"{name}.md") for name, text in zip("ab", texts, strict=True)]
        assert not any(finding.code == "IG001" for article in articles for finding in article.findings)
        summaries = [summary_of(article) for article in articles if isinstance(article, Article)]
        return [finding.path for finding in check_project(filter(None, summaries))]

    assert found("") == ["b.md"]
    assert found(" # ingest: ignore[SC011] on purpose") == []


@pytest.mark.parametrize(
    "hostile",
    [
        yaml(body=f"{TEXT}\n\n" + "x <!-- ingest: ignore[BD002] " * 4_000),
        yaml(body="<!-- ingest: ignore[BD002] -->\n" * 3_000 + TEXT),
        yaml(*["# ingest: ignore[LG999]"] * 4_000),
        yaml(*[f"k{number}: TODO # ingest: ignore[SC009" for number in range(3_000)]),
        yaml(body="<!--" + " " * 100_000 + "ingest:"),
        yaml(body="ingest: ignore[" * 7_000),
    ],
    ids=["unclosed", "lines", "front matter", "keys", "blanks", "brackets"],
)
def test_time_does_not_explode(hostile: str) -> None:
    started = time.process_time()
    Judge().read(hostile.encode(), "a.md")
    assert time.process_time() - started < 3


@pytest.mark.parametrize(
    ("comment", "is_mended"), [("", True), ("# ingest: ignore[FM010] our own parser reads it\n", False)]
)
def test_a_silenced_finding_is_not_mended(comment: str, is_mended: bool) -> None:  # noqa: FBT001 - a case
    from ingest.engine.fixing import fix_bytes
    from ingest.engine.settings import Settings
    from ingest.findings import Applicability

    text = f"---\ndate: 2024-05-01\n{comment}title: 'The keeper's light'\n---\n\n{TEXT}\n"
    fixed = fix_bytes(text.encode(), "a.md", Settings(((Config(), None),)), Applicability.SAFE)
    assert (fixed is not None) is is_mended
