"""Fields that decide by type: dates, drafts, and the keys that are now one and now the other."""

from ingest.findings.codes import SC003, SC009
from ingest.frontmatter.vocabulary import fold_key
from ingest.metadata.dates import read_date, usual_date
from ingest.metadata.occurrences import Occurrence
from ingest.metadata.problems import Problem, Reading, understood
from ingest.metadata.text import clean_text, is_placeholder, shown
from ingest.metadata.texts import kind

# A boolean here is no failed date: Jekyll's and Hexo's `published: false`, VitePress's `lastUpdated: true`.
_DATE_OR_SWITCH = frozenset({"published", "lastupdated"})
_PUBLISHED = frozenset({"published", "publish"})
# These hold dates, objects and words of a theme's own as well, about which a draft says nothing.
_MANY_TYPES = _PUBLISHED | {"status"}
_DRAFT = ("draft",)
_TRUE = frozenset({"true", "yes", "on", "y", "1", "是", "真"})
_FALSE = frozenset({"false", "no", "off", "n", "0", "否", "假"})
_DRAFT_STATES = frozenset({"draft", "drafts", "wip", "unpublished", "private", "pending", "草稿", "未发布", "未發佈"})
_PUBLIC_STATES = frozenset({"published", "publish", "public", "live", "已发布", "已發佈", "发布", "發佈"})


def read_date_field(occurrence: Occurrence) -> Reading[str]:
    """Return an RFC 3339 date or date-time, None with SC003, SC004, SC005 or SC009 where the value gives none."""
    value = occurrence.value
    if isinstance(value, str) and (usual := usual_date(value)):
        return understood(usual)
    if value is None or _is_switch(occurrence):
        return Reading(None)
    if isinstance(value, bool | list | dict):
        message = f"{shown(occurrence.key)} is {kind(value)}, not a date; write it as 2024-05-01"
        return Reading(None, (Problem(SC003, message),))
    text = clean_text(occurrence.written(value))
    if is_placeholder(text):
        message = f"the date {shown(text)} is a placeholder; write it as 2024-05-01, or take the key out"
        return Reading(None, (Problem(SC009, message),) if text else ())
    reading = read_date(text)
    if reading.code is None:
        return Reading(reading.value)
    return Reading(reading.value, (Problem(reading.code, reading.message),))


def _is_switch(occurrence: Occurrence) -> bool:
    value = occurrence.value
    if fold_key(occurrence.key) not in _DATE_OR_SWITCH:
        return False
    return isinstance(value, bool) or (isinstance(value, str) and truth(value.strip()) is not None)


def read_draft(occurrence: Occurrence) -> Reading[bool]:
    """Return whether the article is a draft; None where `published` is a date or `status` says something else."""
    value = occurrence.value
    if isinstance(value, bool) and occurrence.path == _DRAFT:
        return understood(value)
    if isinstance(value, list | dict):
        return Reading(None, _not_a_switch(occurrence, kind(value)))
    text = "" if value is None else clean_text(occurrence.written(value)).casefold()
    key = fold_key(occurrence.key)
    if key == "status":
        return Reading(True if text in _DRAFT_STATES else False if text in _PUBLIC_STATES else None)
    said = truth(text)
    if key in _PUBLISHED:
        return Reading(None if said is None else not said)
    if said is None and text:
        return Reading(None, _not_a_switch(occurrence, shown(text)))
    return Reading(said)


def _not_a_switch(occurrence: Occurrence, what: str) -> tuple[Problem, ...]:
    if fold_key(occurrence.key) in _MANY_TYPES:
        return ()
    return (Problem(SC003, f"{shown(occurrence.key)} is {what}; write true or false"),)


def truth(text: str) -> bool | None:
    """Return what a text says as a boolean, None where it says neither."""
    text = text.casefold()
    return True if text in _TRUE else False if text in _FALSE else None
