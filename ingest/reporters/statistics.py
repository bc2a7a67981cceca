"""How often each rule found something: `--statistics`."""

from collections import deque
from collections.abc import Iterable, Iterator

from ingest.reporters.cells import padded, width
from ingest.reporters.colours import palette
from ingest.reporters.model import FileReport, ReportContext
from ingest.reporters.summary import RuleCount, Tally
from ingest.reporters.visible import sentence


def report(reports: Iterable[FileReport], context: ReportContext) -> Iterator[str]:
    """Yield a line per rule that found something, the most frequent first, once all reports are in."""
    tally = Tally()
    deque(tally.watch(reports), maxlen=0)
    return table(tally.rules, context)


def table(rules: Iterable[RuleCount], context: ReportContext) -> Iterator[str]:
    """Yield the counts as columns: findings, severity, code, `[*]` where some can be fixed, rule, what it means."""
    colours = palette(colour=context.colour)
    counted = list(rules)
    digits = max((len(str(rule.findings)) for rule in counted), default=0)
    codes = max((width(rule.code) for rule in counted), default=0)
    names = max((width(rule.rule) for rule in counted), default=0)
    for rule in counted:
        severity = colours.paint(colours.of(rule.severity), f"{rule.severity:<7}")
        mark = "[*]" if rule.fixable and context.show_fixes else "[ ]"
        known = context.rules.get(rule.code)
        columns = (
            f"{rule.findings:>{digits}}",
            severity,
            padded(rule.code, codes),
            mark,
            padded(rule.rule, names),
            sentence(known.summary) if known else "",
        )
        yield f"{'  '.join(columns).rstrip()}\n"
