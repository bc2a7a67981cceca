"""Template code of the generators, taken out before parsing: Hugo shortcodes, Liquid, Nunjucks and Vue.

A tag leaves its line breaks behind, so lines keep their numbers.
"""

import re

from ingest.body.code_regions import CodeRegions, emptied
from ingest.body.destinations import Destinations
from ingest.body.joints import GAP

_OPENING = r"\{\{<|\{\{%|\{\{|\{%|\{#(?=\s)"
_CLOSERS = {"{{<": ">}}", "{{%": "%}}", "{{": "}}", "{%": "%}", "{#": "#}"}
# Between these and their end tags stands code or a comment: Hugo, Jekyll, Hexo, Nunjucks.
_VERBATIM = frozenset({"highlight", "codeblock", "code", "comment", "math", "mermaid", "style", "script", "mathjax"})
_WORD = r"\s*-?\s*([A-Za-z_][\w-]*)"


def has_templates(text: str) -> bool:
    """Return whether a text may hold template code."""
    return "{" in text and ("{{" in text or "{%" in text or "{# " in text)


def without_templates(text: str, destinations: Destinations) -> str:
    """Return a text without template code outside code blocks and code spans.

    Where it is the address of a link or image, `destinations` keeps it and a placeholder stands in the text.
    """
    return _Cleaner(text, destinations).clean()


class _Cleaner:
    """Walks over the openers of one text; every search goes forward only, so the whole takes linear time."""

    def __init__(self, text: str, destinations: Destinations) -> None:
        self._text = text
        self._destinations = destinations
        self._taken = 0
        self._regions = CodeRegions(text)
        self._found: dict[str, int] = {}

    def clean(self) -> str:
        """Return the text without template code."""
        opening = re.compile(_OPENING)
        text, kept, position = self._text, [], 0
        while match := opening.search(text, position):
            start = match.start()
            region_end = self._regions.end_at(start)
            if region_end:
                kept.append(text[position:region_end])
                position = region_end
                continue
            end = self._tag_end(match[0], match.end())
            if end < 0:
                kept.append(text[position : match.end()])
                position = match.end()
                continue
            end = self._block_end(match[0], text[match.end() : end], end)
            kept.append(text[position:start])
            kept.append(self._rest(start, end))
            position = self._taken = end
        return emptied("".join([*kept, text[position:]]))

    def _rest(self, start: int, end: int) -> str:
        """Return what stays of a template, which is a placeholder if it says where a link leads."""
        text = self._text
        line_ends = "\n" * text.count("\n", start, end)
        if self._destinations.begins_in_one(text, self._taken, start):
            return self._destinations.placeholder(text[start:end], end) + line_ends
        return line_ends or GAP

    def _find(self, needle: str, start: int) -> int:
        """Return where a string stands next, or the text's length; what was found once is not searched again."""
        known = self._found.get(needle, -1)
        if known < start:
            known = self._text.find(needle, start)
            known = len(self._text) if known < 0 else known
            self._found[needle] = known
        return known

    def _tag_end(self, opener: str, start: int) -> int:
        """Return the offset after the tag; -1 where it does not end before the paragraph does."""
        closer = _CLOSERS[opener]
        end = self._find(closer, start)
        if end == len(self._text) or end > self._find("\n\n", start):
            return -1
        return end + len(closer)

    def _block_end(self, opener: str, inner: str, end: int) -> int:
        """Return where the block ends that a tag opens, if its content is code or a comment."""
        word = re.match(_WORD, inner)
        if word is None or word[1] not in _VERBATIM or opener == "{{":
            return end
        name = word[1]
        closings = [f"end{name}"] if opener == "{%" else [f"/{name}", f"/ {name}"]
        nearest = min(self._find(closing, end) for closing in closings)
        if nearest == len(self._text):
            return end
        after = self._find(_CLOSERS[opener], nearest)
        return end if after == len(self._text) else after + len(_CLOSERS[opener])
