"""People as front matter names them: a name, several in one string, objects, lists of them."""

import re

from ingest.findings.codes import SC003, SC009
from ingest.frontmatter.model import KeyPath, Value
from ingest.metadata.items import items_of
from ingest.metadata.model import Person
from ingest.metadata.names import split_names
from ingest.metadata.occurrences import Occurrence
from ingest.metadata.problems import Problem, Reading
from ingest.metadata.text import is_placeholder, normalise_title, shown

_NAME_KEYS = ("name", "display_name", "displayName", "full_name", "fullname", "nickname", "姓名", "名字", "key")
_URL_KEYS = ("url", "link", "href", "homepage", "website", "web", "site")
_ADVICE = "write a name, or an object with name and url"
_LONGEST = 2000

_BYLINE = re.compile(
    r"(?:(?:written |posted )?by[ :：]+|(?:文|撰文|作者|译者|编辑|校对) ?[/／|｜:：] ?)(?=\S)", re.IGNORECASE
)
_LINK = re.compile(r"\[([^\[\]]{1,200})\](?:\(([^()\s]{0,500})\)|\[[^\[\]]{0,100}\])?")
_IN_BRACKETS = re.compile(r" ?(?:<([^<>]{0,500})>|\(([^()]{0,500})\))")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S{1,500}", re.IGNORECASE)
_MAIL = re.compile(r"(?:mailto:)?[^@\s]{1,100}@[^@\s]{1,200}", re.IGNORECASE)


def read_people(occurrence: Occurrence) -> Reading[tuple[Person, ...]]:
    """Return the people of a value, each once, in the author's order; None where it names nobody.

    A string is taken apart only where its separators are unmistakable, see
    `names`; an item of a list never is. What an object says beside name and
    address stays in the front matter.
    """
    people: list[Person] = []
    problems: list[Problem] = []
    readings: list[tuple[Reading[tuple[Person, ...]], KeyPath]]
    if isinstance(occurrence.value, str):
        readings = [(read_person(name), ()) for name in split_names(occurrence.value)]
    else:
        readings = [(_from_item(occurrence, item, path), path) for item, path in items_of(occurrence.value)]
    for reading, path in readings:
        people.extend(reading.value or ())
        problems.extend(Problem(problem.code, problem.message, path) for problem in reading.problems)
    return Reading(tuple(dict.fromkeys(people)) or None, tuple(problems))


def read_person(text: str) -> Reading[tuple[Person, ...]]:
    """Return one person: `Name`, `Name <mail or url>`, `Name (url)`, `Name url`, `[Name](url)`, `By Name`."""
    name = normalise_title(text)
    if is_placeholder(name):
        problem = Problem(SC009, f"{shown(name)} is a placeholder; write the name, or take the key out")
        return Reading(None, (problem,) if name else ())
    if name.isalnum() or len(name) > _LONGEST:
        return Reading((Person(name),))
    return Reading((_person_of(name),))


def _person_of(text: str) -> Person:
    text = _BYLINE.sub("", text, count=1) if _BYLINE.match(text) else text
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
        rest, url = head, last
    return Person(" ".join(rest.split()) or text, url)


def _from_item(occurrence: Occurrence, item: Value, path: KeyPath) -> Reading[tuple[Person, ...]]:
    if isinstance(item, dict):
        return _from_object(item)
    if isinstance(item, bool):
        return Reading(None, (Problem(SC003, f"{shown(occurrence.written(item, path))} is no person; {_ADVICE}"),))
    return read_person(occurrence.written(item, path))


def _from_object(item: dict[str, Value]) -> Reading[tuple[Person, ...]]:
    """Return the person of `{name, url}`, or the people of an object keyed by ids: `{jane: {name: Jane}}`."""
    name = next((item[key] for key in _NAME_KEYS if isinstance(item.get(key), str) and item[key]), None)
    url = next((item[key] for key in _URL_KEYS if isinstance(item.get(key), str) and item[key]), None)
    if isinstance(name, str):
        reading = read_person(name)
        if reading.value and isinstance(url, str):
            return Reading((Person(reading.value[0].name, normalise_title(url)),), reading.problems)
        return reading
    nested = [_from_object(value) for value in item.values() if isinstance(value, dict)]
    people = tuple(person for reading in nested for person in reading.value or ())
    if people:
        return Reading(people, tuple(problem for reading in nested for problem in reading.problems))
    return Reading(None, (Problem(SC003, f"an object with {_keys(item)} is no person; {_ADVICE}"),))


def _keys(item: dict[str, Value]) -> str:
    return ", ".join(shown(key) for key in list(item)[:3]) if item else "no keys"
