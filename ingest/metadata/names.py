"""Several names in one string: taken apart where no single name could look like that."""

import re

from ingest.metadata.text import has_cjk

_SURE_SEPARATORS = re.compile(r"[、，；;\n]")
_AND = re.compile(r",? and | & |, ?& ?| 和 | 与 | 與 ")
_MOST_WORDS = 4
_LONGEST = 2000
_SURNAME_AND_NAME = 2

# Behind a comma these belong to the name before it.
_SUFFIXES = "jr sr ii iii iv phd md msc bsc mba ma ba esq dds jd cpa inc ltd llc llp gmbh co corp plc ag sa bv oy ab kg"
_NAME_SUFFIXES = frozenset(_SUFFIXES.split())
# One of these in a name tells of an organisation.
_OFFICES = """
of the for in on by at a an team group staff editors editorial department dept ministry institute university college
school center centre company bank services service news media press lab labs research sons brothers partners associates
"""
_ORGANISATION = frozenset(_OFFICES.split())


def split_names(text: str) -> list[str]:
    """Return the names in a text, in order.

    `、`, `，`, `；`, `;` and line ends always separate. A comma does between
    Chinese, Japanese or Korean names, between full names (`Jane Doe, John Roe`),
    between handles (`geekpi, wxy`) and between three names or more, never in
    `Smith, John` or `Jane Doe, PhD`. `and` and `&` do between full names of
    people, never in `Dolce & Gabbana` or `Department of Health and Human Services`.
    An address ends the name before it.
    """
    if len(text) > _LONGEST:
        return [text]
    if "://" in text and (addressed := _split_addressed(text)):
        return addressed
    parts = [part for part in map(str.strip, _SURE_SEPARATORS.split(text)) if part]
    return [name for part in parts for name in _split_commas(part)]


def _split_addressed(text: str) -> list[str]:
    """Return each name with the address behind it (`Jane https://jane.example`), none where the text ends in a name."""
    people: list[str] = []
    words: list[str] = []
    for word in text.split():
        if word.startswith(("http://", "https://")):
            name = " ".join(words).removeprefix("and ").removeprefix("& ").rstrip(" ,，、;；")
            people.append(f"{name} {word.rstrip(',，、;；')}".strip())
            words = []
        else:
            words.append(word)
    return [] if words else people


def _split_commas(text: str) -> list[str]:
    if "," not in text:
        return _split_and(text)
    head, *last = _AND.split(text) if _AND.search(text) else (text,)
    parts = [part for part in (*map(str.strip, head.split(",")), *map(str.strip, last)) if part]
    if len(parts) == 1:
        return parts
    return parts if _are_names(parts) else [text.strip(" ,")]


def _split_and(text: str) -> list[str]:
    parts = [part.strip() for part in _AND.split(text)]
    if len(parts) == 1:
        return parts
    if all(has_cjk(part) and " " not in part for part in parts) or all(map(_is_full_name, parts)):
        return parts
    return [text]


def _are_names(parts: list[str]) -> bool:
    """Return whether parts between commas are a name each."""
    if any(part.replace(".", "").casefold() in _NAME_SUFFIXES for part in parts):
        return False
    if all(has_cjk(part) for part in parts) or all(map(_is_full_name, parts)):
        return True
    if any(word in _ORGANISATION for part in parts for word in part.casefold().split()):
        return False
    return len(parts) > _SURNAME_AND_NAME or all(" " not in part and _is_handle(part) for part in parts)


def _is_handle(text: str) -> bool:
    return text[0] == "@" or text[0].islower() or not text[0].isalpha()


def _is_full_name(text: str) -> bool:
    """Return whether a text is two to four words as in a person's name: `Jane Q. Doe`, `Ludwig van Beethoven`."""
    words = text.split()
    if not _SURNAME_AND_NAME <= len(words) <= _MOST_WORDS or any(word.casefold() in _ORGANISATION for word in words):
        return False
    return words[0][0].isupper() and words[-1][0].isupper() and all(word[0].isalpha() for word in words)
