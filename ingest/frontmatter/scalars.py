"""The type of an unquoted YAML scalar: YAML 1.2.2 §10.3 (core schema), and what a YAML 1.1 reader makes of it.

One deviation: a number whose digits would not come back as they were written (`012`, `1.10`, more digits than a float
holds) stays text, and so do `.nan` and `.inf`, which JSON has no word for.
"""

import re

from ingest.frontmatter.model import Value

_WORDS: dict[str, bool | None] = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
}  # fmt: skip
_OLD_BOOLEANS = {
    spelling: value
    for word, value in (("yes", "true"), ("on", "true"), ("no", "false"), ("off", "false"))
    for spelling in (word, word.title(), word.upper())
}
_FIRST = frozenset("0123456789+-.~nNtTfFyYoO")

_NUMERIC = frozenset("0123456789+-.")
_INTEGER = re.compile(r"[-+]?(?:0|[1-9][0-9]*)")
_BASED = r"0o[0-7]+|0x[0-9a-fA-F]+"
_FLOAT = r"[-+]?(?:\.[0-9]+|(?:0|[1-9][0-9]*)(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?"
_OLD_NUMBERS = (
    (r"[-+]?0[0-7_]+", "an octal number"),
    (r"[-+]?0[0-9]+(?:\.[0-9]*)?", "a number without its leading zero"),
    (r"[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?", "a number to the base 60"),
    (r"[-+]?0b[01_]+", "a binary number"),
    (
        r"[-+]?(?=[^_]*_)(?:[1-9][0-9_]*|0x[0-9a-fA-F_]+|[0-9][0-9_]*\.[0-9_]*)",
        "a number without its underscores",
    ),
    (r"0o[0-7]+", "text"),
)
_DIGITS_OF_A_FLOAT = 15
_LONGEST_FLOAT = 64
_LONGEST_INTEGER = 20  # a sign and the 19 digits of 2**63
_LEAST, _MOST = -(2**63), 2**63 - 1


def may_be_no_text(text: str) -> bool:
    """Whether an unquoted scalar may be other than text to some reader; a date, the most frequent one, is not."""
    return not text or (text[0] in _FIRST and not (text[4:5] == "-" and text[:4].isdigit()))


def plain_value(text: str) -> Value:
    """Return the value of an unquoted scalar."""
    if text in _WORDS:
        return _WORDS[text]
    if text[0] not in _NUMERIC:
        return text
    if _INTEGER.fullmatch(text):
        return integer(text, 10)
    if re.fullmatch(_BASED, text):
        return integer(text, 0)
    return real(text) if re.fullmatch(_FLOAT, text) else text


def integer(text: str, base: int) -> int | str:
    """Return an integer of 64 bits, or the text where it has more."""
    if len(text) > _LONGEST_INTEGER:
        return text
    value = int(text, base)
    return value if is_64_bit(value) else text


def is_64_bit(value: int) -> bool:
    """Whether 64 bits hold a signed integer."""
    return _LEAST <= value <= _MOST


def real(text: str) -> float | str:
    """Return a finite float, or the text where the float would not give its digits back."""
    if len(text) > _LONGEST_FLOAT:
        return text
    value = float(text)
    if value - value != 0:  # infinite: 1e999
        return text
    if "e" in text or "E" in text:
        return value
    digits = text.lstrip("+-").lstrip("0").rstrip(".")
    back = repr(abs(value)).lstrip("0")
    if "." not in digits:
        back = back.removesuffix(".0")
    if digits == back:
        return value
    exponent = "e" in back and len(digits) <= _DIGITS_OF_A_FLOAT and not digits.endswith("0")
    return value if exponent else text


def finite(text: str) -> float | str:
    """Return a float, or the text where it is none that JSON can hold: NaN, infinity, 1e999."""
    value = float(text)
    return value if value - value == 0 else text


def is_long_integer(text: str) -> bool:
    """Whether a scalar is an integer that 64 bits do not hold."""
    if _INTEGER.fullmatch(text):
        return isinstance(integer(text, 10), str)
    return re.fullmatch(_BASED, text) is not None and isinstance(integer(text, 0), str)


def other_reading(text: str) -> str | None:
    """Return what another YAML reader takes an unquoted scalar for, in words, or None where all agree."""
    if text in _OLD_BOOLEANS:
        return f"the boolean {_OLD_BOOLEANS[text]}"
    if not text or text[0] not in _NUMERIC:
        return None
    for pattern, words in _OLD_NUMBERS:
        if re.fullmatch(pattern, text):
            return words
    if re.fullmatch(_FLOAT, text) and not _INTEGER.fullmatch(text):
        return _float_reading(text)
    return None


def _float_reading(text: str) -> str | None:
    if isinstance(real(text), str):
        return "a number with fewer digits" if len(text) > _LONGEST_FLOAT else f"the number {float(text)!r}"
    return "text" if "e" in text.lower() and "." not in text else None


def old_boolean(text: str) -> str | None:
    """Return `true` or `false` where YAML 1.1 has a boolean that YAML 1.2 has not, otherwise None."""
    return _OLD_BOOLEANS.get(text)
