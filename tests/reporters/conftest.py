"""One made-up file with findings of every shape, and a way to render reports."""

from collections.abc import Callable, Iterable

import pytest

from ingest.findings import Applicability, Edit, Fix, Span
from ingest.findings.codes import BD002, FM011, IO001, LG001, SC004, SC007, SC010
from ingest.findings.reports import FileReport, report_of
from ingest.reporters import ReportContext, RuleHelp, load
from ingest.source import Source

Render = Callable[..., str]

# A catalogue of its own: a new rule must not change the golden files.
CATALOGUE = {code.code: code for code in (BD002, FM011, IO001, LG001, SC004, SC007, SC010)}
TITLE = "如何在周末用 Rust 写一个小编译器"
TEXT = (
    "---\n"
    "title: '\"如何在周末用 Rust 写一个小编译器：词法、语法、代码生成，一步一步来，不跳过任何细节\"'\n"
    "date:\t2024-13-45\n"
    "lang: no\n"
    "cafe\u0301: 👩\u200d👩\u200d👧 一家人 \x1b[31m red \u202e txet\n"
    "---\n"
    "A paragraph.\n"
    "---\n"
)


def span_of(part: str) -> Span:
    start = TEXT.index(part)
    return Span(start, start + len(part))


def article() -> FileReport:
    language, rule = span_of("no\n"), span_of("---\nA par")
    language = Span(language.start, language.end - 1)
    quote = Fix("Write `lang` in quotes", (Edit(language, '"no"'),))
    blank = Fix(
        "Put an empty line before `---`", (Edit(Span(len(TEXT) - 4, len(TEXT) - 4), "\n"),), Applicability.UNSAFE
    )
    findings = [
        BD002.at(Span(rule.start + 4, len(TEXT) - 1), "`---` makes a heading of this paragraph.", fix=blank),
        LG001.at(
            span_of("如何在周末用 Rust 写一个小编译器"), "The title is Chinese, the body is English.", field="title"
        ),
        SC004.at(span_of("2024-13-45"), "`2024-13-45` is no date: there are 12 months.", field="date"),
        FM011.at(language, "YAML 1.1 reads `no` as false.", field="lang", fix=quote),
        SC007.at(span_of("e\u0301"), "`cafe\u0301` is no known key.", field="cafe\u0301"),
        SC010.at(span_of("一家人"), "The value has \x1b and \u202e in it."),
    ]
    return report_of("posts/第一篇.md", findings, Source("posts/第一篇.md", TEXT.encode(), TEXT))


def refusal() -> FileReport:
    return FileReport("bad/\udcff|<a> b.md", (IO001.at(None, "No encoding fits: 100%, a|b & <c>"),))


@pytest.fixture
def reports() -> list[FileReport]:
    """Return an article with findings, one without, and a refusal whose path is not UTF-8."""
    return [article(), FileReport("posts/clean.md"), refusal()]


@pytest.fixture
def render() -> Render:
    """Return a function that renders reports in a format; keywords go to the context."""

    def rendered(name: str, reports: Iterable[FileReport], **options: object) -> str:
        help_ = {"LG001": RuleHelp("Translate the title, or say the language it is meant in.")}
        defaults = {"version": "1.2.3", "help": help_, "rules": CATALOGUE}
        context = ReportContext(**{**defaults, **options})  # type: ignore[arg-type]
        return "".join(load(name).report(reports, context))

    return rendered
