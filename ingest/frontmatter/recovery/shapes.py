"""What a single line looks like: a delimiter, a code fence, a key with its value."""

import re
import unicodedata
from typing import NamedTuple

from ingest.findings import Span
from ingest.frontmatter.recovery.characters import INVISIBLE, SPACE
from ingest.frontmatter.recovery.lines import Line
from ingest.frontmatter.vocabulary import FIELDS_BY_KEY, fold_key

# Hyphens, dashes, minus signs and box-drawing lines that stand for the hyphens of a delimiter.
DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2500\u2501\uff0d\ufe63\ufe58"
COLONS = ":\uff1a\ufe55\ufe13\u2236"

_DASH_LINE = re.compile(rf"(?:\\?[{DASHES}][ ]?)+")
_RULE = re.compile(r"(?:\*[ ]?){3,}|={3,}|_{3,}")
# `---yaml` names the language, as in gray-matter.
_EXACT = re.compile(r"---[ \t]*(?:ya?ml)?[ \t]*")
# Three quotes are what a program would write around a text.
_FENCE = re.compile(r"""(`{3,}|~{3,}|'{3}|"{3})[ \t]*((?<=[`~ \t])[^`]*|(?<=['"])[a-z]*)""")
_SPACES = f"[{SPACE}]"
_NAME = rf"[^\W\d_](?:[\w .\-{INVISIBLE}]{{0,40}}[\w{INVISIBLE}])?"
_KEY = re.compile(
    rf"""(?P<indent>[ \t]*){_SPACES}*
    (?P<open>\*\*\*|\*\*|\*|__|_|`|["'\u201c\u2018\uff02])?
    (?P<name>{_NAME})
    (?P<inner>\*\*\*|\*\*|\*|__|_|`|["'\u201d\u2019\uff02])?
    {_SPACES}*(?P<colon>[{COLONS}])
    (?(open)(?P<outer>\*\*\*|\*\*|\*|__|_)?)
    (?P<gap>{_SPACES}*)(?P<value>.*)""",
    re.VERBOSE | re.DOTALL,
)
_TOML_KEY = re.compile(
    r"(?P<indent>[ \t]*)(?P<name>[A-Za-z_][\w.\-]{0,60})(?P<gap>[ \t]*=[ \t]*)(?P<value>\S.*)", re.DOTALL
)
# Compiled by `re` when a key is met that is none of ours: it takes as long as all above.
_GENERIC_NAME = r"[A-Za-z_][\w.\-]*|[\u4e00-\u9fff]{1,8}"
_CLOSING_QUOTES = {'"': '"', "'": "'", "\u201c": "\u201d", "\u2018": "\u2019", "\uff02": "\uff02"}
_INVISIBLE_TABLE = str.maketrans("", "", INVISIBLE)


def is_delimiter(line: Line) -> bool:
    """Return whether a line is a YAML delimiter or what was meant as one: `---`, `--`, `----`, `———`, `—`, `- - -`."""
    bare = line.bare
    if not bare or bare == "-":
        return False
    return _DASH_LINE.fullmatch(bare) is not None or _EXACT.fullmatch(bare) is not None


def is_rule(line: Line) -> bool:
    """Return whether a line is another rule of Markdown, or an underline, in the place of a delimiter: `***`, `===`."""
    return _RULE.fullmatch(line.bare) is not None


def is_exact_delimiter(line: Line) -> bool:
    """Return whether a line is the delimiter that every parser knows."""
    return _EXACT.fullmatch(line.text) is not None


def ends_block(line: Line) -> bool:
    """Return whether a line may stand where a block ends: a delimiter, a rule or a code fence."""
    return is_delimiter(line) or is_rule(line) or is_toml_delimiter(line) or fence_of(line.bare) is not None


def is_toml_delimiter(line: Line) -> bool:
    """Return whether a line is a delimiter of TOML."""
    return line.bare == "+++"


class Fence(NamedTuple):
    """A line of backticks or tildes; `info` is what stands behind them."""

    mark: str
    length: int
    info: str


def fence_of(text: str) -> Fence | None:
    """Return the code fence that a line (without the white around it) is, if it is one."""
    match = _FENCE.fullmatch(text)
    return Fence(match[1][0], len(match[1]), match[2].strip()) if match else None


class KeyLine(NamedTuple):
    """A line that gives a key its value.

    `name` is the key without markup and invisible characters, `name_span` where
    it stands, `field` the field that it names (see `vocabulary`), None for any other. `markup` reaches from
    the key's first character to the value's, `value` over the value.
    """

    line: Line
    name: str
    field: str | None
    name_span: Span
    markup: Span
    value: Span
    colon: str
    bold: str = ""
    quoted: bool = False

    @property
    def indent(self) -> int:
        """Return how many characters stand before the key."""
        return self.markup.start - self.line.start

    @property
    def content(self) -> str:
        """Return the value as written, without white space behind it."""
        return self.line.text[self.value.start - self.line.start : self.value.end - self.line.start]


def key_of(line: Line) -> KeyLine | None:
    """Return the key and value that a line holds; an unknown name must be a plain word before `: `."""
    match = _KEY.fullmatch(line.text[:4096]) if line.text else None
    if match is None:
        return None
    opening, inner, outer = match["open"] or "", match["inner"] or "", match["outer"] or ""
    quoted = opening in _CLOSING_QUOTES
    if (inner or outer) != (_CLOSING_QUOTES[opening] if quoted else opening) or (inner and outer):
        return None
    name = match["name"].translate(_INVISIBLE_TABLE).strip()
    field = FIELDS_BY_KEY.get(fold_key(name), (None,))[0]
    if field is None and not _is_generic(name, match):
        return None
    if match["colon"] == ":" and match["value"].startswith("//") and not match["gap"]:
        return None
    value_start = line.start + match.start("value")
    return KeyLine(
        line,
        name,
        field,
        Span(line.start + match.start("name"), line.start + match.end("name")),
        Span(line.start + match.end("indent"), value_start),
        Span(value_start, max(value_start, line.start + len(line.text.rstrip(SPACE)))),
        match["colon"],
        "" if quoted else opening,
        quoted,
    )


def _is_generic(name: str, match: re.Match[str]) -> bool:
    separated = bool(match["gap"]) or not match["value"] or match["colon"] != ":"
    return separated and re.fullmatch(_GENERIC_NAME, unicodedata.normalize("NFKC", name)) is not None


def toml_key_of(line: Line) -> KeyLine | None:
    """Return the key and value that a line of TOML holds."""
    match = _TOML_KEY.fullmatch(line.text[:4096])
    if match is None:
        return None
    field = FIELDS_BY_KEY.get(fold_key(match["name"]), (None,))[0]
    name = Span(line.start + match.start("name"), line.start + match.end("name"))
    value_start = line.start + match.start("value")
    return KeyLine(line, match["name"], field, name, Span(name.start, value_start), Span(value_start, line.end), "=")
