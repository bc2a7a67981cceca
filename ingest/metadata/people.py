"""People as front matter names them: a name, several in one string, objects, lists of them."""

import unicodedata
from functools import lru_cache

from ingest.findings.codes import SC003
from ingest.frontmatter.model import KeyPath, Value
from ingest.metadata.items import items_of
from ingest.metadata.occurrences import Occurrence
from ingest.metadata.person import Person
from ingest.metadata.problems import Problem, Reading
from ingest.metadata.text import is_placeholder, normalise_title, shown

_NAME_KEYS = ("name", "display_name", "displayName", "full_name", "fullname", "nickname", "姓名", "名字", "key")
_URL_KEYS = ("url", "link", "href", "homepage", "website", "web", "site")
_ADVICE = "write a name, or an object with name and url"
_LONGEST_CACHED = 200


def read_people(occurrence: Occurrence) -> Reading[tuple[Person, ...]]:
    """Return the people of a value, each once, in the author's order; None where it names nobody.

    A string is taken apart only where its separators are unmistakable, see
    `names`; an item of a list never is. What an object says beside name and
    address stays in the front matter.
    """
    if isinstance(occurrence.value, str):
        text = occurrence.value
        return _from_text(text) if len(text) <= _LONGEST_CACHED else _from_text.__wrapped__(text)
    return _joined([(_from_item(occurrence, item, path), path) for item, path in items_of(occurrence.value)])


@lru_cache(maxsize=1024)  # a site has few authors and names them in every file
def _from_text(text: str) -> Reading[tuple[Person, ...]]:
    if text.isalnum() and text.isprintable() and not is_placeholder(text) and unicodedata.is_normalized("NFC", text):
        return Reading((Person(text),))
    from ingest.metadata.names import split_names  # noqa: PLC0415 - most authors are one plain name
    from ingest.metadata.person_text import without_byline  # noqa: PLC0415 - same

    return _joined([(_person(name), ()) for name in split_names(without_byline(text))])


def _person(text: str) -> Reading[tuple[Person, ...]]:
    return _read_person(text) if len(text) <= _LONGEST_CACHED else _read_person.__wrapped__(text)


@lru_cache(maxsize=1024)
def _read_person(text: str) -> Reading[tuple[Person, ...]]:
    from ingest.metadata.person_text import read_person  # noqa: PLC0415 - most authors are one plain name

    return read_person(text)


def _joined(readings: list[tuple[Reading[tuple[Person, ...]], KeyPath]]) -> Reading[tuple[Person, ...]]:
    people: list[Person] = []
    problems: list[Problem] = []
    for reading, path in readings:
        people.extend(reading.value or ())
        problems.extend(Problem(problem.code, problem.message, path) for problem in reading.problems)
    return Reading(tuple(dict.fromkeys(people)) or None, tuple(problems))


def _from_item(occurrence: Occurrence, item: Value, path: KeyPath) -> Reading[tuple[Person, ...]]:
    if isinstance(item, dict):
        return _from_object(item)
    if isinstance(item, bool):
        return Reading(None, (Problem(SC003, f"{shown(occurrence.written(item, path))} is no person; {_ADVICE}"),))
    return _person(occurrence.written(item, path))


def _from_object(item: dict[str, Value]) -> Reading[tuple[Person, ...]]:
    """Return the person of `{name, url}`, or the people of an object keyed by ids: `{jane: {name: Jane}}`."""
    name = next((item[key] for key in _NAME_KEYS if isinstance(item.get(key), str) and item[key]), None)
    url = next((item[key] for key in _URL_KEYS if isinstance(item.get(key), str) and item[key]), None)
    if isinstance(name, str):
        reading = _person(name)
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
