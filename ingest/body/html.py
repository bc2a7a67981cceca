"""Tags, attributes and character references of HTML inside Markdown."""

import re

from ingest.body.joints import GAP, HARD_BREAK, SOFT_BREAK

# Their contents are no prose: programs, drawings, and code.
HIDDEN = frozenset({"script", "style", "svg", "pre", "code", "template", "iframe", "object", "textarea", "math"})
CODE = frozenset({"pre", "code"})
# Tags that a browser draws inside a line, so that what stands before and after belongs to one word.
JOINING = frozenset(
    """
    a abbr b bdi bdo big cite del dfn em font i ins kbd label mark q rp rt ruby s samp small span strike strong sub sup
    time tt u var wbr
    """.split()  # noqa: SIM905 - eighty short names are read, not counted
)
# Tags that end a passage.
BLOCKS = frozenset(
    """
    address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure
    footer form h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol optgroup option p pre search section summary
    table tbody tfoot thead tr ul
    """.split()  # noqa: SIM905 - eighty short names are read, not counted
)
_NAME = re.compile(r"</?([A-Za-z][A-Za-z0-9.:_-]*)")
_ATTRIBUTE = r"""\s([A-Za-z_:][\w:.-]{0,60})=(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))"""
_ENTITY = r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});"


def decode_entities(text: str) -> str:
    """Return the text with character references decoded, those that CommonMark (§2.5) knows."""
    if "&" not in text:
        return text
    # html.unescape() on the whole text would raise on `&#` followed by 5,000 digits.
    return re.sub(_ENTITY, _decoded, text)


def _decoded(entity: re.Match[str]) -> str:
    from html import unescape  # noqa: PLC0415 - a table of 2,231 names that few articles need

    return unescape(entity[0])


def tag_name(tag: str) -> str:
    """Return the lower-case name of `<tag …>` or `</tag>`, or an empty string."""
    match = _NAME.match(tag)
    return match[1].lower() if match else ""


def attributes(tag: str) -> dict[str, str]:
    """Return the quoted and unquoted attributes of a tag, entities decoded; the first of a name wins."""
    found: dict[str, str] = {}
    for name, double, single, bare in re.findall(_ATTRIBUTE, tag):
        found.setdefault(name.lower(), decode_entities(double or single or bare))
    return found


def boundary(name: str) -> str:
    """Return what an inline tag leaves between its neighbours: nothing, a line break, or a gap."""
    if name in JOINING or name in CODE:
        return ""
    if name == "br":
        return HARD_BREAK
    return SOFT_BREAK if name in BLOCKS else GAP
