"""How the pieces of one block become one line of text: what a line break or a removed tag leaves behind."""

SOFT_BREAK = "\n"
# A place where something was taken out that separates words (an image, a code span, a component). U+001F is a
# control character that Markdown text has no use for.
GAP = "\x1f"

# These are as wide as their neighbours: “引号” inside Chinese text joins without a space, "quoted" English does not.
_AMBIGUOUS = frozenset("“”‘’…—·")


def is_wide(character: str) -> bool:
    """Return whether a character belongs to a script written without spaces: Han, kana, full-width punctuation."""
    return (
        "\u2e80" <= character <= "\u9fff"
        or "\uf900" <= character <= "\ufaff"
        or "\ufe30" <= character <= "\ufe4f"
        or "\uff00" <= character <= "\uff9f"
        or character >= "\U00020000"
    )


def join_inline(parts: list[str]) -> str:
    """Return the text of a block: white space single, no space where a line break falls between two Han characters."""
    text = "".join(parts)
    if "**" in text and not text.count("**") % 2:
        # CommonMark does not see the emphasis in `**标题：**内容` (§6.2: the closing run stands between punctuation
        # and a letter), so its asterisks come out as text. They are markup all the same.
        text = text.replace("**", "")
    if GAP in text:
        text = _close_gaps(text.split(GAP))
    if SOFT_BREAK not in text:
        return " ".join(text.split())
    return _join_lines(text.split(SOFT_BREAK))


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


def _join_lines(lines: list[str]) -> str:
    joined: list[str] = []
    last = ""
    for raw in lines:
        line = " ".join(raw.split())
        if not line:
            continue
        if last and not _touching(last, line[0]):
            joined.append(" ")
        joined.append(line)
        last = line[-1]
    return "".join(joined)


def _touching(left: str, right: str) -> bool:
    wide_left, wide_right = is_wide(left), is_wide(right)
    if wide_left and wide_right:
        return True
    return (wide_left and right in _AMBIGUOUS) or (wide_right and left in _AMBIGUOUS)
