"""Findings as other programs read them: the objects in a record's `findings` and in `--output-format json`.

Without slots: orjson writes an object's `__dict__` in half the time that it takes to ask for each field.
"""

from collections.abc import Callable
from typing import TypeAlias

from ingest.findings.model import Applicability, Finding, Fix, Position, Severity, Span
from ingest.frozen import quick_dataclass

PositionOf: TypeAlias = Callable[[Span], Position]


@quick_dataclass(frozen=True)
class EditRecord:
    """Replaces what lies between two places (1-based, code points, end exclusive) by `replacement`."""

    line: int
    column: int
    end_line: int
    end_column: int
    replacement: str


@quick_dataclass(frozen=True)
class FixRecord:
    """Edits that belong together and do not overlap, in the order of the text."""

    description: str
    applicability: Applicability
    edits: tuple[EditRecord, ...]


@quick_dataclass(frozen=True)
class FindingRecord:
    """One finding; the order of the fields is the order of the keys.

    Lines and columns count from 1, columns in code points, the end is
    exclusive; all four are None where the finding is about the whole file.
    """

    code: str
    rule: str
    severity: Severity
    message: str
    field: str | None = None
    line: int | None = None
    column: int | None = None
    end_line: int | None = None
    end_column: int | None = None
    fix: FixRecord | None = None


def to_record(finding: Finding, position_of: PositionOf) -> FindingRecord:
    r"""Return a finding as it is written out; `position_of` is `Source.position` or a look-up that stands for it.

    No text of the result holds a lone surrogate (which is no UTF-8): each stands as its escape, `\udc80`.
    """
    position = finding.position
    if position is None and finding.span is not None:
        position = position_of(finding.span)
    line, column, end_line, end_column = position or _NOWHERE
    return FindingRecord(
        finding.code,
        finding.rule,
        finding.severity,
        _encodable(finding.message),
        None if finding.field is None else _encodable(finding.field),
        line,
        column,
        end_line,
        end_column,
        None if finding.fix is None else _fix_record(finding.fix, position_of),
    )


_NOWHERE = (None, None, None, None)


def _fix_record(fix: Fix, position_of: PositionOf) -> FixRecord:
    edits = tuple([EditRecord(*position_of(edit.span), _encodable(edit.replacement)) for edit in sorted(fix.edits)])
    return FixRecord(_encodable(fix.description), fix.applicability, edits)


def _encodable(text: str) -> str:
    return text if text.isascii() else text.encode("utf-8", "backslashreplace").decode("utf-8")
