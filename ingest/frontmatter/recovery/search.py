"""Repairs a broken block step by step until the strict parser reads it, and proves that the fixes do the same."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import pairwise

from ingest.findings import Applicability, Edit, Finding, Fix, Severity, Span
from ingest.frontmatter.model import Entry, Format, FrontMatter
from ingest.frontmatter.recovery.block import find_block
from ingest.frontmatter.recovery.delimiters import delimiter_step
from ingest.frontmatter.recovery.fences import fence_step
from ingest.frontmatter.recovery.health import is_healthy, is_plausible
from ingest.frontmatter.recovery.indents import indent_step
from ingest.frontmatter.recovery.keys import key_step, rename_repairs
from ingest.frontmatter.recovery.model import Repair, Step
from ingest.frontmatter.recovery.notes import note_step
from ingest.frontmatter.recovery.preamble import preamble_step
from ingest.frontmatter.recovery.tears import tear_step
from ingest.frontmatter.recovery.values import curly_step, lost_words_step, value_step
from ingest.frontmatter.strict import parse_strict
from ingest.source import DEFAULT_LIMITS, Draft, Limits, OffsetMap
from ingest.source.drafts import source_edits

# From the outside in; within the block from what hides other defects to what hides nothing.
STEPS: tuple[Step, ...] = (
    preamble_step,
    fence_step,
    indent_step,
    delimiter_step,
    tear_step,
    note_step,
    key_step,
    value_step,
    curly_step,
    lost_words_step,
)
# One repair may uncover a defect that an earlier step knows.
PASSES = 3


@dataclass(frozen=True, slots=True)
class _Attempt:
    """A text under repair: the draft, and each repair with its edits in the source's offsets (None: not expressible)."""

    draft: Draft
    repairs: tuple[tuple[Repair, Span, tuple[Edit, ...] | None], ...] = ()

    def with_repairs(self, repairs: tuple[Repair, ...]) -> "_Attempt":
        offsets = self.draft.offsets
        located = tuple(
            (repair, _span(offsets.to_source, repair.span), _located(offsets, repair.edits)) for repair in repairs
        )
        edits = [edit for repair in repairs for edit in repair.edits]
        return _Attempt(self.draft.edited(edits), (*self.repairs, *located))


def recover(text: str, strict: FrontMatter, limits: Limits = DEFAULT_LIMITS) -> FrontMatter:
    """Return what the text's block says: `strict`, or the strict reading of the repaired text.

    A repaired reading has `repaired` set, its `text` is the repaired text,
    `offsets` lead back to the source, and its spans are the source's. Each
    repair is a finding; its fix holds the repair's own edits, and all fixes
    together give the repaired text. Where edits of one repair lie in what
    another wrote, the first finding has the whole fix and the others none.
    Keys in another language or case are read as they are; FM013 offers to rename them.
    """
    if is_healthy(strict):
        return _with_renames(strict)
    if strict.format is Format.NONE and not strict.unread and find_block(text) is None:
        return strict
    attempt, read = _search(text, strict, limits)
    if read is None:
        return _with_renames(strict)
    return _with_renames(_in_source(text, attempt, read))


def _search(text: str, strict: FrontMatter, limits: Limits) -> tuple[_Attempt, FrontMatter | None]:
    attempt = _Attempt(Draft.of(text))
    best: tuple[_Attempt, FrontMatter | None] = (attempt, None)
    for _ in range(PASSES):
        before = attempt
        for step in STEPS:
            repairs = step(attempt.draft.text)
            if not repairs:
                continue
            attempt = attempt.with_repairs(repairs)
            read = parse_strict(attempt.draft.text, limits)
            if is_healthy(read):
                return attempt, read
            if is_plausible(read) and (best[1] is not None or not is_plausible(strict)):
                best = (attempt, read)
        if attempt is before:
            break
    return best


def _located(offsets: OffsetMap, edits: tuple[Edit, ...]) -> tuple[Edit, ...] | None:
    """Return edits of a draft in the source's offsets, None where one changes what was inserted."""
    located: list[Edit] = []
    for edit in edits:
        start = offsets.to_source(edit.span.start)
        if edit.span.start == edit.span.end:
            located.append(Edit(Span(start, start), edit.replacement))
            continue
        end = offsets.to_source(edit.span.end - 1) + 1
        if end - start < edit.span.end - edit.span.start:
            return None
        located.append(Edit(Span(start, end), edit.replacement))
    return tuple(located)


def _span(to_source: Callable[[int], int], span: Span) -> Span:
    start = to_source(span.start)
    end = to_source(span.end - 1) + 1 if span.end > span.start else start
    return Span(start, max(start, end))


def _in_source(text: str, attempt: _Attempt, read: FrontMatter) -> FrontMatter:
    to_source = attempt.draft.offsets.to_source
    findings = (
        *_repair_findings(text, attempt),
        *(
            replace(finding, span=_span(to_source, finding.span) if finding.span else None, fix=None)
            for finding in read.findings
        ),
    )
    return replace(
        read,
        entries=tuple(_moved(entry, to_source) for entry in read.entries),
        nested_spans={path: _span(to_source, span) for path, span in read.nested_spans.items()},
        offsets=attempt.draft.offsets,
        findings=findings,
        repaired=True,
    )


def _moved(entry: Entry, to_source: Callable[[int], int]) -> Entry:
    return replace(entry, key_span=_span(to_source, entry.key_span), value_span=_span(to_source, entry.value_span))


def _repair_findings(text: str, attempt: _Attempt) -> tuple[Finding, ...]:
    fixes = [
        Fix(repair.description, edits, repair.applicability) if edits else None for repair, _, edits in attempt.repairs
    ]
    if not _proves(text, attempt, fixes):
        unsafe = any(repair.applicability is Applicability.UNSAFE for repair, _, _ in attempt.repairs)
        edits = source_edits(attempt.draft, len(text))
        applicability = Applicability.UNSAFE if unsafe else Applicability.SAFE
        description = "; ".join(dict.fromkeys(repair.description for repair, _, _ in attempt.repairs))
        fixes = [Fix(description, edits, applicability), *([None] * (len(fixes) - 1))]
    return tuple(
        repair.code.at(span, repair.message, field=repair.field, fix=fix)
        for (repair, span, _), fix in zip(attempt.repairs, fixes, strict=True)
    )


def _proves(text: str, attempt: _Attempt, fixes: list[Fix | None]) -> bool:
    """Return whether the fixes, each by itself in the source's offsets, give the repaired text together."""
    if any(fix is None for fix in fixes):
        return False
    edits = sorted(edit for fix in fixes if fix is not None for edit in fix.edits)
    for before, after in pairwise(edits):
        if before.span == after.span or before.span.end > after.span.start:
            return False
    return Draft.of(text).edited(edits).text == attempt.draft.text


def _with_renames(read: FrontMatter) -> FrontMatter:
    if read.unread or read.format is not Format.YAML:
        return read
    renames = rename_repairs(tuple((entry.key, entry.key_span) for entry in read.entries))
    if not renames:
        return read
    findings = tuple(
        repair.code.at(
            repair.span,
            repair.message,
            field=repair.field,
            severity=Severity.INFO,
            fix=Fix(repair.description, repair.edits, repair.applicability),
        )
        for repair in renames
    )
    return replace(read, findings=(*read.findings, *findings))
