"""Template code where a link or image leads: Hugo's `[a]({{< relref "b.md" >}})`, Jekyll's `[a]({% link b.md %})`.

CommonMark allows neither blanks nor control characters in a destination (§6.3), so a word stands there while the text
is parsed, and the author's own text comes back into the address afterwards.
"""

import re

from ingest.body.joints import GAP, tidy
from ingest.body.reading import Reading

# Noncharacters: Unicode reserves them for use inside a program, no text holds them.
_FIRST, _LAST = "\ufdd0", "\ufdd1"
_PLACEHOLDER = f"{_FIRST}([0-9]{{1,7}}){_LAST}"
_OPENERS = ("](", "]:", "href=", "src=")
_ATTRIBUTES = ("href=", "src=")
_ENDS = r"[\s)]"
_ENDS_IN_ATTRIBUTE = r"[\s\"'<>]"
_ENDS_IN_BRACKETS = r"[\n<>]"
_LONGEST_LABEL = 200


class Destinations:
    """The templates of one text that stand in destinations, asked for offsets that only grow."""

    def __init__(self) -> None:
        self._originals: list[str] = []
        self._ends = _ENDS
        self._open_until = -1

    def begins_in_one(self, text: str, since: int, start: int) -> bool:
        """Return whether a template at `start` stands in a destination; the template before it ended at `since`."""
        opener, position = max((text.rfind(opener, since, start), opener) for opener in _OPENERS)[::-1]
        if position < 0:
            return self._open_until == since and not re.compile(self._ends).search(text, since, start)
        if opener == "]:" and _is_footnote(text, position):
            return False
        first = position + len(opener)
        if opener in _ATTRIBUTES:
            self._ends = _ENDS_IN_ATTRIBUTE
            first += text.startswith(("'", '"'), first)
        else:
            while first < start and text[first] in " \t":
                first += 1
            bracket = text.startswith("<", first)
            self._ends = _ENDS_IN_BRACKETS if bracket else _ENDS
            first += bracket
        return not re.compile(self._ends).search(text, first, start)

    def placeholder(self, original: str, end: int) -> str:
        """Return the word that stands for a template that ends at `end`."""
        self._open_until = end
        self._originals.append(" ".join(original.split()))
        return f"{_FIRST}{len(self._originals) - 1}{_LAST}"

    def restore(self, reading: Reading) -> None:
        """Put the authors' text into the addresses of links and images.

        A placeholder elsewhere is taken out: what stood before it opened no link.
        """
        if not self._originals:
            return
        reading.links = [
            link._replace(url=self._restored(link.url), text=_taken_out(link.text)) for link in reading.links
        ]
        reading.images = [
            image._replace(url=self._restored(image.url), alt=_taken_out(image.alt)) for image in reading.images
        ]
        reading.passages = [passage._replace(text=_taken_out(passage.text)) for passage in reading.passages]
        reading.headings = [heading._replace(text=_taken_out(heading.text)) for heading in reading.headings]
        reading.setext = [setext._replace(text=_taken_out(setext.text)) for setext in reading.setext]
        reading.separators = [
            separator._replace(partial=_taken_out(separator.partial)) for separator in reading.separators
        ]
        reading.code = [self._restored(code) for code in reading.code]

    def _restored(self, text: str) -> str:
        return re.sub(_PLACEHOLDER, self._original, text) if _FIRST in text else text

    def _original(self, placeholder: re.Match[str]) -> str:
        index = int(placeholder[1])
        return self._originals[index] if index < len(self._originals) else placeholder[0]


def _is_footnote(text: str, end: int) -> bool:
    """Return whether `]:` at an offset defines a footnote, which holds text, and not a link's address."""
    start = text.rfind("[", max(0, end - _LONGEST_LABEL), end)
    return start < 0 or text.startswith("[^", start)


def _taken_out(text: str) -> str:
    if _FIRST not in text:
        return text
    return "\n".join([tidy(line) for line in re.sub(_PLACEHOLDER, GAP, text).split("\n")])
