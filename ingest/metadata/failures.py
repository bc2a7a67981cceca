"""SC002 and SC003: what the site's model and its required fields find wanting."""

from collections.abc import Iterable
from dataclasses import dataclass

from ingest.findings import Finding, Span
from ingest.findings.codes import SC002, SC003
from ingest.frontmatter.model import Format, FrontMatter, KeyPath
from ingest.frontmatter.vocabulary import FIELD_NAMES, FIELDS_BY_KEY, fold_key
from ingest.metadata.draft import MetadataDraft
from ingest.metadata.problems import sentence
from ingest.metadata.text import shown


@dataclass(frozen=True, slots=True)
class Failure:
    """What a site's model says against a value; `path` leads into the field's value, `missing` where there is none."""

    model: str
    field: str | None
    message: str
    path: KeyPath = ()
    missing: bool = False


def report_failures(draft: MetadataDraft, failures: Iterable[Failure], required: Iterable[str]) -> list[Finding]:
    """Return SC002 for each missing field, once, and SC003 for what the model refuses.

    A field whose value could not be read has its finding already and is not
    called missing on top of it.
    """
    findings: list[Finding] = []
    told = {finding.field for finding in draft.findings}
    missing = [name for name in required if not _is_given(draft, name)]
    for failure in failures:
        if failure.missing and failure.field:
            missing.append(failure.field)
        else:
            findings.append(_refused(draft, failure))
    for name in dict.fromkeys(map(_field_name, missing)):
        if name not in told:
            message = f"{shown(name)} is required and missing; add it to the front matter"
            findings.append(SC002.at(_place(draft, name), sentence(message), field=name))
    return findings


def _refused(draft: MetadataDraft, failure: Failure) -> Finding:
    origin = draft.origins.get(failure.field or "")
    span = origin.span_at(failure.path) if origin else _start(draft.front_matter)
    where = ".".join(map(str, (failure.field, *failure.path))) if failure.field else "the metadata"
    message = f"{shown(where)} does not fit the model {failure.model}: {failure.message}"
    return SC003.at(span, sentence(message), field=failure.field)


def _field_name(key: str) -> str:
    """Return the field that a required key means, or the key itself where it is one of the site's own."""
    fields = FIELDS_BY_KEY.get(fold_key(key))
    return fields[0] if fields else key


def _is_given(draft: MetadataDraft, key: str) -> bool:
    name = _field_name(key)
    if name in FIELD_NAMES:
        return draft.values.get(name) not in (None, ())
    folded = fold_key(key)
    return any(fold_key(entry.key) == folded and entry.value not in _NOTHING for entry in draft.front_matter.entries)


_NOTHING: tuple[object, ...] = (None, "", [], {})


def _place(draft: MetadataDraft, name: str) -> Span | None:
    """Return where the empty key stands, else the start of the block."""
    found = draft.occurrences.get(name)
    return found[0].span if found else _start(draft.front_matter)


def _start(front_matter: FrontMatter) -> Span | None:
    if front_matter.format is Format.NONE:
        return None
    start = front_matter.offsets.to_source(front_matter.block.start)
    return Span(start, start)
