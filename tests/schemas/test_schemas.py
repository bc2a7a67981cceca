"""The schemas are what the code says, and everything that the code writes is valid against them."""

import json
import shutil
from pathlib import Path
from typing import Any

import pydantic
import pytest
from jsonschema import Draft202012Validator

from ingest.cli.main import run
from ingest.cli.schema import FILE_NAMES, schema_text
from ingest.config import ConfigFile, load_config

PROJECT = Path(__file__).parents[2]
SCHEMAS = PROJECT / "schemas"
RECORD_KEYS = [
    *("schema_version", "id", "path", "title", "title_language", "language", "languages", "language_declared"),
    *("summary", "excerpt", "authors", "translators", "editors", "reviewers", "date_published", "date_modified"),
    *("tags", "categories", "draft", "slug", "url", "source_url", "image", "translation_key"),
    *(
        "content_markdown",
        "content_text",
        "outline",
        "links",
        "images",
        "metrics",
        "front_matter",
        "source",
        "findings",
    ),
]
SOURCE_KEYS = ["format", "encoding", "newline", "bytes", "digest", "text_digest"]
FINDING_KEYS = ["code", "rule", "severity", "message", "field", "line", "column", "end_line", "end_column", "fix"]


def validator(name: str) -> Draft202012Validator:
    schema = json.loads((SCHEMAS / FILE_NAMES[name]).read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def strict(line: bytes) -> dict[str, Any]:
    """Return a line of JSON; NaN and the like are no JSON."""
    value: dict[str, Any] = json.loads(line.decode("utf-8"), parse_constant=pytest.fail)
    return value


@pytest.fixture(scope="module")
def lines(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[dict[str, Any]]]:
    """Return the records and refusals of the samples and of every broken and mended article of the cases."""
    folder = tmp_path_factory.mktemp("articles")
    shutil.copytree(PROJECT / "samples", folder / "content" / "samples")
    shutil.copytree(PROJECT / "tests" / "cases", folder / "content" / "cases")
    output = folder / "records.jsonl"
    code = run(["export", str(folder / "content"), "-q", "--no-cache", "--output", str(output), "--fail-on", "never"])
    assert code == 0
    files = {"record": output, "refusal": folder / "records.rejected.jsonl"}
    return {name: [strict(line) for line in file.read_bytes().splitlines()] for name, file in files.items()}


@pytest.mark.skipif(
    tuple(map(int, pydantic.VERSION.split(".")[:2])) < (2, 14), reason="this pydantic leaves out descriptions"
)
@pytest.mark.parametrize("name", FILE_NAMES)
def test_the_files_are_up_to_date(name: str) -> None:
    same = (SCHEMAS / FILE_NAMES[name]).read_text(encoding="utf-8") == schema_text(name)
    assert same, "write them again with `make schemas`; what it means for the version says schemas/README.md"


def test_there_is_no_other_schema() -> None:
    assert {path.name for path in SCHEMAS.glob("*.json")} == set(FILE_NAMES.values())


@pytest.mark.parametrize("name", ["record", "refusal"])
def test_every_line_is_valid(name: str, lines: dict[str, list[dict[str, Any]]]) -> None:
    assert len(lines[name]) > 5
    validate = validator(name)
    assert [(line["path"], error.message) for line in lines[name] for error in validate.iter_errors(line)] == []


def test_every_finding_is_valid(lines: dict[str, list[dict[str, Any]]]) -> None:
    validate = validator("finding")
    findings = [finding for name in lines for line in lines[name] for finding in line["findings"]]
    assert len({finding["code"] for finding in findings}) > 30
    assert [error.message for finding in findings for error in validate.iter_errors(finding)] == []


def test_the_keys_stand_in_their_order(lines: dict[str, list[dict[str, Any]]]) -> None:
    for line in lines["record"]:
        assert list(line) == RECORD_KEYS
        assert list(line["source"]) == SOURCE_KEYS
    for line in lines["refusal"]:
        assert list(line) == ["path", "source", "findings"]
    for finding in (finding for name in lines for line in lines[name] for finding in line["findings"]):
        assert list(finding) == FINDING_KEYS


def test_ids_are_unique(lines: dict[str, list[dict[str, Any]]]) -> None:
    ids = [line["id"] for line in lines["record"]]
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize(
    ("key", "value"),
    [("title", None), ("language", 3), ("schema_version", "2.0"), ("tags", [1]), ("metrics", {}), ("colour", "red")],
)
def test_a_record_that_is_none_is_not_valid(lines: dict[str, list[dict[str, Any]]], key: str, value: object) -> None:
    assert not validator("record").is_valid({**lines["record"][0], key: value})


@pytest.mark.parametrize("key", RECORD_KEYS)
def test_no_key_may_be_missing(lines: dict[str, list[dict[str, Any]]], key: str) -> None:
    record = dict(lines["record"][0])
    del record[key]
    assert not validator("record").is_valid(record)


def test_the_configuration_schema_and_the_configuration_agree() -> None:
    validate = validator("config")
    good = {"languages": ["zh", "en"], "limits": {"depth": 3}, "rules": {"LG001": {"severity": "off"}}}
    text = 'languages = ["zh", "en"]\nlimits = {depth = 3}\nrules = {LG001 = {severity = "off"}}\n'
    assert validate.is_valid(good)
    assert load_config(ConfigFile("ingest.toml", "", text, ())).limits.depth == 3
    assert not validate.is_valid({"langages": []})
    assert not validate.is_valid({"rules": {"LG001": {"severity": "loud"}}})
    assert not validate.is_valid({"limits": {"depht": 3}})
