"""One value on one line as YAML sees it: whether it can be read, and how it must be quoted."""

import re
import unicodedata

from ingest.frontmatter.recovery.characters import CURLY

MAX_VALUE = 2000
INDICATORS = frozenset("@`%*&!]},#")
CLOSERS = frozenset("\"'\u201c\u201d\u2018\u2019\uff02\uff07")

# What stands between two quoted phrases where no space does: `"甲"与"乙"`.
CONNECTIVES = frozenset(("vs", "VS", "还是", "還是", *"与與和及或对對、，,/&"))
_TWO = 2
_BLOCK_SCALAR = re.compile(r"[|>][-+0-9]{0,2}(?:[ \t]+#.*)?")
# Quotes that a web page's escaping turned into character references.
_REFERENCES = re.compile(r"&(quot|apos|#39|#x27|#34|#x22);.*&\1;")
_ESCAPE = re.compile(r'\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|[0abtnvfre "/\\N_LP])')
_CLIPPED = re.compile(r"['\u2019](?:tis|twas|til|em|cause|bout|round|n)\b|['\u2019]\d0s\b", re.IGNORECASE)
# A comment is written `# so`; `#1` and `#topic` are words.
_LOST = re.compile(r"(?:^|[ \t])#(?=[^\s#]|[ ]\d)")
_COMMENT = re.compile(r"[ \t]+#[ \t](?!\d).*\Z")


def quoted(value: str) -> str:
    """Return a value in the quotes that need the fewest escapes."""
    if "'" not in value:
        return f"'{value}'"
    if '"' not in value and "\\" not in value:
        return f'"{value}"'
    return "'" + value.replace("'", "''") + "'"


def mended(value: str) -> str | None:
    """Return a value that YAML cannot read, or not as it is meant, in the right quotes; None for a healthy one."""
    if not value or len(value) > MAX_VALUE:
        return None
    if value[0] == "'":
        return _mended_single(value)
    if value[0] == '"':
        return _mended_double(value)
    if value[0] == "[" and "]" not in value and "," in value:
        return f"{value}]"
    if value[0] in CURLY and len(value) > 1:
        inner = unwrapped(value)
        if inner is not None and (mended(inner) is not None or value[-1] != CURLY[value[0]]):
            return quoted(inner)
    return _mended_plain(value)


def _unescaped(value: str) -> str:
    from html import unescape  # noqa: PLC0415 - few values are written in character references

    return unescape(value)


def unwrapped(value: str) -> str | None:
    """Return what stands in typographic or full-width quotes (one of them may be an ASCII one) around a value."""
    ends = {value[:1], value[-1:]}
    if len(value) < _TWO or not ends <= CLOSERS or ends.isdisjoint(CURLY):
        return None
    inner = value[1:-1]
    closing = CURLY.get(value[0], value[0])
    opening = value[0]
    depth = 0
    for char in inner:
        if char == opening and opening != closing:
            depth += 1
        elif char == closing and closing != "\u2019":
            depth -= 1
            if depth < 0:
                return None
    return inner


def quotes_are_syntax(value: str, field: str | None) -> bool:
    """Return whether the typographic or full-width quotes around a value are meant for YAML.

    They are around a date, where only one of the two is typographic, and where
    they are full-width: no title is set like that. A title in `“…”` is a quotation.
    """
    if unwrapped(value) is None:
        return False
    return field in {"date", "updated"} or value[0] in "\uff02\uff07" or CURLY.get(value[0]) != value[-1]


def loses_words(value: str) -> bool:
    """Return whether YAML takes words of an unquoted value for a comment: `Top #1`, `C #topic`; not `text # remark`."""
    return value[:1] not in {"'", '"'} and _LOST.search(value) is not None


def _mended_plain(value: str) -> str | None:
    if value[0] == "&" and _REFERENCES.fullmatch(value):
        return quoted(_unescaped(value)[1:-1])
    comment = _COMMENT.search(value)
    text = value[: comment.start()] if comment and comment.start() else value
    rest = value[len(text) :]
    if not (_is_broken(text) or loses_words(text)):
        return None
    return quoted(text) + rest


def _is_broken(value: str) -> bool:
    first = value[0]
    if first in INDICATORS:
        return True
    if first in "|>":
        return _BLOCK_SCALAR.fullmatch(value) is None
    if first in "[{":
        return not value.rstrip().endswith("]" if first == "[" else "}")
    if first in "-?:" and value[1:2] in {"", " ", "\t"}:
        return True
    return ": " in value or ":\t" in value or value.endswith(":")


def _mended_single(value: str) -> str | None:
    end = _single_end(value)
    if end == len(value) - 1 or (end > 0 and _COMMENT.fullmatch(value[end + 1 :])):
        return None
    if end < 0 and (_CLIPPED.match(value) or value == "'"):
        return quoted(value)
    if _is_closed(value):
        inner = value[1:-1]
        if value[-1] == "'" and _is_phrases(inner, "'"):
            return quoted(value)
        return "'" + re.sub("(?<!')'(?!')", "''", inner.replace("''", "\0")).replace("\0", "''") + "'"
    if end > 0 and not (value[end - 1].isalnum() and value[end + 1].isalnum()):
        return quoted(value)
    return "'" + value[1:].replace("''", "\0").replace("'", "''").replace("\0", "''") + "'"


def _is_closed(value: str) -> bool:
    """Return whether a value ends with a quote, in whatever script, that does not close a quotation inside it."""
    last = value[-1]
    if len(value) < _TWO or last not in CLOSERS:
        return False
    opening = {"\u201d": "\u201c", "\u2019": "\u2018"}.get(last)
    return opening is None or value.count(opening) < value.count(last)


def _single_end(value: str) -> int:
    index = 1
    while (index := value.find("'", index)) > 0:
        if value[index + 1 : index + 2] != "'":
            return index
        index += 2
    return -1


def _mended_double(value: str) -> str | None:
    end = _double_end(value)
    healthy = "\\" not in _ESCAPE.sub("", value)
    if healthy and (end == len(value) - 1 or (end > 0 and _COMMENT.fullmatch(value[end + 1 :]))):
        return None
    closed = _is_closed(value)
    if closed and value[-1] == '"' and _is_phrases(value[1:-1], '"'):
        return quoted(value)
    if not closed and end > 0:
        return quoted(value)
    inner = value[1:-1] if closed else value[1:]
    if not healthy:
        inner = re.sub(r'\\(?!["\\])', r"\\\\", inner)
    return '"' + re.sub(r'(\\.)|"', lambda match: match[1] or '\\"', inner) + '"'


def _double_end(value: str) -> int:
    for match in re.finditer(r'\\.|"', value[1:]):
        if match[0] == '"':
            return match.start() + 1
    return -1


def _is_phrases(inner: str, quote: str) -> bool:
    """Return whether a value between two quotes is two quoted phrases: `'A' and 'B'`, but not `'It's A'`."""
    places = [index for index, char in enumerate(inner) if char == quote]
    if len(places) < _TWO or len(places) % 2:
        return False
    first, last = places[0], places[-1]
    if len(places) == _TWO and inner[first + 1 : last].strip() in CONNECTIVES:
        return True
    return _is_gap(inner[first + 1 : first + 2]) and not _is_gap(inner[:first][-1:]) and _is_gap(inner[:last][-1:])


def _is_gap(char: str) -> bool:
    return char.isspace() or unicodedata.category(char or " ")[0] in "PZ"
