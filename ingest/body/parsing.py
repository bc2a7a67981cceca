"""The CommonMark parser, and what its input must be."""

from pyromark import Markdown, Options

from ingest.source.encoded import utf8_of

# Left out because they damage articles (each measured on Chinese text):
# - definition lists read `:smile:` or `:::tip` at the start of a line as a definition and eat the colon;
# - wiki links leave the address of `[[1]](https://…)` behind as text;
# - smart punctuation changes the author's quotes; metadata blocks would hide what stands between two `---`.
_OPTIONS = (
    Options.ENABLE_TABLES
    | Options.ENABLE_FOOTNOTES
    | Options.ENABLE_STRIKETHROUGH
    | Options.ENABLE_TASKLISTS
    | Options.ENABLE_HEADING_ATTRIBUTES
    | Options.ENABLE_GFM
)
_DOLLAR = ord("$")
PLAIN = Markdown(options=_OPTIONS)
WITH_MATH = Markdown(options=_OPTIONS | Options.ENABLE_MATH)


def parser_for(text: str, data: bytes) -> Markdown:
    r"""Return the parser that fits a text (`data` in UTF-8): formulas only where something looks like TeX.

    `花费$5亿，收入$10亿` would lose its middle to a formula otherwise.
    """
    if _DOLLAR in data and ("$$" in text or "\\" in text or "^{" in text or "_{" in text):
        return WITH_MATH
    return PLAIN


def parsable(markdown: str) -> tuple[str, bytes]:
    """Return the text with LF line ends, without NUL and lone surrogates, and its UTF-8; lines keep their numbers."""
    text = with_line_feeds(markdown)
    try:
        data = utf8_of(text)
    except UnicodeEncodeError:
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        data = text.encode()
    # In a Chinese `str` half the bytes of every ASCII character are NUL, so it is looked for in UTF-8.
    if 0 in data:
        text = text.replace("\0", "\ufffd")
        data = text.encode()
    return text, data


def with_line_feeds(text: str) -> str:
    """Return the text with LF line ends."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
