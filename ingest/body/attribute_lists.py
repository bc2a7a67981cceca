"""Attribute lists after a block or span: kramdown's `{: .class}`, Pandoc's and Python-Markdown's `{ width=60% }`."""

import re
from functools import lru_cache

LONGEST = 200
# kramdown: `{:toc}`, `{:.a b}` with the names of other lists, and its extensions `{::nomarkdown}` … `{:/nomarkdown}`.
_REFERENCE = r"(?a)/?[A-Za-z][\w-]*|/"
_CONTENTS = r"(?a)\{:[ \t]*toc\b"


def is_table_of_contents(text: str) -> bool:
    """Return whether kramdown puts a table of contents in place of the list that this piece of text belongs to."""
    return re.match(_CONTENTS, text) is not None


def without_attribute_list(text: str) -> str:
    """Return a piece of text without an attribute list at its start or end."""
    if text[0] == "{":
        end = text.find("}", 0, LONGEST)
        if end > 0 and is_attribute_list(text[1:end]):
            text = text[end + 1 :]
    if text.endswith("}"):
        start = text.rfind("{", -LONGEST)
        # Only with a mark that prose does not have: `集合 {a=b}` at the end of a sentence is the author's.
        if start >= 0 and text.startswith(("{:", "{.", "{#"), start) and is_attribute_list(text[start + 1 : -1]):
            text = text[:start]
    return text


@lru_cache(maxsize=256)  # a site gives its images the same few
def is_attribute_list(inner: str) -> bool:
    """Return whether what stands between braces is a list of `#id`, `.class`, `key=value` and kramdown references."""
    words = inner.removeprefix(":").removesuffix(":").split()
    kramdown = inner.startswith(":")
    return (
        bool(words)
        and all(
            word[0] in ".#:" or "=" in word or _inside_quotes(word) or (kramdown and re.fullmatch(_REFERENCE, word))
            for word in words
        )
        and (kramdown or words[0][0] in ".#" or "=" in words[0])
    )


def _inside_quotes(word: str) -> bool:
    return word[-1] in "\"'"
