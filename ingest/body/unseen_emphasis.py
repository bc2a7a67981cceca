"""Emphasis that CommonMark does not see in text without spaces, so that its marks come out as text.

In `**标题：**内容` the closing run stands between punctuation and a letter, and `__` between letters never counts
(§6.2). They are markup all the same.
"""

_OPENING = frozenset("“‘「『《（【〈〔\"'([")
_SIGNS = frozenset("+-×÷=/<>")
_FIRST_WIDE = "\u2e80"


def without_unseen_emphasis(text: str) -> str:
    """Return the text of a block without such marks; those of `2**3` and `5*3` stay."""
    if "*" in text:
        if "**" in text and not (text.isascii() and text.count("**") % 2):
            text = text.replace("**", "")
        if not text.isascii():
            text = _without_pairs(text, "*")
    return _without_pairs(text, "__") if "__" in text and not text.isascii() else text


def _without_pairs(text: str, mark: str) -> str:
    pieces = text.split(mark)
    kept = [pieces[0]]
    index = 1
    while index < len(pieces):
        inner = pieces[index]
        if index + 1 < len(pieces) and _is_emphasised(mark, pieces[index - 1][-1:], inner, pieces[index + 1][:1]):
            kept += (inner, pieces[index + 1])
            index += 2
        else:
            kept += (mark, inner)
            index += 1
    return "".join(kept)


def _is_emphasised(mark: str, before: str, inner: str, after: str) -> bool:
    first, last = inner[:1], inner[-1:]
    if not (first.isalnum() or first in _OPENING) or last.isspace() or last in _OPENING:
        return False
    if not any(character >= _FIRST_WIDE and character.isalpha() for character in inner):
        return False
    if mark == "__":
        return not (first.isascii() or last.isascii())
    # `单价*（人数+天数）*3` multiplies.
    if before.isdigit() or after.isdigit() or not _SIGNS.isdisjoint(inner):
        return False
    return (not last.isalnum() and after.isalpha()) or (not first.isalnum() and before.isalpha())
