"""From findings with fixes to a text in which nothing is left to fix."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from ingest.findings import Applicability, Edit, Finding

# Every round must remove at least one finding; a file that still changes after this many is left as it was read.
ROUNDS = 12


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text was read as: its findings, and `essence`, which a safe fix must not change."""

    findings: tuple[Finding, ...]
    essence: object


@dataclass(frozen=True, slots=True)
class FixOutcome:
    """The text after all rounds, and the findings whose fixes went into it."""

    text: str
    applied: tuple[Finding, ...]


def fix_text(
    text: str, read: Callable[[str], Reading], applicability: Applicability, newline: str = "\n"
) -> FixOutcome:
    """Return the text with every permitted fix applied, again and again until none is left.

    `read` reads a text the way the check does. A batch of fixes is kept only if
    the text it gives reads as before (safe fixes: the same essence; all: no new
    error); otherwise its fixes are tried one by one. `newline` is the file's
    own line end, which inserted lines take over.
    """
    applied: list[Finding] = []
    reading = read(text)
    for _ in range(ROUNDS):
        batch = _compatible(_permitted(reading.findings, applicability))
        step = _proven(text, reading, [batch, *([finding] for finding in batch)], read, newline)
        if step is None:
            break
        text, reading, fixed = step
        applied.extend(fixed)
    return FixOutcome(text, tuple(applied))


def _permitted(findings: Iterable[Finding], applicability: Applicability) -> list[Finding]:
    return [
        finding
        for finding in findings
        if finding.fix is not None
        and finding.fix.edits
        and (applicability is Applicability.UNSAFE or finding.fix.applicability is Applicability.SAFE)
    ]


def _compatible(findings: Iterable[Finding]) -> list[Finding]:
    chosen: list[Finding] = []
    edits: list[Edit] = []
    for finding in findings:
        own = finding.fix.edits if finding.fix else ()
        if not any(_overlap(edit, other) for edit in own for other in edits):
            chosen.append(finding)
            edits.extend(own)
    return chosen


def _overlap(one: Edit, other: Edit) -> bool:
    if one.span == other.span:
        return True
    return one.span.start < other.span.end and other.span.start < one.span.end


def _proven(
    text: str,
    before: Reading,
    batches: list[list[Finding]],
    read: Callable[[str], Reading],
    newline: str,
) -> tuple[str, Reading, list[Finding]] | None:
    for batch in batches:
        fixed = _edited(text, batch, newline)
        if fixed == text:
            continue
        after = read(fixed)
        if _sound(before, after, batch):
            return fixed, after, batch
    return None


def _edited(text: str, findings: Iterable[Finding], newline: str) -> str:
    edits = sorted(edit for finding in findings if finding.fix for edit in finding.fix.edits)
    for edit in reversed(edits):
        replacement = edit.replacement if newline == "\n" else edit.replacement.replace("\n", newline)
        text = text[: edit.span.start] + replacement + text[edit.span.end :]
    return text


def _sound(before: Reading, after: Reading, batch: Iterable[Finding]) -> bool:
    if _errors(after) > _errors(before):
        return False
    if any(finding.fix and finding.fix.applicability is Applicability.UNSAFE for finding in batch):
        return True
    return after.essence == before.essence


def _errors(reading: Reading) -> int:
    return sum(finding.severity == "error" for finding in reading.findings)
