"""The fields that a site's own model adds: they receive what the front matter says under their name or alias."""

from collections.abc import Iterable

from ingest.frontmatter.model import Entry, Value
from ingest.frontmatter.vocabulary import fold_key
from ingest.metadata.draft import MetadataDraft
from ingest.metadata.occurrences import Occurrence
from ingest.metadata.states import read_date_field


def read_own_fields(draft: MetadataDraft, others: Iterable[Entry]) -> None:
    """Add the values of the model's own fields, and with `extra="allow"` those of all other keys, as they stand."""
    plan = draft.plan
    for entry in draft.front_matter.entries:
        name = plan.own.get(fold_key(entry.key))
        if name is None or name in draft.values or entry.value is None:
            continue
        occurrence = Occurrence((entry.key,), entry.value, 0, entry.value_span, draft.front_matter)
        value = _date_of(draft, name, occurrence) if name in plan.dates else entry.value
        draft.origins[name] = occurrence
        if value is not None:
            draft.values[name] = value
    if plan.extra == "allow":
        for entry in others:
            draft.values.setdefault(entry.key, entry.value)


def _date_of(draft: MetadataDraft, name: str, occurrence: Occurrence) -> Value:
    """Return the date in RFC 3339: pydantic itself takes 20240101 for seconds, and so for the 23rd of August 1970."""
    reading = read_date_field(occurrence)
    draft.report(name, occurrence, reading.problems)
    return reading.value
