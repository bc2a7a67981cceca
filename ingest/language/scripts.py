"""Counts the letters and words of each Unicode script, fast where the text is Chinese or English.

UTF-8 makes the count cheap: the first byte of a character names its block of
scripts, so one `bytes.translate` turns a text into one class letter per
character, and counting is a search in bytes. What the first byte leaves open
(kana, Indic scripts, half-width forms) is counted by its first two bytes or,
in rare scripts, word by word.
"""

import re
import unicodedata
from bisect import bisect_right
from functools import cache
from typing import NamedTuple

from ingest.source.encoded import LATIN_AND_HAN_ALONE, Encoded

HAN_PER_WORD = 1.6
KANA_PER_WORD = 2.4
HANGUL_PER_WORD = 2.0
KANA_SHARE = 0.15
"""Part of the kana among Han and kana from which a text is Japanese; Chinese quotes less."""
LETTERS_PER_UNSPACED_WORD = 5


class ScriptCounts(NamedTuple):
    """Latin words, Han, kana and Hangul letters, and words of other scripts as `(ISO 15924 code, words)`."""

    latin: int
    han: int
    kana: int
    hangul: int
    others: tuple[tuple[str, int], ...] = ()

    @property
    def cjk(self) -> float:
        """Return the words that the Han, kana and Hangul letters amount to."""
        return self.han / HAN_PER_WORD + self.kana / KANA_PER_WORD + self.hangul / HANGUL_PER_WORD

    @property
    def native(self) -> float:
        """Return the word equivalents of every script but Latin."""
        _, han, kana, hangul, others = self
        if not (kana or hangul or others):
            return han / HAN_PER_WORD
        return self.cjk + sum([words for _, words in others])


# Blocks by their first code point; None is no letter of its own (marks, symbols) or a class counted elsewhere.
_BLOCKS: tuple[tuple[int, str | None], ...] = (
    (0x0000, None), (0x0041, "Latn"), (0x02B0, None), (0x0370, "Grek"), (0x0400, "Cyrl"), (0x0530, "Armn"),
    (0x0590, "Hebr"), (0x0600, "Arab"), (0x0700, "Syrc"), (0x0750, "Arab"), (0x0780, "Thaa"), (0x07C0, "Nkoo"),
    (0x0800, None), (0x0860, "Syrc"), (0x0870, "Arab"), (0x0900, "Deva"), (0x0980, "Beng"), (0x0A00, "Guru"),
    (0x0A80, "Gujr"), (0x0B00, "Orya"), (0x0B80, "Taml"), (0x0C00, "Telu"), (0x0C80, "Knda"), (0x0D00, "Mlym"),
    (0x0D80, "Sinh"), (0x0E00, "Thai"), (0x0E80, "Laoo"), (0x0F00, "Tibt"), (0x1000, "Mymr"), (0x10A0, "Geor"),
    (0x1100, "Hang"), (0x1200, "Ethi"), (0x13A0, "Cher"), (0x1400, "Cans"), (0x1680, None), (0x1780, "Khmr"),
    (0x1800, "Mong"), (0x18B0, None), (0x1C80, "Cyrl"), (0x1C90, "Geor"), (0x1CC0, None), (0x1D00, "Latn"),
    (0x1DC0, None), (0x1E00, "Latn"), (0x1F00, "Grek"), (0x2000, None), (0x2C60, "Latn"), (0x2C80, None),
    (0x2D00, "Geor"), (0x2D30, "Tfng"), (0x2D80, "Ethi"), (0x2DE0, "Cyrl"), (0x2E00, None), (0x2E80, "Hani"),
    (0x3000, None), (0x3005, "Hani"), (0x3008, None), (0x3041, "Hira"), (0x30A0, "Kana"), (0x3100, "Bopo"),
    (0x3130, "Hang"), (0x3190, None), (0x31A0, "Bopo"), (0x31C0, None), (0x31F0, "Kana"), (0x3200, None),
    (0x3400, "Hani"), (0x4DC0, None), (0x4E00, "Hani"), (0xA000, "Yiii"), (0xA4D0, None), (0xA640, "Cyrl"),
    (0xA6A0, None), (0xA720, "Latn"), (0xA800, None), (0xA8E0, "Deva"), (0xA900, None), (0xA960, "Hang"),
    (0xA980, None), (0xAB00, "Ethi"), (0xAB30, "Latn"), (0xAB70, "Cher"), (0xABC0, None), (0xAC00, "Hang"),
    (0xD7FC, None), (0xF900, "Hani"), (0xFB00, "Latn"), (0xFB13, "Armn"), (0xFB1D, "Hebr"), (0xFB50, "Arab"),
    (0xFE00, None), (0xFE70, "Arab"), (0xFF00, None), (0x1B000, "Kana"), (0x1B170, None), (0x20000, "Hani"),
    (0x323B0, None),
)  # fmt: skip
_STARTS = [start for start, _ in _BLOCKS]
_UNSPACED = frozenset({"Thai", "Laoo", "Khmr", "Mymr", "Tibt", "Yiii", "Bopo"})

# First bytes of UTF-8 whose characters are all of one class; the rest is looked at by hand. Every class but that of
# Latin letters is white space, so that splitting at it leaves the Latin words.
_HAN, _HANGUL, _CYRILLIC, _GREEK, _RARE = b"\n", b"\t", b"\v", b"\f", b"\r"
_CLASSES = bytearray(b" " * 256)
for _byte in range(0x41, 0x7B):
    if chr(_byte).isalpha():
        _CLASSES[_byte] = ord("a")
for _first, _last, _class in (
    (0xC3, 0xC9, b"a"), (0xCE, 0xCF, _GREEK), (0xD0, 0xD3, _CYRILLIC), (0xD4, 0xDF, _RARE), (0xE0, 0xE1, _RARE),
    (0xE4, 0xE9, _HAN), (0xEA, 0xED, _HANGUL), (0xF0, 0xF4, _RARE),
):  # fmt: skip
    _CLASSES[_first : _last + 1] = _class * (_last + 1 - _first)
_CLASS_OF_BYTE = bytes(_CLASSES)
_SILENT = bytes(range(0x80, 0xC0)) + b"0123456789'"
_WORD = r"[^\s!-@\[-`{-~\u2000-\u206f\u3001-\u3004\u3008-\u3020]+"


def count_scripts(text: str, known: Encoded | None = None) -> ScriptCounts:
    """Return how many letters and words of each script stand in `text`; lone surrogates count as nothing.

    `known` is it in UTF-8 where that is at hand; more or less white space in it makes no difference.
    """
    raw, letters = known or (text.encode("utf-8", "replace"), None)
    if letters is not None:
        return ScriptCounts(letters.alphabetic, letters.han, 0, 0)
    if b"\xe1" in raw:  # Vietnamese letters are Latin
        raw = raw.replace(b"\xe1\xba", b"\xc4").replace(b"\xe1\xbb", b"\xc4")
    classes = raw.translate(_CLASS_OF_BYTE, _SILENT)
    if LATIN_AND_HAN_ALONE.fullmatch(text):
        return ScriptCounts(len(classes.split()), classes.count(_HAN), 0, 0)
    if _needs_a_closer_look(raw, classes):
        return _count_by_word(unicodedata.normalize("NFKC", text))
    kana = _count_kana(raw) if _KANA.search(raw) else 0
    others = _count_alphabets(classes) if _CYRILLIC in classes or _GREEK in classes else ()
    han = classes.count(_HAN)
    # Splitting is quick where words are few.
    latin = len(classes.split()) if 2 * han > len(classes) else _words(classes, b"a")
    return ScriptCounts(latin, han, kana, classes.count(_HANGUL), others)


def _count_kana(raw: bytes) -> int:
    kana = raw.count(b"\xe3\x81") + raw.count(b"\xe3\x82") + raw.count(b"\xe3\x83")
    return kana - raw.count("・".encode())


def _count_alphabets(classes: bytes) -> tuple[tuple[str, int], ...]:
    return tuple([(code, _words(classes, letter)) for letter, code in _ALPHABETS if letter in classes])


def _words(classes: bytes, letter: bytes) -> int:
    """Return the number of words of a class of letters; few are quicker to split than to search for."""
    few = _FEW * classes.count(letter) < len(classes)
    classes = classes.translate(_only(ord(letter)))
    if few:
        return len(classes.split())
    return classes.count(b" a") + classes.startswith(b"a")


_FEW = 16
"""Part of a text, as one in so many, below which its letters make few words."""


def dominant_script(counts: ScriptCounts, native_share: float) -> str:
    """Return the ISO 15924 code of the script that the words are in, `Zyyy` without letters.

    A text is in its non-Latin script from `native_share` of the word
    equivalents on. Han alone is `Hani`: both Chinese and Japanese write it.
    """
    latin, han, kana, hangul, others = counts
    if not (kana or hangul or others):
        if not han:
            return "Latn" if latin else "Zyyy"
        native = han / HAN_PER_WORD
        return "Latn" if native < native_share * (native + latin) else "Hani"
    cjk = counts.cjk
    script, words = max(others, key=lambda item: item[1]) if others else ("", 0)
    native = cjk + sum(count for _, count in others)
    if native < native_share * (native + latin):
        return "Latn"
    if words > cjk:
        return script
    if hangul > han + kana:
        return "Kore"
    return "Jpan" if kana and kana >= KANA_SHARE * (han + kana) else "Hani"


def _needs_a_closer_look(raw: bytes, classes: bytes) -> bool:
    """Return whether a first byte leaves the script open: emoji do not, half-width kana and Yi (before Hangul) do."""
    if _RARE in classes and (raw.translate(None, _NOT_RARE) or raw.count(b"\xf0") > raw.count(b"\xf0\x9f")):
        return True
    if b"\xef" in raw and _HALF_WIDTH.search(raw):
        return True
    return b"\xea" in raw and _BEFORE_HANGUL.search(raw) is not None


_EMOJI = 0xF0
_NOT_RARE = bytes(b for b in range(256) if _CLASS_OF_BYTE[b] != ord(_RARE) or b == _EMOJI)
_HALF_WIDTH = re.compile(rb"\xef(?:\xbd[\xa6-\xbf]|\xbe[\x80-\x9f])")
_KANA = re.compile(rb"\xe3[\x81-\x83]")
_ALPHABETS = ((_CYRILLIC, "Cyrl"), (_GREEK, "Grek"))
_BEFORE_HANGUL = re.compile(rb"\xea[\x80-\xaf]")


def script_of(character: str) -> str | None:
    """Return the ISO 15924 code of a letter, `None` for anything that is no letter of a known script."""
    return _BLOCKS[bisect_right(_STARTS, ord(character)) - 1][1] if character.isalpha() else None


class _Signs(dict[int, str]):
    """For every character the sign of the script that it is a letter of: a space between words, nothing within them."""

    def __missing__(self, code: int) -> str:
        if len(self) >= _MOST_SIGNS:
            self.clear()
        script = script_of(chr(code))
        sign = chr(_FIRST_SIGN + _SCRIPTS.index(script)) if script else ""
        found = self[code] = sign if re.match(_WORD, chr(code)) else " "
        return found


_SCRIPTS = sorted({script for _, script in _BLOCKS if script})
_FIRST_SIGN = 0x21
_MOST_SIGNS = 1 << 14
_SIGNS = _Signs()


def _count_by_word(text: str) -> ScriptCounts:
    """Count letter by letter for ideographs and unspaced scripts, word by word for all else."""
    signs = text.translate(_SIGNS).encode()
    letters: dict[str, int] = {}
    words: dict[str, int] = {}
    for sign in set(signs) - {0x20}:
        script = _SCRIPTS[sign - _FIRST_SIGN]
        letters[script] = signs.count(sign)
        words[script] = len(signs.translate(_only(sign)).split())
    for script in _UNSPACED & words.keys():
        words[script] = -(-letters[script] // LETTERS_PER_UNSPACED_WORD)
    others = tuple((code, count) for code, count in sorted(words.items()) if code not in _COUNTED)
    kana = letters.get("Hira", 0) + letters.get("Kana", 0)
    return ScriptCounts(words.get("Latn", 0), letters.get("Hani", 0), kana, letters.get("Hang", 0), others)


@cache
def _only(byte: int) -> bytes:
    """Return a table for `bytes.translate` that makes one byte an `a` and all others spaces."""
    return bytes(ord("a") if other == byte else 0x20 for other in range(256))


_COUNTED = frozenset({"Latn", "Hani", "Hira", "Kana", "Hang"})
