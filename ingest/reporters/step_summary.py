"""The summary page of a GitHub Actions step: what `$GITHUB_STEP_SUMMARY` is given."""

from dataclasses import replace

from ingest.findings import Severity
from ingest.reporters.markdown import escape
from ingest.reporters.model import ReportContext
from ingest.reporters.summary import RuleCount, Summary, summary_lines

RANKS = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}


def step_summary(summary: Summary, context: ReportContext) -> str:
    """Return Markdown: the counts, and a table of the rules, the worst first, each with its first place."""
    counts = "".join(summary_lines(summary, replace(context, colour=False))).strip()
    parts = [f"## {escape(context.tool)} check", "\n\n".join(escape(line) for line in counts.split("\n"))]
    if summary.rules:
        rows = sorted(summary.rules, key=lambda rule: (RANKS[rule.severity], -rule.findings, rule.code))
        head = ("| Findings | Severity | Rule | Meaning | First |", "| ---: | --- | --- | --- | --- |")
        parts.append("\n".join((*head, *(_row(rule, context) for rule in rows))))
    return "\n\n".join(parts) + "\n"


def _row(rule: RuleCount, context: ReportContext) -> str:
    known = context.rules.get(rule.code)
    cells = (
        str(rule.findings),
        str(rule.severity),
        f"{escape(rule.code)} {escape(rule.rule)}",
        escape(known.summary) if known else "",
        escape(rule.first),
    )
    return f"| {' | '.join(cells)} |"
