"""Titles and other one-line texts: NFC, single white space, no invisible characters, no placeholder."""

import unicodedata

_SHOWN_LENGTH = 60
_SHORT = 500
_MOST_MARKS = 30

# What scripts and people leave where a value should be. Compared without case and white space around.
_PLACEHOLDERS = frozenset(
    {"", "none", "null", "nil", "undefined", "nan", "n/a", "todo", "tbd", "fixme", "[object object]"},
)
_TITLE_PLACEHOLDERS = frozenset(
    {
        "title", "untitled", "no title", "(no title)", "(untitled)", "your title", "your title here", "title here",
        "post title", "untitled post", "untitled document",
        "标题", "標題", "无标题", "無標題", "未命名", "无题目", "暂无标题",
        "文章标题", "文章標題", "请输入标题", "无", "無", "暂无",
    },
)  # fmt: skip
_NO_TITLES = _PLACEHOLDERS | _TITLE_PLACEHOLDERS
_LONGEST_PLACEHOLDER = 24
_TEMPLATE_ENDS = {"{{": "}}", "<%": "%>"}
_RULE_CHARACTERS = frozenset("-_.*=~#…—–·")


def clean_text(text: str) -> str:
    """Return the text in NFC, trimmed, white space single, without invisible characters (see `invisible`)."""
    if text.isprintable():
        if not text.isascii():
            text = nfc(text)
        # Printable text can only have one kind of white space, U+0020.
        if "  " not in text and text[:1] != " " and text[-1:] != " ":
            return text
    else:
        from ingest.metadata.invisible import without_invisible  # noqa: PLC0415 - few texts have what it looks for

        text = nfc(without_invisible(text))
    return " ".join(text.split())


def nfc(text: str) -> str:
    """Return the text in NFC; one that piles up more than 30 marks on a letter comes back as it is.

    UAX #15 §13 calls 30 marks the most that any language needs. Sorting longer
    piles takes time that grows with their square: 5 s for 80 kB.
    """
    if unicodedata.is_normalized("NFC", text) or (len(text) > _SHORT and _piles_marks(text)):
        return text
    return unicodedata.normalize("NFC", text)


def _piles_marks(text: str) -> bool:
    pile = 0
    for char in text:
        pile = pile + 1 if unicodedata.combining(char) else 0
        if pile > _MOST_MARKS:
            return True
    return False


def normalise_title(text: str) -> str:
    """Return a title as readers see it: `clean_text`, and without redundant outer ASCII quotes.

    Outer quotes are redundant where the same ASCII quote character stands at
    both ends and nowhere between: `"A"` gives `A`, while `"A" and "B"`, `「A」`
    and `“A”` stay. Entities and Markdown in a title stay too.
    """
    text = clean_text(text)
    while len(text) > 1 and text[0] == text[-1] and text[0] in "\"'" and text[0] not in text[1:-1]:
        text = text[1:-1].strip()
    return text


def is_placeholder(text: str) -> bool:
    """Return whether a text only holds the place of a value: `None`, `null`, `TODO`, `{{ title }}`, nothing."""
    return (len(text) <= _LONGEST_PLACEHOLDER and text.casefold() in _PLACEHOLDERS) or _is_template(text)


def is_title_placeholder(text: str) -> bool:
    """Return whether a title is none: a placeholder, the word for title, or a line of dashes or dots."""
    if len(text) <= _LONGEST_PLACEHOLDER and text.casefold() in _NO_TITLES:
        return True
    return _is_template(text) or (text[0] in _RULE_CHARACTERS and _RULE_CHARACTERS.issuperset(text))


def _is_template(text: str) -> bool:
    """Return whether the whole text is a template that nobody filled in: Hugo, Jekyll, Hexo, Templater."""
    return text[:2] in _TEMPLATE_ENDS and text.endswith(_TEMPLATE_ENDS[text[:2]])


def has_cjk(text: str) -> bool:
    """Return whether a text has a Chinese, Japanese or Korean character."""
    return not text.isascii() and any(
        "\u3040" <= char <= "\u30ff" or "\u3400" <= char <= "\u9fff" or "\uac00" <= char <= "\ud7af" for char in text
    )


def shown(text: str) -> str:
    """Return a text as a message quotes it: in backticks, at most 60 characters, nothing invisible."""
    if len(text) > _SHOWN_LENGTH:
        text = text[: _SHOWN_LENGTH - 1] + "…"
    if not text.isprintable():
        text = "".join(char if char.isprintable() else f"\\u{ord(char):04x}" for char in text)
    return f"`{text}`"
