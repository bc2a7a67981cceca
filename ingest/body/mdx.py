"""MDX: modules, expressions and components, taken out before parsing so that what is between them is Markdown.

In MDX (https://mdxjs.com/docs/what-is-mdx/) there is no raw HTML and no indented code; `{…}` is JavaScript and a tag
may stand around Markdown at any indentation.
"""

import re

from ingest.body.code_regions import CodeRegions, emptied
from ingest.body.html import HIDDEN, JOINING, tag_name
from ingest.body.joints import GAP
from ingest.body.separators import is_explicit_separator

_MODULE = (
    r"(?m)^(?:import[ \t]+(?:type[ \t]+)?(?:[\w*{][^\n]*?[ \t]from[ \t]*)?['\"][^\n'\"]+['\"]"
    r"|import[ \t][^\n'\"]*\{[^{}\n'\"]*$"
    r"|export[ \t]+(?:default|const|let|var|function|async|class|type|interface)[ \t]"
    r"|export[ \t]*[*{])[^\n]*$"
)
_SIGNS = r"(?m)^[ \t]*<[A-Z][\w.]*(?:[ \t][^\n<>]{0,200}=\{|>?[ \t]*$)|\{/\*"
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
    patterns = [_MODULE] * modules + [_SIGNS] * components
    signs = (match for pattern in patterns for match in re.finditer(pattern, text))
    return any(not regions.covers(match.start()) for match in signs)


def without_mdx(text: str) -> str:
    """Return the Markdown of an MDX text; lines keep their numbers."""
    return _Cleaner(_without_modules(text)).clean()


def _without_modules(text: str) -> str:
    if "import" not in text and "export" not in text:
        return text
    regions = CodeRegions(text)
    kept: list[str] = []
    position = 0
    for match in re.finditer(_MODULE, text):
        if match.start() < position or regions.end_at(match.start()):
            continue
        end = text.find("\n\n", match.end())
        end = len(text) if end < 0 else end
        if match[0].startswith("import") and "from" in match[0]:
            end = match.end()
        kept += (text[position : match.start()], "\n" * text.count("\n", match.start(), end))
        position = end
    return "".join([*kept, text[position:]])


class _Cleaner:
    """Takes components and expressions out of one text in linear time."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._regions = CodeRegions(text)
        self._closing = _matching_braces(text)
        self._tags = True

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
