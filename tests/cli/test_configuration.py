"""The configuration that holds for a file, and what is said of a wrong one."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from command import ARTICLE, BROKEN, Command

Run = Callable[..., Any]


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ('langages = ["en"]\n', 1, "unknown key 'langages'; did you mean 'languages'?"),
        ("\n[limits]\ndept = 3\n", 3, "unknown key 'limits.dept'; did you mean 'depth'?"),
        ("[rules.LG001]\nratoi = 3\n", 2, "unknown key 'rules.LG001.ratoi'; did you mean 'ratio'?"),
        ("colour = true\n", 1, "unknown key 'colour'; known are languages, collection,"),
        ('\nrequired = "date"\n', 2, "required: a list is needed"),
        ("collection = 3\n", 1, "collection: Input should be a valid string"),
        ('[rules.LG001]\n\nseverity = "loud"\n', 3, "rules.LG001.severity: Input should be 'error', 'warning', 'info'"),
        ('[rules.LG999]\nseverity = "off"\n', 1, "no rule is called 'LG999'"),
        ("[limits]\ndepth = 0\n", 2, "limits.depth: at least 1 is needed"),
        ("select = [\n", 2, "The TOML cannot be read"),
        ("select = []\nselect = []\n", 2, "select"),
    ],
)
def test_a_wrong_key_is_named_with_its_line(cli: Command, here: Run, text: str, line: int, said: str) -> None:
    cli.write("a.md")
    file = cli.write("ingest.toml", text)
    result = here("check", ".")
    assert (result.code, result.out) == (2, "")
    assert f"{file}:{line}: " in result.err
    assert said in result.err


def test_every_wrong_key_is_named_at_once(cli: Command, here: Run) -> None:
    cli.write("a.md")
    cli.write("pyproject.toml", '[project]\nname = "site"\n\n[tool.ingest]\nlanguage = "zh"\nexcluded = []\n')
    assert [line.split("pyproject.toml:")[1][:2] for line in here("check", ".").err.splitlines()] == ["5:", "6:"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('metadata_model = "nowhere:Post"\n', "No module named 'nowhere'"),
        ('metadata_model = "pathlib:Path"\n', "is no subclass of ingest.Metadata"),
        ('metadata_model = "pathlib"\n', "cannot be loaded"),
        ('detector = "tea-leaves"\n', "tea-leaves"),
        ('select = ["XX"]\n', "no rule is called 'XX'"),
        ('per_file_ignores = {"*.md" = ["XX"]}\n', "no rule is called 'XX'"),
        ('languages = ["klingon!"]\n', "'klingon!' is no language"),
    ],
)
@pytest.mark.parametrize("command", ["check", "export"])
def test_what_is_not_there_ends_the_run_before_any_file(
    cli: Command, here: Run, command: str, text: str, said: str
) -> None:
    cli.write("a.md")
    cli.write("ingest.toml", text)
    result = here(command, ".")
    assert (result.code, result.out) == (2, "")
    assert said in result.err


def codes(here: Run, *arguments: str) -> list[tuple[str, str]]:
    """Return the path and code of every finding of a check."""
    lines = here("check", "--output-format", "jsonl", "--no-cache", *arguments).out.splitlines()
    return [(found["path"], found["code"]) for found in map(json.loads, lines)]


def test_the_nearest_configuration_upwards_holds(cli: Command, here: Run) -> None:
    cli.write("pyproject.toml", '[tool.ingest]\nignore = ["FM010"]\n')
    cli.write("zh/ingest.toml", "")
    cli.write("zh/deep/deeper/a.md", BROKEN)
    cli.write("en/pyproject.toml", '[project]\nname = "no section for this tool"\n')
    cli.write("en/a.md", BROKEN)
    assert codes(here, ".") == [("zh/deep/deeper/a.md", "FM010")]
    assert codes(here, "en") == []
    assert codes(here, ".", "--config", "zh/ingest.toml") == [("en/a.md", "FM010"), ("zh/deep/deeper/a.md", "FM010")]


def test_the_command_line_wins(cli: Command, here: Run) -> None:
    cli.write("ingest.toml", 'select = ["LG"]\n')
    cli.write("a.md", BROKEN)
    assert codes(here, ".") == []
    assert codes(here, ".", "--select", "FM") == [("a.md", "FM010")]
    assert codes(here, ".", "--extend-select", "value-needs-quoting") == [("a.md", "FM010")]
    assert codes(here, ".", "--select", "ALL", "--ignore", "FM,SC") == []


def test_required_fields(cli: Command, here: Run) -> None:
    cli.write("ingest.toml", 'required = ["date", "authors"]\n')
    cli.write("a.md")
    cli.write("b.md", ARTICLE.replace("title", "date: 2024-05-01\nauthor: Ann\ntitle"))
    assert codes(here, ".") == [("a.md", "SC002"), ("a.md", "SC002")]


def test_rules_that_are_silent_for_some_paths(cli: Command, here: Run) -> None:
    cli.write("ingest.toml", '[per_file_ignores]\n"old/**" = ["FM"]\n')
    cli.write("old/a.md", BROKEN)
    cli.write("new/a.md", BROKEN)
    expected = [("new/a.md", "FM010")]
    assert codes(here, ".") == expected
    assert codes(here, "new", "old") == expected
    assert codes(here, "old/a.md") == codes(here, "old") == []


@pytest.mark.parametrize(("severity", "code"), [("error", 1), ("warning", 1), ("info", 0), ("off", 0)])
def test_a_severity_of_ones_own(cli: Command, here: Run, severity: str, code: int) -> None:
    cli.write("ingest.toml", f'[rules.FM010]\nseverity = "{severity}"\n')
    cli.write("a.md", BROKEN)
    result = here("check", ".", "--output-format", "full")
    assert result.code == code
    assert (f"{severity} FM010" in result.out) == (severity != "off")


def test_a_model_of_ones_own(cli: Command) -> None:
    cli.write("ingest.toml", 'metadata_model = "site_models:Post"\n')
    cli.write("site_models.py", "from ingest import Metadata\n\nclass Post(Metadata):\n    rating: int\n")
    cli.write("content/good.md", ARTICLE.replace("title", "rating: 5\ntitle"))
    cli.write("content/bad.md", ARTICLE.replace("title", "rating: five\ntitle"))
    result = cli("check", "content", "--output-format", "jsonl")
    found = [json.loads(line) for line in result.stdout.splitlines()]
    assert [(line["path"], line["code"], line["field"]) for line in found] == [("content/bad.md", "SC003", "rating")]


def test_a_collection_names_the_ids(cli: Command, here: Run) -> None:
    cli.write("ingest.toml", 'collection = "tea-house"\ninclude = ["*.txt"]\n')
    cli.write("posts/a.txt")
    cli.write("posts/b.md")
    [record] = [json.loads(line) for line in here("export", ".", "-q").out.splitlines()]
    assert (record["id"], record["path"]) == ("tea-house/posts/a.txt", "posts/a.txt")


def test_limits(cli: Command, here: Run) -> None:
    cli.write("ingest.toml", "[limits]\nfile_bytes = 80\ndepth = 2\n")
    cli.write("big.md")
    cli.write("deep.md", "---\ntitle: A\nx: [[[1]]]\n---\n\nWords.\n")
    assert codes(here, ".") == [("big.md", "IO003"), ("deep.md", "FM015")]
