"""One person in a string: a name, with or without an address in one of the usual brackets."""

import re

from ingest.findings.codes import SC009
from ingest.metadata.person import Person
from ingest.metadata.problems import Problem, Reading
from ingest.metadata.text import is_placeholder, normalise_title, shown

_LONGEST = 2000
_BRACKETS = " ()[]（）"
_RULE = "-_.*~—–…/?"
_BYLINE = re.compile(
    r"(?:(?:written |posted )?by[ :：]+|(?:文|撰文|作者|译者|编辑|校对) ?[/／|｜:：] ?)(?=\S)", re.IGNORECASE
)
_LINK = re.compile(r"\[([^\[\]]{1,200})\](?:\(([^()\s]{0,500})\)|\[[^\[\]]{0,100}\])?")
_IN_BRACKETS = re.compile(r" ?(?:<([^<>]{0,500})>|\(([^()]{0,500})\))")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S{1,500}", re.IGNORECASE)
_MAIL = re.compile(r"(?:mailto:)?[^@\s]{1,100}@[^@\s]{1,200}", re.IGNORECASE)


def read_person(text: str) -> Reading[tuple[Person, ...]]:
    """Return one person: `Name`, `Name <mail or url>`, `Name (url)`, `Name url`, `[Name](url)`, `By Name`."""
    name = normalise_title(text)
    if not name.strip(_BRACKETS):  # the translators' form LCTT has `translator: ( )` until there is one
        return Reading(None)
    if is_placeholder(name) or not name.strip(_RULE):
        problem = Problem(SC009, f"{shown(name)} is a placeholder; write the name, or take the key out")
        return Reading(None, (problem,))
    if name.isalnum() or len(name) > _LONGEST:
        return Reading((Person(name),))
    return Reading((_person_of(name),))


def without_byline(text: str) -> str:
    """Return a text without the words before a name: `By `, `文/`, `作者：`."""
    match = _BYLINE.match(text)
    return text[match.end() :] if match else text


def _person_of(text: str) -> Person:
    text = without_byline(text)
    if link := _LINK.fullmatch(text):
        return Person(link[1].strip() or text, link[2] or None)
    url = None
    rest = text
    for match in _IN_BRACKETS.finditer(text):
        inside = (match[1] or match[2] or "").strip()
        if _ADDRESS.fullmatch(inside):
            url = url or inside
        elif not _MAIL.fullmatch(inside):
            continue
        rest = rest.replace(match[0], " ")
    head, _, last = rest.rpartition(" ")
    if head and url is None and _ADDRESS.fullmatch(last):
        rest, url = head.rstrip(" ,"), last
    return Person(" ".join(rest.split()) or text, url)
