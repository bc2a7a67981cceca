"""No text of an article or a path steers a terminal, a CI log, a table or a document."""

import json
import re
import unicodedata
from xml.etree import ElementTree as ET

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from ingest.findings import Edit, Finding, Fix, Position, Severity, Span
from ingest.findings.reports import FileReport
from ingest.reporters import REPORTERS, ReportContext, RuleHelp, load
from ingest.reporters.visible import sentence, utf8_path, visible, visible_path

TABLE = [
    ("plain 中文 é", "plain 中文 é"),
    ("a\nb\r\tc", "a\\nb\\r\\tc"),
    ("\x1b[31m\x9b31m\x07\x00\x7f", "\\x1b[31m\\x9b31m\\x07\\x00\\x7f"),
    ("\u202e\u2066\u200f\u061c", "\\u202e\\u2066\\u200f\\u061c"),
    ("a\u2028b\u2029c\x85d", "a\\u2028b\\u2029c\\x85d"),
    ("zero\u200bwidth\ufeff\u2060", "zero\\u200bwidth\\ufeff\\u2060"),
    ("\U000e0041\U000e007f", "\\U000e0041\\U000e007f"),
    ("\ud800 \udcff", "\\ud800 \\xff"),
    ("\ufffe\uffff\U0001ffff", "\\ufffe\\uffff\\U0001ffff"),
    ("👩\u200d👧 ❤\ufe0f 葛\U000e0100", "👩\u200d👧 ❤\ufe0f 葛\U000e0100"),
    ("##[error]x ##vso[task.x]y", "#\\x23[error]x #\\x23vso[task.x]y"),
    ("## [link](x) # h", "## [link](x) # h"),
    ("std::vector", "std::vector"),
]


@pytest.mark.parametrize(("text", "shown"), TABLE)
def test_visible(text: str, shown: str) -> None:
    assert visible(text) == shown


@pytest.mark.parametrize(
    ("path", "shown"),
    [("a/b.md", "a/b.md"), ("::error.md", "./::error.md"), (" ::x.md", "./ ::x.md"), ("\u3000::x", "./\u3000::x")],
)
def test_a_path_never_begins_a_command(path: str, shown: str) -> None:
    assert visible_path(path) == shown


def test_a_message_longer_than_anybody_reads_is_cut() -> None:
    assert sentence("x" * 5000) == "x" * 1000 + "…"


def test_bytes_of_a_path_stay_apart_from_text() -> None:
    assert utf8_path("caf\udce9\u202e") == "caf\\xe9\u202e"


hostile = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from("\x1b\x9b\r\n\t\x00\u202e\u2066\u2028\x85\ufeff\u200b:#[]|<>&\"'`@%,{}*_\\ \udc80\ud800\udfff"),
    ),
    max_size=40,
)


def made(path: str, message: str, line: str, field: str) -> list[FileReport]:
    fix = Fix(message, (Edit(Span(0, 1), line),))
    finding = Finding(
        "LG001", "title-language-mismatch", Severity.WARNING, message, Span(0, 1), field, fix, "", Position(2, 1, 2, 3)
    )
    whole = Finding("IO001", "undecodable", Severity.ERROR, message)
    lines = {1: line, 2: line, 3: line}
    return [FileReport(path, (whole, finding), lines, {Span(0, 1): Position(2, 1, 2, 3)})]


def rendered(name: str, reports: list[FileReport], help_text: str) -> str:
    context = ReportContext("1", width=60, help={"LG001": RuleHelp(help_text)})
    return "".join(load(name).report(reports, context))


EXPECTED_LINES = {
    "concise": 2,
    "jsonl": 2,
    "json": 4,
    "gitlab": 4,
    "sarif": 4,
    "github": 2,
    "markdown": 4,
    "statistics": 2,
}


@given(hostile, hostile, hostile, hostile)
@example("::error::x", "::stop-commands::x\n::error::y", "##[error]\x1b[2J", "\u202e")
@example("\n::warning::", "a](x) {0} [b](http://c)", "\r\n::error::", "\ud83d")
@settings(max_examples=150, deadline=None, derandomize=True)
def test_no_format_lets_anything_through(path: str, message: str, line: str, field: str) -> None:
    for name in REPORTERS:
        text = rendered(name, made(path, message, line, field), message)
        assert text.endswith("\n")
        text.encode("utf-8")
        for row in text.removesuffix("\n").split("\n"):
            bad = {c for c in row if unicodedata.category(c) in {"Cc", "Cf", "Cs", "Zl", "Zp"}} - set("\u200d\u200c")
            # Format characters that spell words (Arabic number signs, …) are drawn; they steer nothing.
            assert not {c for c in bad if unicodedata.bidirectional(c) not in {"AN", "L"} or c < "\xa0"}, (name, row)
            assert not re.search(r"##(\[|vso\[)", row), (name, row)
            if row.lstrip().startswith("::"):
                assert name == "github"
                assert re.match(r"::(error|warning) file=", row)
        assert text.count("\n") == EXPECTED_LINES.get(name, text.count("\n")), name


@given(hostile, hostile, hostile, hostile)
@settings(max_examples=100, deadline=None, derandomize=True)
def test_data_formats_give_back_what_they_were_given(path: str, message: str, line: str, field: str) -> None:
    reports = made(path, message, line, field)
    whole, titled = json.loads(rendered("json", reports, ""))
    assert [json.loads(row) for row in rendered("jsonl", reports, "").split("\n")[:-1]] == [whole, titled]
    if message.isprintable():
        assert whole["message"] == message
    assert whole["message"] == message.encode("utf-8", "backslashreplace").decode()
    assert titled["fix"]["edits"][0]["replacement"] == line.encode("utf-8", "backslashreplace").decode()
    sarif = json.loads(rendered("sarif", reports, ""))["runs"][0]["results"]
    uri = sarif[0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert re.fullmatch(r"(?:[A-Za-z0-9._~/-]|%[0-9A-F]{2})*", uri)
    assert len({issue["fingerprint"] for issue in json.loads(rendered("gitlab", reports, ""))}) == 2


@given(hostile, hostile, hostile, hostile)
@settings(max_examples=100, deadline=None, derandomize=True)
def test_junit_is_well_formed_and_says_what_was_said(path: str, message: str, line: str, field: str) -> None:
    root = ET.fromstring(rendered("junit", made(path, message, line, field), ""))  # noqa: S314 - our own output
    assert [suite.get("name") for suite in root] == [visible(path)]
    failures = root.findall("./testsuite/testcase/failure")
    assert [failure.get("message") for failure in failures] == [visible(message)] * 2


@given(hostile, hostile)
@settings(max_examples=100, deadline=None, derandomize=True)
def test_github_command_decodes_to_what_was_said(path: str, message: str) -> None:
    first = rendered("github", made(path, message, "", ""), "").split("\n")[0]
    properties, _, data = first.removeprefix("::error ").partition("::")
    assert decoded(dict(part.split("=", 1) for part in properties.split(","))["file"]) == visible(path)
    assert decoded(data) == visible(message)


def decoded(text: str) -> str:
    for code, character in (("%2C", ","), ("%3A", ":"), ("%0A", "\n"), ("%0D", "\r"), ("%25", "%")):
        text = text.replace(code, character)
    return text


@given(hostile)
@example("a|b \\| `c|d` <script> [x](y) *b* @user http://e.org www.e.org &amp; ~~s~~ $x$ #1")
@settings(max_examples=100, deadline=None, derandomize=True)
def test_markdown_shows_the_message_as_text(message: str) -> None:
    import html

    import pyromark

    table = rendered("markdown", made("a.md", message, "", ""), "")
    options = pyromark.Options.ENABLE_TABLES | pyromark.Options.ENABLE_STRIKETHROUGH
    cells = re.findall(r"<td>(.*?)</td>", pyromark.html(table, options=options), re.DOTALL)
    assert len(cells) == 8
    shown = html.unescape(cells[3].replace("<!-- -->", ""))
    assert shown.strip() == visible(message).strip()
