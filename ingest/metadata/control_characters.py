"""SC010: control, bidirectional and zero-width characters in values, with the fix that takes them out."""

from ingest.findings import Edit, Finding, Fix, Span
from ingest.findings.codes import SC010
from ingest.frontmatter.model import Value
from ingest.metadata.invisible import invisible_places
from ingest.metadata.items import items_of
from ingest.metadata.occurrences import Occurrence
from ingest.metadata.problems import sentence
from ingest.metadata.written import slice_of

_MOST_NAMED = 3
_MOST_EDITS = 200


def report_invisible(name: str, occurrence: Occurrence) -> list[Finding]:
    """Return SC010 for each text in a value that has characters nobody sees and no script needs."""
    findings: list[Finding] = []
    for item, path in items_of(occurrence.value):
        for text, rest in _texts(item):
            places = () if text.isprintable() else invisible_places(text)
            if places:
                span = occurrence.span_at((*path, *rest))
                named = sorted({f"U+{ord(text[place]):04X}" for place in places})
                more = "" if len(named) <= _MOST_NAMED else ", …"
                message = f"{name} has invisible characters ({', '.join(named[:_MOST_NAMED])}{more}); take them out"
                findings.append(SC010.at(span, sentence(message), field=name, fix=_fix(occurrence, span)))
    return findings


def _texts(item: Value) -> list[tuple[str, tuple[str, ...]]]:
    if isinstance(item, str):
        return [(item, ())]
    if isinstance(item, dict):
        return [(value, (key,)) for key, value in item.items() if isinstance(value, str)]
    return []


def _fix(occurrence: Occurrence, span: Span | None) -> Fix | None:
    """Return the deletion of the characters, None where they stand there as escapes or are very many."""
    source = slice_of(occurrence.front_matter, span) if span else None
    places = invisible_places(source) if source else ()
    if span is None or not 0 < len(places) <= _MOST_EDITS:
        return None
    edits = tuple(Edit(Span(span.start + place, span.start + place + 1), "") for place in places)
    return Fix("take the invisible characters out", edits)
