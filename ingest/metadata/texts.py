"""One-line fields: title, description, language, translation key."""

from ingest.findings.codes import SC003, SC009
from ingest.frontmatter.model import Value
from ingest.metadata.occurrences import Occurrence
from ingest.metadata.problems import Problem, Reading, understood
from ingest.metadata.text import clean_text, is_placeholder, is_title_placeholder, normalise_title, shown

_NO_TEXT = (bool, list, dict)
_KINDS = {bool: "true or false", list: "a list", dict: "an object", int: "a number", float: "a number", str: "text"}


def kind(value: Value) -> str:
    """Return what a value is, in the words of a message."""
    return _KINDS.get(type(value), "nothing")


def read_title(occurrence: Occurrence) -> Reading[str]:
    """Return the normalised title, None for a placeholder (SC009) or what is no text (SC003)."""
    value = occurrence.value
    if isinstance(value, _NO_TEXT):
        advice = "write it in quotes" if isinstance(value, bool) else "write one text, in quotes if it has brackets"
        return Reading(None, (Problem(SC003, f"the title is {kind(value)}; {advice}"),))
    title = normalise_title(value if isinstance(value, str) else "" if value is None else occurrence.written(value))
    if title and not is_title_placeholder(title):
        return understood(title)
    what = f"is the placeholder {shown(title)}" if title else "is empty"
    advice = "write a title, or take the key out and let the first heading be it"
    return Reading(None, (Problem(SC009, f"the title {what}; {advice}"),))


def read_text(occurrence: Occurrence) -> Reading[str]:
    """Return a text with white space single, None where it is empty or a placeholder (SC009)."""
    value = occurrence.value
    if value is None:
        return Reading(None)
    if isinstance(value, _NO_TEXT):
        message = f"{shown(occurrence.key)} is {kind(value)}; write a text"
        return Reading(None, (Problem(SC003, message),))
    text = clean_text(value if isinstance(value, str) else occurrence.written(value))
    if not text or not is_placeholder(text):
        return understood(text) if text else Reading(None)
    message = f"{shown(text)} is a placeholder; write a text, or take the key out"
    return Reading(None, (Problem(SC009, message),))
