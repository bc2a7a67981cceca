"""Addresses: the slug, where an article is published, its picture, what it was taken from."""

import re
from collections.abc import Callable

from ingest.findings.codes import SC003
from ingest.frontmatter.vocabulary import fold_key
from ingest.metadata.items import items_of
from ingest.metadata.occurrences import Occurrence
from ingest.metadata.problems import Problem, Reading
from ingest.metadata.text import clean_text, is_placeholder, shown
from ingest.metadata.texts import kind

_URL_KEYS = ("url", "src", "path", "image", "href", "file", "link", "relative_path")
_ABSOLUTE = re.compile(
    r"[A-Za-z][A-Za-z0-9+.-]{0,30}://\S|//[^/\s]|www\.\S|[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8}/\S"
)
_TEMPLATE = re.compile(r":[a-z_]|\{\{|\$\{|<%|\[[a-z]+\]")
# Names of Jekyll's built-in permalink styles: they say how addresses are made, not which one this is.
_STYLES = frozenset({"pretty", "date", "ordinal", "weekdate", "none"})
_PAGE = re.compile(r"(?:index)?\.(?:html?|mdx?|php)$|^index$")


def read_slug(occurrence: Occurrence) -> Reading[str]:
    """Return the slug without slashes around it; of a permalink the last segment, without its suffix."""
    text, problems = _text_of(occurrence)
    if text is None:
        return Reading(None, problems)
    if fold_key(occurrence.key) != "permalink":
        return Reading(text.strip("/") or None)
    if text in _STYLES or _TEMPLATE.search(_path_of(text)):
        return Reading(None)
    segments = [part for part in _path_of(text).split("/") if part]
    if segments and _PAGE.search(segments[-1]):
        segments[-1] = _PAGE.sub("", segments[-1])
    last = next((part for part in reversed(segments) if part), None)
    return Reading(last and _decoded(last))


def read_url(occurrence: Occurrence) -> Reading[str]:
    """Return where the article is published: an absolute address or a path from the site's root."""
    text, problems = _text_of(occurrence)
    permalink = fold_key(occurrence.key) == "permalink"
    if text is None:
        return Reading(None, () if permalink else problems)  # the slug has reported it
    if _ABSOLUTE.match(text) or text.startswith("/"):
        return Reading(None if _TEMPLATE.search(_path_of(text)) else text)
    return Reading(None)


def read_image(occurrence: Occurrence) -> Reading[str]:
    """Return the picture's address, from a string, `{src, alt}`, or the first of a list."""
    if occurrence.value is False:  # `cover: false` switches the picture off in Hexo themes
        return Reading(None)
    text, problems = _text_of(occurrence)
    # PaperMod's `cover: {hidden: true}` and the like have no address and need none.
    return Reading(text, () if isinstance(occurrence.value, dict) else problems)


def read_source_url(occurrence: Occurrence) -> Reading[str]:
    """Return the address that the article was taken from; a source's mere name is no address and is left alone."""
    canonical = occurrence.rank == 0
    text, problems = _text_of(occurrence)
    if text is not None and _ABSOLUTE.match(text):
        return Reading(text)
    if text is None or not canonical:
        return Reading(None, problems if canonical else ())
    return Reading(None, (Problem(SC003, f"{shown(text)} is no address; write it with https://"),))


def _text_of(occurrence: Occurrence) -> tuple[str | None, tuple[Problem, ...]]:
    """Return the first address of a value, None where there is none, and why."""
    value = occurrence.value
    if isinstance(value, str):
        text = clean_text(value)
        return (None if not text or is_placeholder(text) else text), ()
    first = next((item for item, _ in items_of(value)), None)
    if isinstance(first, dict):
        first = next((first[key] for key in _URL_KEYS if isinstance(first.get(key), str)), None)
    if isinstance(first, str | int | float) and not isinstance(first, bool):
        text = clean_text(occurrence.written(first))
        return (None if not text or is_placeholder(text) else text), ()
    if value is None or (isinstance(value, list | dict) and not value):
        return None, ()
    return None, (Problem(SC003, f"{shown(occurrence.key)} is {kind(value)}; write an address"),)


def _path_of(text: str) -> str:
    """Return the path of an address, without scheme, host, query and fragment."""
    text = text.partition("#")[0].partition("?")[0]
    _, scheme, rest = text.partition("//")
    return rest.partition("/")[2] if scheme else text


def _decoded(segment: str) -> str:
    if "%" not in segment:
        return segment if "\ufffd" in segment else clean_text(segment)
    from urllib.parse import unquote  # noqa: PLC0415 - only for permalinks in percent signs

    decoded = unquote(segment)
    return segment if "\ufffd" in decoded else clean_text(decoded)


READERS: dict[str, Callable[[Occurrence], Reading[str]]] = {
    "slug": read_slug,
    "url": read_url,
    "image": read_image,
    "source_url": read_source_url,
}
