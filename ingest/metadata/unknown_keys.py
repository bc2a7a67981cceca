"""Keys that nobody knows and that look like a slip of the finger."""

from collections.abc import Iterable

from ingest.findings import Edit, Finding, Fix, Span
from ingest.findings.codes import SC007
from ingest.findings.model import Applicability
from ingest.frontmatter.model import Entry, FrontMatter
from ingest.frontmatter.vocabulary import FIELD_NAMES, fold_key
from ingest.metadata.problems import sentence
from ingest.metadata.text import shown
from ingest.metadata.written import slice_of

_SHORTEST, _LONGEST = 4, 24
# One slip in a short name, two in a long one: `data` is as far from `date` as `tilte` from `title`.
_TWO_SLIPS_FROM = 7
_FIRST_LETTER_MAY_DIFFER_FROM = 6


def report_unknown(
    front_matter: FrontMatter, entries: Iterable[Entry], given: Iterable[str], *, every: bool = False
) -> list[Finding]:
    """Return SC007 for unknown keys that are a slip away from the name of a field which the file does not give.

    A site may have keys of its own, so a key that resembles nothing is only
    reported where `every` is asked for (a model with `extra="forbid"`).
    """
    fields = frozenset(given)
    findings: list[Finding] = []
    for entry in entries:
        nearest = nearest_field_name(entry.key)
        if nearest is not None and _field_of(nearest) not in fields:
            message = f"the key {shown(entry.key)} is unknown; did you mean {shown(nearest)}?"
            findings.append(
                SC007.at(entry.key_span, sentence(message), field=entry.key, fix=_renamed(front_matter, entry, nearest))
            )
        elif every:
            message = f"the key {shown(entry.key)} is unknown, and the site's model allows no other keys"
            findings.append(SC007.at(entry.key_span, sentence(message), field=entry.key))
    return findings


def nearest_field_name(key: str) -> str | None:
    """Return the field name or alias that a key most likely was to be, None where none is near.

    Near is a Damerau-Levenshtein distance of 1, or 2 from seven letters on,
    over folded keys; a short key must begin with the same letter.
    """
    folded = fold_key(key)
    if not _SHORTEST <= len(folded) <= _LONGEST or not folded.isascii():
        return None
    best: tuple[int, int, str] | None = None
    for rank, name in enumerate(_NAMES):
        most = 2 if min(len(folded), len(name)) >= _TWO_SLIPS_FROM else 1
        if abs(len(folded) - len(name)) > most or (
            folded[0] != name[0] and len(folded) < _FIRST_LETTER_MAY_DIFFER_FROM
        ):
            continue
        distance = edit_distance(folded, name)
        if 0 < distance <= most and (best is None or (distance, rank) < best[:2]):
            best = (distance, rank, _NAMES[name])
    return best[2] if best else None


def edit_distance(left: str, right: str) -> int:
    """Return how many letters must be put in, taken out, changed or swapped with a neighbour (optimal alignment)."""
    before: list[int] = []
    previous = list(range(len(right) + 1))
    for row, char in enumerate(left, 1):
        current = [row]
        for column, other in enumerate(right, 1):
            cost = min(previous[column] + 1, current[-1] + 1, previous[column - 1] + (char != other))
            if row > 1 and column > 1 and char == right[column - 2] and left[row - 2] == other:
                cost = min(cost, before[column - 2] + 1)
            current.append(cost)
        before, previous = previous, current
    return previous[-1]


def _renamed(front_matter: FrontMatter, entry: Entry, name: str) -> Fix | None:
    if slice_of(front_matter, entry.key_span) != entry.key:
        return None
    edit = Edit(Span(entry.key_span.start, entry.key_span.end), name)
    return Fix(f"rename the key to {shown(name)}", (edit,), Applicability.UNSAFE)


def _names() -> dict[str, str]:
    """Return the Latin names of all fields, folded, canonical ones first, with the way to write them."""
    names = {name: name for name in FIELD_NAMES}
    for keys in FIELD_NAMES.values():
        names |= {fold_key(key): key for key in keys if key.isascii() and "." not in key and fold_key(key) not in names}
    return {fold_key(name): key for name, key in names.items()}


_NAMES = _names()


def _field_of(key: str) -> str:
    return next(name for name, keys in FIELD_NAMES.items() if key in keys)
