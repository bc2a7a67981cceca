"""The words of a text, and those of a title: which are prose, which are names and which are code."""

import re
import unicodedata
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from ingest.language.function_words import ANY_FUNCTION_WORD, NAME_PARTICLES
from ingest.language.letters import western_letters

# Words and what clings to them in identifiers and addresses. No character can be matched in two ways.
_TOKEN = re.compile(r"[^\s\"“”„«»‹›「」『』《》【】()（）\[\],，、。;；!！?？…|·•*–—&+~<>]+")
# Letters with the marks that Indic, Arabic and Hebrew words are written with: `\w` has none of them.
_WORD = re.compile(
    "(?:[^\\W\\d_]+|[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u0900-\u0903\u093a-\u0957\u0962\u0963]+)+"
)
# What few texts need is compiled by `re` when one is met.
_LATIN_WORD = "[A-Za-z\u00c0-\u024f\u0300-\u036f\u1e00-\u1eff]+"
_ACCENTED = bytes((*range(0xC3, 0xCA), 0xCC))
"""The first bytes of accented Latin letters and of accents in UTF-8."""
_ASCII_LETTERS = bytes(ord(chr(byte).lower()) if chr(byte).isalpha() and byte < 0x80 else 0x20 for byte in range(256))  # noqa: PLR2004 - ASCII
_LATER_BYTES = bytes(range(0x80, 0xC0))
"""All but the first byte of a letter in UTF-8."""
_SPACED = bytes(byte if byte > 0x7F or chr(byte).isalpha() else 0x20 for byte in range(256))  # noqa: PLR2004 - ASCII
"""Every ASCII character but letters as a space: none stands within a word."""
_PUNCTUATION_BLOCK = b"\xe2\x80"
"""U+2000 to U+203F in UTF-8, with a third byte: dashes and quotation marks."""
_PUNCTUATION = re.compile(_PUNCTUATION_BLOCK + b".", re.DOTALL)
_CODE_SPAN = r"`[^`]*`"
_PARTS = r"[:：.。!?！？…|·•–—(（]|\s-\s"
_LAST_LATIN = "\u024f"
_TRIM = "'’‘.:：_-/"
_CODE_LETTERS = frozenset("_./\\:@#$=^%{}0123456789")
VOCABULARY_LIMIT = 4000
"""Characters of prose that a residual is taken against."""
FEW_WORDS = 16
"""Words that are looked for one by one; for more it is quicker to split the prose."""


class Words(NamedTuple):
    """The words of a title in their order: lower-case ones make sentences, capitalised ones may be names.

    `lower` are those in lower case (or in a script that has no other), `folded` all of them in lower case.
    """

    all: tuple[str, ...]
    lower: tuple[str, ...]
    folded: tuple[str, ...]

    @property
    def capitalised(self) -> tuple[str, ...]:
        """Return the words with a capital."""
        return tuple([word for word in self.all if word[0].isupper()])

    @property
    def sentence(self) -> tuple[str, ...]:
        """Return the words in lower case unless they are but the particles of names (`Ursula von der Leyen`)."""
        lower = self.lower
        if not NAME_PARTICLES.issuperset(lower):
            return lower
        pairs = zip(("", *self.all), self.all, strict=False)
        return lower if any(word in {"der", "den"} and before not in NAME_PARTICLES for before, word in pairs) else ()

    @property
    def spoken(self) -> tuple[str, ...]:
        """Return all of them in lower case but function words that are capitalised as names are.

        `Los` in `Los Angeles` is no article; `The` in `The library` is one, as a lower-case word follows.
        """
        if ANY_FUNCTION_WORD.isdisjoint(
            [lower for word, lower in zip(self.all, self.folded, strict=True) if word != lower]
        ):
            return self.folded
        spoken = []
        for word, lower, following in zip(self.all, self.folded, (*self.all[1:], "X"), strict=False):
            is_name = word != lower and lower in ANY_FUNCTION_WORD and following[0].isupper()
            spoken.append(word if is_name else lower)
        return tuple(spoken)

    def speaks(self, function_words: frozenset[str]) -> bool:
        """Return whether a function word makes a sentence of them, or two that are capitalised with all the rest."""
        particles = () if self.sentence else NAME_PARTICLES
        if not function_words.intersection(self.spoken).issubset(particles):
            return True
        return not self.lower and sum(map(function_words.__contains__, self.folded)) > 1


def openers(title: str) -> list[str]:
    """Return the first word of a title and of what follows a colon, dash or full stop in it, in lower case."""
    parts = [split_title(part).folded for part in re.split(_PARTS, title)]
    return [words[0] for words in parts if words]


def split_title(title: str) -> Words:
    """Return the words of a title in letters with spaces between, such as Latin or Cyrillic.

    Identifiers (ALLCAPS, camelCase, code-like), code spans and numbers are left out.
    """
    words: list[str] = []
    text = composed(title)
    if not text.isascii():
        text = _east_asian().sub(" ", text)
    if "`" in text:
        text = re.sub(_CODE_SPAN, " ", text)
    if "()" in text:
        text = " ".join(part.rpartition(" ")[0] for part in f"{text} ".split("()"))
    for token in _TOKEN.findall(text):
        if token.isalpha() and (token.islower() or token.istitle()):
            words.append(token)
            continue
        core = token.strip(_TRIM)
        if not is_identifier(core):
            words += _WORD.findall(_without_possessive(core))
    if 1 in map(len, words):
        words = [word for at, word in enumerate(words) if len(word) > 1 or _is_word(word, first=at == 0)]
    lower = [word for word in words if not word[0].isupper()]
    return Words(tuple(words), tuple(lower), tuple(map(str.lower, words)))


@cache
def _east_asian() -> re.Pattern[str]:
    return re.compile("[\u3005-\u3007\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3]+")


def _is_word(letter: str, *, first: bool) -> bool:
    """Return whether a letter by itself is a word (`y`, `à`, `A new day`), not a part of a name (`Model Y`)."""
    return (letter.lower() if first else letter) in ANY_FUNCTION_WORD or letter > _LAST_LATIN


def _without_possessive(token: str) -> str:
    return token[:-2] if token.endswith(("'s", "’s")) else token


def is_identifier(token: str) -> bool:
    """Return whether a token is code-like: ALLCAPS, camelCase, digits, or joined by `_ . / : @ # $ =` or the like."""
    if not _CODE_LETTERS.isdisjoint(token):
        return True
    return any(word[1:] != word[1:].lower() for word in _WORD.findall(token))


def words_of(text: str) -> list[str]:
    """Return the words of a text in lower case."""
    letters = western_letters(text)
    return _words_beyond_latin_1(text) if letters is None else letters.split()


def _words_beyond_latin_1(text: str) -> list[str]:
    # Split in C: running prose is read by the hundred of words.
    raw = composed(text).lower().encode("utf-8", "surrogatepass").translate(_SPACED)
    if _PUNCTUATION_BLOCK in raw:
        raw = _PUNCTUATION.sub(b" ", raw)
    tokens = raw.decode("utf-8", "surrogatepass").split()
    if "".join(tokens).isalpha():
        return tokens
    found: list[str] = []
    for token in tokens:
        found += (token,) if token.isalpha() else _WORD.findall(token)
    return found


def vocabulary(prose: str) -> frozenset[str]:
    """Return the words of the first `VOCABULARY_LIMIT` characters of prose, in lower case."""
    return frozenset(words_of(prose[:VOCABULARY_LIMIT]))


def standing_in(words: Sequence[str], prose: str) -> frozenset[str]:
    """Return which of some words in lower case are in the `vocabulary` of prose."""
    if len(words) > FEW_WORDS:
        return vocabulary(prose).intersection(words)
    read = prose[:VOCABULARY_LIMIT]
    letters = western_letters(read)
    if letters is not None:
        spaced = f" {letters} "
        return frozenset([word for word in words if f" {word} " in spaced])
    text = composed(read).lower()
    return frozenset([word for word in words if _stands_alone(word, text)])


def _stands_alone(word: str, text: str) -> bool:
    start = text.find(word)
    while start >= 0:
        end = start + len(word)
        if not _WORD.match(text[start - 1 : start]) and not _WORD.match(text[end : end + 1]):
            return True
        start = text.find(word, start + 1)
    return False


def latin_vocabulary(prose: str) -> frozenset[str]:
    """Return the Latin words of the first `VOCABULARY_LIMIT` characters of prose in another script, in lower case."""
    raw = prose[:VOCABULARY_LIMIT].encode("utf-8", "replace")
    if any(map(raw.__contains__, _ACCENTED)):
        return frozenset(words_of(" ".join(re.findall(_LATIN_WORD, prose[:VOCABULARY_LIMIT]))))
    return frozenset(raw.translate(_ASCII_LETTERS, _LATER_BYTES).decode("ascii").split())


def composed(text: str) -> str:
    """Return a text with letter and accent as one character, as profiles and word lists have them."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)
