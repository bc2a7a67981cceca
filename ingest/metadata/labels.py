"""Tags and categories: lists, nested lists, objects, and every way to put several into one string."""

from collections.abc import Iterable
from functools import lru_cache

from ingest.findings.codes import SC003, SC009
from ingest.frontmatter.model import KeyPath, Value
from ingest.frontmatter.vocabulary import fold_key
from ingest.metadata.items import items_of
from ingest.metadata.occurrences import Occurrence
from ingest.metadata.problems import Problem, Reading, understood
from ingest.metadata.text import has_cjk, is_placeholder, normalise_title, shown

_LONGEST_CACHED = 100
_ALSO_SUBJECTS = frozenset({"todo", "nil", "nan"})
_TO_COMMA = str.maketrans(dict.fromkeys("，、;；\n", ","))
_NAME_KEYS = ("name", "label", "title", "tag", "slug")
# Jekyll takes a string under the plural keys apart at white space and one under `tag` or `category` not at all.
_PLURAL = frozenset({"tags", "categories", "keywords", "labels", "taxonomies.tags", "taxonomies.categories"})


def read_labels(occurrence: Occurrence) -> Reading[tuple[str, ...]]:
    """Return the labels of a value, each once, in the author's order; `()` where the key is there and holds none.

    A placeholder among them (`[None, maps]`) is left out with SC009.

    In a string, `,` `，` `、` `;` `；` and line ends separate; where none of them
    stands, white space does, under the plural keys as Jekyll documents it
    and between Chinese words. An item of a list is one label.
    """
    value = occurrence.value
    if isinstance(value, str):
        read = _from_text if len(value) <= _LONGEST_CACHED else _from_text.__wrapped__
        return read(value, fold_key(occurrence.key))
    if isinstance(value, list) and (plain := _plain_labels(value)) is not None:
        return understood(tuple(plain))
    labels: list[str] = []
    problems: list[Problem] = []
    for item, path in items_of(value):
        found, problem = _from_item(occurrence, item, path)
        kept, placeholders = _without_placeholders(found, path)
        labels.extend(kept)
        problems += (*problem, *placeholders)
    return Reading(_unique(labels), tuple(problems))


def _plain_labels(items: list[Value]) -> dict[str, None] | None:
    """Return the labels of a list of texts and of lists of them, None where there is a placeholder or another value."""
    labels: dict[str, None] = {}
    for item in items:
        if not isinstance(item, str):
            nested = _plain_labels(item) if isinstance(item, list) else None
            if nested is None:
                return None
            labels |= nested
            continue
        label = _plain_label(item) if len(item) <= _LONGEST_CACHED else _plain_label.__wrapped__(item)
        if label is None:
            return None
        if label:
            labels[label] = None
    return labels


@lru_cache(maxsize=4096)  # a site has a few hundred labels and gives them to every article
def _plain_label(text: str) -> str | None:
    """Return a label as readers see it, None for a placeholder."""
    label = _cleaned(text)
    return None if label and _is_no_label(label) else label


def _is_no_label(label: str) -> bool:
    """Return whether one label of several is a placeholder: a list may be about todo lists, `nil` or NaN."""
    return is_placeholder(label) and label.casefold() not in _ALSO_SUBJECTS


def _without_placeholders(labels: Iterable[str], path: KeyPath = ()) -> tuple[list[str], list[Problem]]:
    kept: list[str] = []
    problems: list[Problem] = []
    for label in labels:
        cleaned = _cleaned(label)
        if cleaned and _is_no_label(cleaned):
            problems.append(Problem(SC009, f"{shown(cleaned)} is a placeholder; take it out of the list", path))
        else:
            kept.append(label)
    return kept, problems


def _unique(labels: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(cleaned for label in labels if (cleaned := _cleaned(label))))


def _cleaned(label: str) -> str:
    label = normalise_title(label)
    return label[1:].lstrip() if label[:1] == "#" and label.strip("#") else label


@lru_cache(maxsize=1024)
def _from_text(text: str, key: str) -> Reading[tuple[str, ...]]:
    text = text.strip()
    if is_placeholder(text):
        problem = Problem(SC009, f"{shown(text)} is a placeholder; write a list, or take the key out")
        return Reading((), (problem,) if text else ())
    if text[0] == "[" and text[-1] == "]":
        text = text[1:-1]
    text = text.translate(_TO_COMMA)
    separator = "," if "," in text else None if key in _PLURAL or has_cjk(text) else "\n"
    kept, problems = _without_placeholders(text.split(separator))
    return Reading(_unique(kept), tuple(problems))


def _from_item(occurrence: Occurrence, item: Value, path: KeyPath) -> tuple[list[str], list[Problem]]:
    if not isinstance(item, dict):
        return [occurrence.written(item, path)], []
    name = next((item[key] for key in _NAME_KEYS if isinstance(item.get(key), str)), None)
    if isinstance(name, str):
        return [name], []
    if item and all(value is None for value in item.values()):  # `python:` under `tags:`, a dash forgotten
        return list(item), []
    return [], [Problem(SC003, "an object without a name is no label; write a list of words", path)]
