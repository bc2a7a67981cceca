"""Where front matter speaks of a field: every key, alias and dotted name that means it, the canonical one first."""

from functools import lru_cache
from typing import NamedTuple

from ingest.findings import Span
from ingest.frontmatter.model import Entry, FrontMatter, KeyPath, Value
from ingest.frontmatter.vocabulary import FIELD_NAMES, FIELDS_BY_KEY, fold_key
from ingest.frozen import new_tuple
from ingest.metadata.written import written


class Occurrence(NamedTuple):
    """One value that means a field: `path` is where it stands in the data, `rank` 0 for the canonical name."""

    path: KeyPath
    value: Value
    rank: int
    span: Span | None
    front_matter: FrontMatter

    @property
    def key(self) -> str:
        """Return the name as in the file, dotted where it is nested."""
        path = self.path
        return str(path[0]) if len(path) == 1 else ".".join(map(str, path))

    def written(self, value: Value, path: KeyPath = ()) -> str:
        """Return a scalar inside this value as the author wrote it: `1.10` stays `1.10`."""
        span = self.span_at(path) if path else self.span
        return written(self.front_matter, value, span)

    def span_at(self, path: KeyPath) -> Span | None:
        """Return where a value inside this one stands, or this one where that is not known."""
        return self.front_matter.span_of((*self.path, *path)) or self.span


def find_occurrences(front_matter: FrontMatter) -> tuple[dict[str, list[Occurrence]], list[Entry]]:
    """Return what front matter says about each field, in order of rank, and the entries whose key means no field."""
    by_field: dict[str, list[Occurrence]] = {}
    others: list[Entry] = []
    for entry in front_matter.entries:
        key, value, _, span, _ = entry
        # `date: {updated: …}` is no date that has gone wrong, but a place for several.
        if type(value) is dict and (nested := _nested(entry, front_matter)):
            for name, occurrence in nested:
                _add(by_field, name, occurrence)
        elif meanings := _meanings(key):
            for name, rank in meanings:
                occurrence = new_tuple(Occurrence, ((key,), value, rank, span, front_matter))
                if name in by_field:
                    _add(by_field, name, occurrence)
                else:
                    by_field[name] = [occurrence]
        elif not _is_container(key):
            others.append(entry)
    return by_field, others


def _add(by_field: dict[str, list[Occurrence]], name: str, occurrence: Occurrence) -> None:
    known = by_field.get(name)
    if known is None:
        by_field[name] = [occurrence]
        return
    known.append(occurrence)
    known.sort(key=lambda one: one.rank)


def _nested(entry: Entry, front_matter: FrontMatter) -> list[tuple[str, Occurrence]]:
    """Return what a mapping says by dotted names: `date: {created: …}`, `taxonomies: {tags: […]}`."""
    if not isinstance(entry.value, dict) or not _is_container(entry.key):
        return []
    found: list[tuple[str, Occurrence]] = []
    for key, value in entry.value.items():
        path = (entry.key, key)
        for name, rank in _meanings(f"{entry.key}.{key}"):
            span = front_matter.span_of(path) or entry.value_span
            found.append((name, Occurrence(path, value, rank, span, front_matter)))
    return found


@lru_cache(maxsize=4096)
def _meanings(key: str) -> tuple[tuple[str, int], ...]:
    """Return the fields that a key means, each with the key's rank among the field's names."""
    folded = fold_key(key)
    fields = dict.fromkeys(FIELDS_BY_KEY.get(folded, ()))
    return tuple((name, [fold_key(known) for known in FIELD_NAMES[name]].index(folded)) for name in fields)


@lru_cache(maxsize=4096)
def _is_container(key: str) -> bool:
    """Return whether a mapping under this key holds fields: `date`, `taxonomies`, `last_update`."""
    return fold_key(key) in _CONTAINERS


_CONTAINERS = frozenset(key.partition(".")[0] for key in FIELDS_BY_KEY if "." in key)
