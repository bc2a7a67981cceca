"""Several names of one field in one file: which value counts, and when they contradict each other."""

from datetime import datetime

from ingest.findings import Finding, Span
from ingest.findings.codes import SC008
from ingest.frontmatter.model import FrontMatter
from ingest.frontmatter.vocabulary import fold_key
from ingest.metadata.occurrences import Occurrence
from ingest.metadata.problems import sentence
from ingest.metadata.text import shown

_DAY = len("2024-05-01")
_DATE_FIELDS = frozenset({"date", "updated"})
_MOST_SHOWN = 5

# Keys that only count where the field's other names are absent.
_SUBSTITUTES = {"tags": frozenset(map(fold_key, ("keywords", "关键词", "關鍵詞", "关键字", "關鍵字")))}
# Keys that a generator or theme defines beside the others for a purpose of its own: Hugo's description and summary,
# Butterfly's cover and top_img, a permalink that is more than the slug. They differ by right.
_PURPOSES = {
    "title": ("name",),
    "description": ("summary", "abstract", "ogSummary"),
    "categories": ("section",),
    "slug": ("permalink",),
    "url": ("permalink",),
    "source_url": ("canonical", "canonical_url"),
    "image": (
        "image",
        "cover",
        "thumbnail",
        "heroImage",
        "cover_img",
        "ogImage",
        "banner",
        "top_img",
        "featured_image",
    ),
}
# Dates of other events than the one that `date` names: Hugo publishes on `publishDate` what was written on `date`.
_OTHER_EVENTS = frozenset(map(fold_key, ("publishDate", "published", "created", "created_at", "date.created"))) | {
    "创建日期",
    "創建日期",
    "创建时间",
    "創建時間",
}
_OWN_PURPOSE = {name: frozenset(map(fold_key, keys)) for name, keys in _PURPOSES.items()}


def without_substitutes(name: str, found: list[Occurrence]) -> list[Occurrence]:
    """Return the occurrences of a field without those that only count where all others are absent."""
    substitutes = _SUBSTITUTES.get(name)
    if substitutes is None:
        return found
    return [one for one in found if fold_key(one.key) not in substitutes] or found


def has_own_purpose(name: str, occurrence: Occurrence) -> bool:
    """Return whether a key, beside others of its field, means something of its own and so cannot contradict them."""
    return fold_key(occurrence.key) in _OWN_PURPOSE.get(name, ())


def conflict(name: str, kept: tuple[Occurrence, object], other: tuple[Occurrence, object]) -> Finding | None:
    """Return SC008 at the other name where the two values, as they were read, contradict each other."""
    (first, value), (second, other_value) = kept, other
    if other_value is None or has_own_purpose(name, first):
        return None
    if name == "date" and fold_key(first.key) not in _OTHER_EVENTS and fold_key(second.key) in _OTHER_EVENTS:
        return None
    if _agree(name, value, other_value):
        return None
    message = (
        f"{_named(second)} says {_said(other_value)}, but {_named(first)} says {_said(value)}, which is taken; "
        "keep one of the two"
    )
    return SC008.at(second.span, sentence(message), field=name)


def _agree(name: str, value: object, other: object) -> bool:
    if value == other:
        return True
    if isinstance(value, tuple) and isinstance(other, tuple):
        return {_label(one) for one in other} <= {_label(one) for one in value}
    if not isinstance(value, str) or not isinstance(other, str):
        return False
    if name in _DATE_FIELDS:
        return _same_date(value, other)
    if name == "lang":
        return _language(value).startswith(_language(other)) or _language(other).startswith(_language(value))
    return False


def _label(value: object) -> str:
    return str(getattr(value, "name", value))


def _language(text: str) -> str:
    return text.replace("_", "-").casefold() + "-"


def _same_date(value: str, other: str) -> bool:
    """Return whether a date and a date-time are of one day, or two date-times one instant."""
    if _DAY in {len(value), len(other)}:
        return value[:_DAY] == other[:_DAY]
    try:
        return datetime.fromisoformat(value) == datetime.fromisoformat(other)
    except ValueError:  # a leap second
        return False


def _said(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(shown(_label(one)) for one in value[:_MOST_SHOWN]) or "nothing"
    return shown(str(value).lower() if isinstance(value, bool) else str(value))


def _named(occurrence: Occurrence) -> str:
    line = _line(occurrence.front_matter, occurrence.span)
    return f"{shown(occurrence.key)} (line {line})" if line else shown(occurrence.key)


def _line(front_matter: FrontMatter, span: Span | None) -> int | None:
    """Return the line of a span, from 1; None in a repaired text, whose lines are not the file's."""
    if span is None or front_matter.repaired:
        return None
    before = front_matter.text[: span.start]
    return 1 + before.count("\n") + before.count("\r") - before.count("\r\n")
