"""FM011: an unquoted value that other YAML readers take for something else, and the quotes that settle it."""

from ingest.findings import Edit, Finding, Fix, Severity, Span
from ingest.findings.codes import FM011, FM015
from ingest.frontmatter.scalars import is_long_integer, old_boolean, other_reading
from ingest.frontmatter.vocabulary import FIELDS_BY_KEY, fold_key

_BOOLEAN_FIELDS = frozenset({"draft"})


def implicit_type(text: str, span: Span, key: str) -> Finding | None:
    """Return the finding about an unquoted scalar under a top-level key, or None where all readers agree.

    A field that holds text (`lang: no`, `title: 012`) is a warning, mended by quotes; a field that holds a boolean
    (`draft: yes`) a warning, mended by the boolean that it means. Under a key of the author's own nobody knows which
    one is meant: an information, and for a word like `yes` (a switch of the theme, most often) without a fix.
    """
    other = other_reading(text)
    if other is None:
        return long_integer(text, span, key) if is_long_integer(text) else None
    fields = FIELDS_BY_KEY.get(fold_key(key), ())
    boolean = old_boolean(text)
    if boolean and not _BOOLEAN_FIELDS.isdisjoint(fields):
        fix = Fix(f"Write {boolean}.", (Edit(span, boolean),))
        message = f"`{text}` is a boolean for some YAML readers and text for others; write `{boolean}`."
        return FM011.at(span, message, field=key, fix=fix)
    message = f"`{text}` without quotes is {other} for other YAML readers; quote it to keep the text."
    quoted = Fix("Quote the value.", (Edit(span, f"'{text}'"),))
    if fields:
        return FM011.at(span, message, field=key, fix=quoted)
    return FM011.at(span, message, field=key, fix=None if boolean else quoted, severity=Severity.INFO)


def long_integer(text: str, span: Span, key: str) -> Finding:
    """Return the finding about a number that is kept as text because 64 bits do not hold it."""
    shown = text if len(text) <= 24 else f"{text[:20]}…"  # noqa: PLR2004 - room for 64 bits and a little more
    return FM015.at(span, f"The number {shown} does not fit 64 bits; it is kept as text.", field=key)
