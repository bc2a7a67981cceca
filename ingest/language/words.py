"""The words of a title: which are prose, which are names and which are code."""

import re
from dataclasses import dataclass

# A word with letters, and what clings to it in identifiers and addresses. No part can be matched in two ways.
_TOKEN = re.compile(r"[^\s\"“”„«»‹›「」『』《》【】()（）\[\],，、。;；!！?？…|·•*–—&+~<>]+")
_PIECE = re.compile(r"[^\W\d_]+")
_CODE_SPAN = re.compile(r"`[^`]*`")
_TRIM = "'’‘.:：_-/"
VOCABULARY_LIMIT = 4000
"""Characters of prose that a residual is taken against."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a title in their order: prose (lower-case), capitalised (perhaps names), identifiers."""

    lower: tuple[str, ...]
    capitalised: tuple[str, ...]
    identifiers: tuple[str, ...]


def split_title(title: str) -> Words:
    """Return the words of a title by what they can prove."""
    lower: list[str] = []
    capitalised: list[str] = []
    identifiers: list[str] = []
    for token in _TOKEN.findall(_CODE_SPAN.sub(" ", title)):
        core = token.strip(_TRIM)
        if is_identifier(core):
            identifiers.append(core)
            continue
        for piece in _PIECE.findall(core):
            if len(piece) > 1 and piece.isupper():
                identifiers.append(piece)
            elif piece[0].isupper():
                capitalised.append(piece)
            else:
                lower.append(piece)
    return Words(tuple(lower), tuple(capitalised), tuple(identifiers))


def is_identifier(token: str) -> bool:
    """Return whether a token is code-like: ALLCAPS, camelCase, digits, or joined by `_ . / : @ # $ =` or the like."""
    if any(character in "_./\\:@#$=^%{}" or character.isdigit() for character in token):
        return True
    if len(token) > 1 and token.isupper():
        return True
    return any(piece[1:] != piece[1:].lower() for piece in _PIECE.findall(token))


def vocabulary(prose: str) -> frozenset[str]:
    """Return the words of the first `VOCABULARY_LIMIT` characters of prose, case folded."""
    return frozenset(_PIECE.findall(prose[:VOCABULARY_LIMIT].casefold()))


def tokens(text: str) -> list[str]:
    """Return the words of a text, case folded."""
    return _PIECE.findall(text.casefold())
