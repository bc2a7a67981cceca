"""Repairs a broken block step by step until the strict parser reads it, and proves that the fixes do the same."""

from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from ingest.findings import Applicability, Edit, Finding, Fix, Severity, Span
from ingest.frontmatter.model import Entry, Format, FrontMatter
from ingest.frontmatter.recovery.ambiguity import two_blocks, two_titles
from ingest.frontmatter.recovery.block import Block, Kind, find_block
from ingest.frontmatter.recovery.covers import uncovered
from ingest.frontmatter.recovery.delimiters import delimiter_step
from ingest.frontmatter.recovery.fences import fence_step
from ingest.frontmatter.recovery.health import has_keys, is_healthy, is_plausible, is_readable
from ingest.frontmatter.recovery.indents import indent_step
from ingest.frontmatter.recovery.keys import key_step, rename_repairs
from ingest.frontmatter.recovery.model import Repair, Step
from ingest.frontmatter.recovery.neighbours import keeps_neighbours
from ingest.frontmatter.recovery.notes import note_step
from ingest.frontmatter.recovery.preamble import preamble_step
from ingest.frontmatter.recovery.run_ons import closing_step, line_end_step, run_on_step
from ingest.frontmatter.recovery.tears import tear_step
from ingest.frontmatter.recovery.toml_mends import toml_step
from ingest.frontmatter.recovery.values import curly_step, lost_words_step, narrow_repairs, value_step
from ingest.frontmatter.strict import parse_strict
from ingest.source import Limits, OffsetMap
from ingest.source.drafts import Draft, source_edits

# What stands around the block.
OUTER: tuple[Step, ...] = (preamble_step, fence_step)
# The block itself, from what hides other defects to what hides nothing; only where nothing else stands before it.
INNER: tuple[Step, ...] = (
    indent_step,
    closing_step,
    toml_step,
    delimiter_step,
    tear_step,
    note_step,
    key_step,
    line_end_step,
    run_on_step,
    value_step,
    curly_step,
    lost_words_step,
)
# What a strict parser reads, but not as it was meant: words lost, a value cut in two, a body taken for code.
DOUBTS: tuple[Step, ...] = (
    indent_step,
    delimiter_step,
    tear_step,
    note_step,
    line_end_step,
    curly_step,
    lost_words_step,
)
# One repair may uncover a defect that an earlier step knows.
PASSES = 3


class _Made(NamedTuple):
    """A repair that was made: where in the source, and its edits there (None: it changed what another wrote)."""

    repair: Repair
    span: Span
    edits: tuple[Edit, ...] | None


@dataclass(frozen=True)
class _Attempt:
    """A text under repair."""

    draft: Draft
    made: tuple[_Made, ...] = ()

    @cached_property
    def text(self) -> str:
        return self.draft.text

    @cached_property
    def block(self) -> Block | None:
        return find_block(self.text)

    @cached_property
    def cover(self) -> tuple[Repair, ...]:
        return uncovered(self.text)

    def with_repairs(self, repairs: tuple[Repair, ...]) -> "_Attempt":
        offsets = self.draft.offsets
        made = (_Made(repair, _span(offsets, repair.span), _located(offsets, repair.edits)) for repair in repairs)
        edits = [edit for repair in repairs for edit in repair.edits]
        return _Attempt(self.draft.edited(edits), (*self.made, *made))


def repaired(text: str, strict: FrontMatter, limits: Limits) -> FrontMatter:
    """Return the strict reading of the repaired text, or `strict` where no repair helps; see `recover`."""
    if is_healthy(strict):
        return _with_renames(strict)
    if strict.format is Format.NONE and not strict.unread and find_block(text) is None and not uncovered(text):
        return strict
    attempt, read = _search(text, strict, limits)
    found = _in_source(text, attempt, read) if read is not None else strict
    doubt = _doubt(attempt, found)
    if doubt is not None:
        return strict._replace(data={}, entries=(), nested_spans={}, findings=(doubt,), unread=True)
    return _with_renames(found)


def _doubt(attempt: _Attempt, found: FrontMatter) -> Finding | None:
    """Return what says that there are two readings, of which none may be taken."""
    if found.repaired and (doubt := two_blocks(found)) is not None:
        return doubt
    if found.unread or attempt.block is None:
        return None
    doubt = two_titles(attempt.text, attempt.block)
    return doubt and doubt._replace(span=_span(attempt.draft.offsets, doubt.span) if doubt.span else None)


def _search(text: str, strict: FrontMatter, limits: Limits) -> tuple[_Attempt, FrontMatter | None]:
    attempt = _Attempt(Draft.of(text))
    best: tuple[_Attempt, FrontMatter | None] = (attempt, None)
    narrow = _narrow(attempt, strict, limits)
    if narrow is not None:
        return narrow
    framed = attempt.block is not None and attempt.block.framed
    steps = DOUBTS if has_keys(strict) else (preamble_step, indent_step, fence_step, *INNER)
    for step in steps * PASSES:
        repairs = () if steps is DOUBTS else attempt.cover
        block = attempt.block
        if not repairs and block is not None and _may_run(step, block):
            repairs = step(attempt.text, block)
        if not repairs:
            continue
        attempt = attempt.with_repairs(repairs)
        read = parse_strict(attempt.text, limits)
        # Few tools read MultiMarkdown: a repair ends with delimiters.
        if read.format is Format.MULTIMARKDOWN or _loses(text, strict, attempt, read):
            continue
        if is_healthy(read):
            return attempt, read
        if is_plausible(read) or (framed and is_readable(read)):
            best = (attempt, read)
    return best


def _loses(text: str, strict: FrontMatter, attempt: _Attempt, read: FrontMatter) -> bool:
    """Return whether what stands beside the repairs is read in another way than before."""
    return not (read.unread or keeps_neighbours(strict, source_edits(attempt.draft, len(text)), read))


def _narrow(attempt: _Attempt, strict: FrontMatter, limits: Limits) -> tuple[_Attempt, FrontMatter] | None:
    """Return the reading with nothing but the fewest values quoted, if that is all that the block needs."""
    block = attempt.block
    if block is not None and (block.tears or block.strays or block.notes):
        return None
    repairs = narrow_repairs(strict)
    if not repairs or (block is not None and _is_on_a_marked_line(attempt.text, block, repairs)):
        return None
    attempt = attempt.with_repairs(repairs)
    read = parse_strict(attempt.text, limits)
    return (attempt, read) if is_healthy(read) else None


def _is_on_a_marked_line(text: str, block: Block, repairs: tuple[Repair, ...]) -> bool:
    """Return whether a value to quote has more wrong with it: another key in it, or a comma behind it."""
    others = [edit for step in (run_on_step, line_end_step) for repair in step(text, block) for edit in repair.edits]
    return any(repair.span.start <= edit.span.start <= repair.span.end for repair in repairs for edit in others)


def _may_run(step: Step, block: Block) -> bool:
    if step in OUTER:
        return True
    return block.clean or (step is indent_step and all(token.kind is not Kind.PROSE for token in block.prefix))


def _located(offsets: OffsetMap, edits: tuple[Edit, ...]) -> tuple[Edit, ...] | None:
    """Return edits of a draft in the source's offsets, None where one changes what was inserted."""
    located: list[Edit] = []
    for edit in edits:
        span = _span(offsets, edit.span)
        if span.end - span.start < edit.span.end - edit.span.start:
            return None
        located.append(Edit(span, edit.replacement))
    return tuple(located)


def _span(offsets: OffsetMap, span: Span) -> Span:
    start = offsets.to_source(span.start)
    if span.end == span.start:
        return Span(start, start)
    end = min(offsets.to_source(span.end - 1) + 1, offsets.to_source(span.end))
    return Span(start, max(start, end))


def _in_source(text: str, attempt: _Attempt, read: FrontMatter) -> FrontMatter:
    offsets = attempt.draft.offsets
    findings = tuple(
        finding._replace(span=_span(offsets, finding.span) if finding.span else None, fix=None)
        for finding in read.findings
    )
    return read._replace(
        entries=tuple(_moved(entry, offsets) for entry in read.entries),
        nested_spans={path: _span(offsets, span) for path, span in read.nested_spans.items()},
        offsets=offsets,
        findings=(*_repair_findings(text, attempt), *findings),
        repaired=True,
    )


def _moved(entry: Entry, offsets: OffsetMap) -> Entry:
    return entry._replace(key_span=_span(offsets, entry.key_span), value_span=_span(offsets, entry.value_span))


def _repair_findings(text: str, attempt: _Attempt) -> tuple[Finding, ...]:
    made = attempt.made
    fixes = [Fix(one.repair.description, one.edits, one.repair.applicability) if one.edits else None for one in made]
    if not _proves(text, attempt, fixes):
        unsafe = any(one.repair.applicability is Applicability.UNSAFE for one in made)
        description = "; ".join(dict.fromkeys(one.repair.description for one in made))
        edits = source_edits(attempt.draft, len(text))
        whole = Fix(description, edits, Applicability.UNSAFE if unsafe else Applicability.SAFE)
        fixes = [whole, *([None] * (len(fixes) - 1))]
    return tuple(
        one.repair.code.at(one.span, one.repair.message, field=one.repair.field, fix=fix)
        for one, fix in zip(made, fixes, strict=True)
    )


def _proves(text: str, attempt: _Attempt, fixes: list[Fix | None]) -> bool:
    """Return whether the fixes, each by itself in the source's offsets, give the repaired text together."""
    if any(fix is None for fix in fixes):
        return False
    edits = sorted(edit for fix in fixes if fix is not None for edit in fix.edits)
    for before, after in pairwise(edits):
        if before.span == after.span or before.span.end > after.span.start:
            return False
    return Draft.of(text).edited(edits).text == attempt.text


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
    return read._replace(findings=(*read.findings, *findings))
