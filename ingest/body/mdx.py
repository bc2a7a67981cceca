"""MDX: modules, expressions and components, taken out before parsing so that what is between them is Markdown.

In MDX (https://mdxjs.com/docs/what-is-mdx/) there is no raw HTML and no indented code; `{…}` is JavaScript and a tag
may stand around Markdown at any indentation.
"""

import re
from collections.abc import Iterator
from functools import cached_property
from itertools import chain

from ingest.body.code_regions import CodeRegions, emptied
from ingest.body.html import HIDDEN, JOINING, tag_name
from ingest.body.joints import GAP
from ingest.body.separators import is_explicit_separator

MODULE = (
    r"(?m)(?:import[ \t]+(?:type[ \t]+)?(?:[\w*{][^\n]*?[ \t]from[ \t]*)?['\"][^\n'\"]+['\"]"
    r"|import[ \t][^\n'\"]*\{[^{}\n'\"]*$"
    r"|export[ \t]+(?:default|const|let|var|function|async|class|type|interface)[ \t]"
    r"|export[ \t]*[*{])[^\n]*$"
)
COMPONENT = r"(?m)<[A-Z][\w.]*(?:[ \t][^\n<>]{0,200}=\{|>?[ \t]*$)"
_MODULE_WORDS = ("import", "export")
# What these words share, behind two characters.
_SHARED = "port"
_OPENING = re.compile(r"[<{]")
_BRACKET = re.compile(r"[{}]")
_INSIDE_TAG = re.compile(r"[\"'{>]")


def is_mdx(text: str) -> bool:
    """Return whether a text is written as MDX: a module line, a component around Markdown, or a comment in braces."""
    if "<" not in text and "{" not in text:
        return False
    modules = "import " in text or "export " in text or "import{" in text
    components = "{/*" in text or ("<" in text and (">\n" in text or "={" in text))
    if not (modules or components):
        return False
    regions = CodeRegions(text)
    of_modules = (start for start, _ in module_lines(text)) if modules else ()
    starts = chain(of_modules, component_starts(text) if components else ())
    return any(not regions.covers(start) for start in starts)


def module_lines(text: str) -> Iterator[tuple[int, int]]:
    """Yield where lines begin and end that import or export; a search for what begins a line would try every line."""
    module = re.compile(MODULE)
    shared = text.find(_SHARED)
    while shared >= 0:
        start = shared - 2
        if text.startswith(_MODULE_WORDS, start) and (not start or text[start - 1] == "\n"):
            match = module.match(text, start)
            if match is not None:
                yield match.span()
        shared = text.find(_SHARED, shared + 1)


def component_starts(text: str) -> Iterator[int]:
    """Yield where lines start that begin with a component around Markdown, and comments."""
    component = re.compile(COMPONENT)
    tag = text.find("<")
    while tag >= 0:
        start = text.rfind("\n", 0, tag) + 1
        if not text[start:tag].strip(" \t") and component.match(text, tag):
            yield start
        end = text.find("\n", tag)
        tag = text.find("<", end) if end >= 0 else -1
    comment = text.find("{/*")
    while comment >= 0:
        yield comment
        comment = text.find("{/*", comment + 1)


def without_mdx(text: str) -> str:
    """Return the Markdown of an MDX text; lines keep their numbers."""
    return _Cleaner(_without_modules(text)).clean()


def _without_modules(text: str) -> str:
    if "import" not in text and "export" not in text:
        return text
    regions = CodeRegions(text)
    kept: list[str] = []
    position = 0
    for start, line_end in module_lines(text):
        if start < position or regions.end_at(start):
            continue
        if text.startswith("import", start) and text.find("from", start, line_end) >= 0:
            end = line_end
        else:
            end = text.find("\n\n", line_end)
            end = len(text) if end < 0 else end
        kept += (text[position:start], "\n" * text.count("\n", start, end))
        position = end
    return "".join([*kept, text[position:]])


class _Cleaner:
    """Takes components and expressions out of one text in linear time."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._regions = CodeRegions(text)
        self._tags = True

    @cached_property
    def _closing(self) -> dict[int, int]:
        # Often all braces stand in code, and nobody asks.
        return _matching_braces(self._text)

    def clean(self) -> str:
        """Return the text without components and expressions."""
        text, kept, position = self._text, [], 0
        while match := _OPENING.search(text, position):
            start = match.start()
            region_end = self._regions.end_at(start)
            if region_end:
                kept.append(text[position:region_end])
                position = region_end
                continue
            end = self._expression_end(start) if match[0] == "{" else self._tag_end(start)
            if end < 0:
                kept.append(text[position : start + 1])
                position = start + 1
                continue
            kept += (text[position:start], self._rest(start, end))
            position = end
        return emptied("".join([*kept, text[position:]]))

    def _rest(self, start: int, end: int) -> str:
        taken = self._text[start:end]
        if taken[0] == "{" and is_explicit_separator(taken):
            return "<!-- more -->"
        return "\n" * taken.count("\n") or GAP

    def _expression_end(self, start: int) -> int:
        end = self._closing.get(start, -1)
        # `## Title {#id}` is a heading attribute, not an expression.
        return -1 if self._text.startswith(("{#", "{:"), start) else end

    def _tag_end(self, start: int) -> int:
        if not self._tags:
            return -1
        text = self._text
        if text.startswith(("<>", "</>"), start):
            return text.index(">", start) + 1
        name = tag_name(text[start : start + 80])
        if not name or not self._is_component(start, name):
            return -1
        position = start + 1
        while match := _INSIDE_TAG.search(text, position):
            if match[0] == ">":
                return match.end()
            position = self._after(match)
            if position <= 0:
                break
        self._tags = False
        return -1

    def _after(self, match: re.Match[str]) -> int:
        if match[0] == "{":
            return self._closing.get(match.start(), 0)
        return self._text.find(match[0], match.end()) + 1

    def _is_component(self, start: int, name: str) -> bool:
        first = self._text[start + 1 : start + 3].lstrip("/")[:1]
        return (
            first.isupper() or "." in name or (name not in HIDDEN and name not in JOINING and name not in ("br", "img"))
        )


def _matching_braces(text: str) -> dict[int, int]:
    """Return for each opening brace the offset after its closing one."""
    closing: dict[int, int] = {}
    stack: list[int] = []
    for match in _BRACKET.finditer(text):
        if match[0] == "{":
            stack.append(match.start())
        elif stack:
            closing[stack.pop()] = match.end()
    return closing
