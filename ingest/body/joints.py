"""How the pieces of one block become one line of text: what a line break or a removed tag leaves behind."""

from functools import lru_cache

from ingest.body.unseen_emphasis import without_unseen_emphasis

SOFT_BREAK = "\n"
# A line break that the author asked for (two blanks or a backslash at the line's end, `<br>`): U+001E.
HARD_BREAK = "\x1e"
# A place where something was taken out that separates words (an image, a code span, a component). U+001F is a
# control character that Markdown text has no use for.
GAP = "\x1f"

_FIRST_WIDE = "\u2e80"
# These are as wide as their neighbours: “引号” inside Chinese text joins without a space, "quoted" English does not.
_AMBIGUOUS = frozenset("“”‘’…—·")


@lru_cache(maxsize=8192)
def is_wide(character: str) -> bool:
    """Return whether a character belongs to a script written without spaces: Han, kana, full-width punctuation."""
    return (
        "\u2e80" <= character <= "\u9fff"
        or "\uf900" <= character <= "\ufaff"
        or "\ufe30" <= character <= "\ufe4f"
        or "\uff00" <= character <= "\uff9f"
        or character >= "\U00020000"
    )


def tidy(text: str) -> str:
    """Return the text of a block: white space single, no space where a line break falls between two Han characters.

    A break that the author asked for stays a line end.
    """
    # Neither breaks, gaps nor blanks but U+0020 are printable: most texts are done with this look.
    if text.isprintable() and "  " not in text and "*" not in text and ("_" not in text or "__" not in text):
        return text.strip()
    if text == GAP:
        # An image in a paragraph of its own.
        return ""
    text = without_unseen_emphasis(text)
    if HARD_BREAK in text:
        lines = [_join(line) for line in text.split(HARD_BREAK)]
        return "\n".join([line for line in lines if line])
    return _join(text)


def _join(text: str) -> str:
    if GAP in text:
        text = _close_gaps(text.split(GAP))
    if "\t" in text or "\xa0" in text or "\u3000" in text:
        text = text.replace("\t", " ").replace("\xa0", " ").replace("\u3000", " ")
    while "  " in text:
        text = text.replace("  ", " ")
    if SOFT_BREAK in text:
        return join_lines([line.strip() for line in text.split(SOFT_BREAK)])
    return text.strip()


def _close_gaps(pieces: list[str]) -> str:
    joined: list[str] = []
    last = ""
    for piece in pieces:
        if not piece:
            continue
        if last.isalnum() and piece[0].isalnum() and not (is_wide(last) and is_wide(piece[0])):
            joined.append(" ")
        joined.append(piece)
        last = piece[-1]
    return "".join(joined)


def join_lines(lines: list[str]) -> str:
    """Return the text of lines without blanks around them; no space falls between two Han characters."""
    joined: list[str] = []
    last = ""
    for line in lines:
        if not line:
            continue
        if last and ((last < _FIRST_WIDE and line < _FIRST_WIDE) or not _touching(last, line[0])):
            joined.append(" ")
        joined.append(line)
        last = line[-1]
    return "".join(joined)


@lru_cache(maxsize=8192)
def _touching(left: str, right: str) -> bool:
    wide_left, wide_right = is_wide(left), is_wide(right)
    if wide_left and wide_right:
        return True
    return (wide_left and right in _AMBIGUOUS) or (wide_right and left in _AMBIGUOUS)
