"""The log is valid SARIF 2.1.0 and points where the findings are."""

import json
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest

from ingest.findings import Edit, Fix, Span
from ingest.findings.codes import LG001, SC007
from ingest.findings.reports import FileReport, report_of
from ingest.source import Source

SCHEMA = json.loads((Path(__file__).parent / "schema" / "sarif-2.1.0-rtm.5.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def validator() -> jsonschema.Draft4Validator:
    return jsonschema.Draft4Validator(SCHEMA)


def test_the_log_is_valid(
    reports: list[FileReport], render: Callable[..., str], validator: jsonschema.Draft4Validator
) -> None:
    validator.validate(json.loads(render("sarif", reports)))
    validator.validate(json.loads(render("sarif", [])))


def test_the_schema_would_see_a_wrong_log(
    reports: list[FileReport], render: Callable[..., str], validator: jsonschema.Draft4Validator
) -> None:
    log = json.loads(render("sarif", reports))
    log["runs"][0]["results"][0]["level"] = "info"
    assert not validator.is_valid(log)


def test_columns_are_code_points(reports: list[FileReport], render: Callable[..., str]) -> None:
    run = json.loads(render("sarif", reports))["runs"][0]
    assert run["columnKind"] == "unicodeCodePoints"
    region = run["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert region == {"startLine": 2, "startColumn": 10, "endLine": 2, "endColumn": 29}


def test_every_result_leads_to_its_rule(reports: list[FileReport], render: Callable[..., str]) -> None:
    run = json.loads(render("sarif", reports))["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    assert [rules[result["ruleIndex"]]["id"] for result in run["results"]] == [
        result["ruleId"] for result in run["results"]
    ]
    assert next(rule for rule in rules if rule["id"] == "LG001")["help"]["text"].startswith("Translate")


def test_a_fix_is_a_replacement(render: Callable[..., str]) -> None:
    text = "ab\ncd\n"
    fix = Fix("swap", (Edit(Span(4, 5), "D"), Edit(Span(0, 1), "")))
    reports = [report_of("a.md", [LG001.at(Span(0, 2), "x", fix=fix)], Source("a.md", b"", text))]
    change = json.loads(render("sarif", reports))["runs"][0]["results"][0]["fixes"][0]["artifactChanges"][0]
    assert change["replacements"] == [
        {
            "deletedRegion": {"startLine": 1, "startColumn": 1, "endLine": 1, "endColumn": 2},
            "insertedContent": {"text": ""},
        },
        {
            "deletedRegion": {"startLine": 2, "startColumn": 2, "endLine": 2, "endColumn": 3},
            "insertedContent": {"text": "D"},
        },
    ]


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("a b/第.md", "a%20b/%E7%AC%AC.md"),
        ("c:x.md", "c%3Ax.md"),
        ("50%?#.md", "50%25%3F%23.md"),
        ("\udcff.md", "%FF.md"),
        ("\ud800.md", "%5Cud800.md"),
    ],
)
def test_paths_are_relative_uris(path: str, uri: str, render: Callable[..., str]) -> None:
    reports = [FileReport(path, (SC007.at(None, "x"),))]
    location = json.loads(render("sarif", reports))["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    assert location["artifactLocation"] == {"uri": uri, "uriBaseId": "%SRCROOT%"}


@pytest.mark.parametrize(
    ("message", "text"),
    [
        ("plain [1]", "plain [1]"),
        ("see [x](http://e.org)", "see \\[x\\](http://e.org)"),
        ("{0} {a}", "{{0}} {a}"),
    ],
)
def test_messages_hold_no_links_and_placeholders(message: str, text: str, render: Callable[..., str]) -> None:
    reports = [FileReport("a.md", (SC007.at(None, message),))]
    assert json.loads(render("sarif", reports))["runs"][0]["results"][0]["message"]["text"] == text
