"""The name of a key that every tool reads."""

from functools import lru_cache

from ingest.frontmatter.vocabulary import FIELD_NAMES, FIELDS_BY_KEY, fold_key

_ENGLISH = frozenset(name for names in FIELD_NAMES.values() for name in names if name.isascii() and name.islower())


@lru_cache(maxsize=1024)
def canonical_name(name: str) -> str | None:
    """Return the English lower-case name for a Chinese or capitalised key; None for any other.

    Names of a generator's own (`pubDate`, `Cover_Img`) stay: only what is a
    canonical name but for its case or width is renamed, or has no ASCII letter.
    """
    if name in _ENGLISH:
        return None
    folded = fold_key(name)
    if folded in _ENGLISH:
        return folded if name.istitle() or name.isupper() or not name.isascii() else None
    field = FIELDS_BY_KEY.get(folded, (None,))[0]
    if field is None or any(char.isascii() and char.isalpha() for char in name):
        return None
    return "author" if field == "authors" else field
