"""Metadata inside the body: blocks that look like front matter, and the one that repeats it."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain

from ingest.body.code_regions import CodeRegions
from ingest.body.model import RepeatedBlock, Stated

_DELIMITER = r"^[ \t]{0,8}---[ \t]*$"
# Compiled by `re` when a line that may be one is met, as is the opening of a block. Its first letter is Latin or Han:
# `_is_of_a_key` looks at it, since a range of 20,000 characters takes a millisecond to compile.
_ENTRY = r"[ \t]{0,8}(?:\*\*|__)?([^\W\d_][\w -]{0,24}?)(?:\*\*|__)?\s?(?::(?:\*\*|__)?(?:\s|$)|：)"
_NESTED = r"^(?:[ \t]+\S|[ \t]*-[ \t])"
_TITLES = frozenset({"title", "标题", "標題", "题目", "文章标题"})
# What those begin with: nearly every text is done with this look.
_TITLE_LETTERS = frozenset({"T", *[title[0] for title in _TITLES]})
_OTHERS = frozenset(
    """
    date author authors tags tag categories category description summary slug draft layout lang language image
    cover updated lastmod keywords published pubdate permalink subtitle body content 日期 作者 标签 標籤
    分类 分類 描述 摘要 简介 发布日期 发布时间 关键词 正文 内容
    """.split()  # noqa: SIM905 - forty short names are read, not counted
)
# Under the delimiter that opens a block stands a key: most bodies are done with this look. A search that one character
# begins is three times as fast as one that three begin.
_OPENS = r"-(?=--[ \t]*+\n\s*+(?:\*\*|__)?[^\W\d_][\w -]{0,26}+(?:\*\*)?\s?[:：])"
# What every spelling of a title key has, `title`, `Title` and `文章标题`.
_TITLE_HINTS = ("itle", "TITLE", "标题", "標題", "题目")
# The first line with its key, and perhaps more.
_BEGINNING = 80
# Up to here lines are walked, since a search for a delimiter that is not there goes through the whole text.
_FEW_LINES = 8
_DATES = frozenset({"date", "日期", "发布日期", "发布时间", "published", "pubdate"})
_QUOTES = " \t\"'*_`“”‘’"
LONGEST = 40
"""Lines that a block may have."""


def metadata_block(text: str) -> RepeatedBlock | None:
    """Return the first block in a text (LF line ends) that has the shape of metadata, None without one.

    It is either fenced by `---` lines and holds a title and another known key, or it stands at the very start of the
    text without delimiters: a title line (`title: …`, `**Title:** …`, `标题：…`) and another known key.
    """
    return next(iter(_metadata_blocks(text)), None)


def repeated_block(text: str, stated: Stated) -> RepeatedBlock | None:
    """Return the first metadata block in a text (LF line ends) that repeats front matter, None without one.

    It has the same title; a fenced one may have another title (a translated one) if it has the same date. A list of
    other values, `**标题：** 缆车时刻`, is the author's.
    """
    if stated.title is None and not stated.dates:
        return None
    lines: list[str] = []
    for block in _metadata_blocks(text):
        lines = lines or text.split("\n")
        if _repeats(lines[block.line - 1 : block.end_line], stated):
            return block
    return None


def without_block(text: str, block: RepeatedBlock) -> str:
    """Return a text (LF line ends) with the lines of a block made empty; lines keep their numbers."""
    lines = text.split("\n")
    lines[block.line - 1 : block.end_line] = [""] * (block.end_line - block.line + 1)
    return "\n".join(lines)


def _repeats(lines: list[str], stated: Stated) -> bool:
    title = None if stated.title is None else _bare(stated.title)
    dates = [_bare(date) for date in stated.dates]
    fenced = re.match(_DELIMITER, lines[0]) is not None
    for line in lines:
        key, value = _entry(line)
        if key in _TITLES and value == title:
            return True
        if fenced and key in _DATES and value in dates:
            return True
    return False


def may_be_in_a_block(markdown: str, line: int) -> bool:
    """Return whether a line (from 1) may stand in a metadata block; not above all that could open one."""
    return _has_an_opening(markdown, line) or _may_begin_with_a_title(markdown)


def _has_an_opening(markdown: str, line: int) -> bool:
    """Return whether a delimiter stands in the lines up to this one.

    Where lines end with CR more lines are looked at, which is no more than an unneeded yes.
    """
    if line > _FEW_LINES:
        opening = markdown.find("---")
        return opening >= 0 and markdown.count("\n", 0, opening) < line
    end = -1
    for _ in range(line):
        end = markdown.find("\n", end + 1)
        if end < 0:
            return "---" in markdown
    return markdown.find("---", 0, end) >= 0


def _metadata_blocks(text: str) -> Iterable[RepeatedBlock]:
    begins, fenced = _may_begin_with_a_title(text), _may_have_a_fence(text)
    if not begins and not fenced:
        return ()
    lines = text.split("\n")
    return chain(_at_the_start(lines) if begins else (), _fenced(lines, text) if fenced else ())


def _may_begin_with_a_title(text: str) -> bool:
    beginning = text[: 2 * _BEGINNING].lstrip()
    if len(beginning) < _BEGINNING:
        beginning = text.lstrip()
    return beginning.lstrip("*_")[:1] in _TITLE_LETTERS and _key(beginning[:_BEGINNING]) in _TITLES


def _may_have_a_fence(text: str) -> bool:
    """Return whether a delimiter may open a block with a title, and another one close it."""
    # What opens a block by its looks may as well close one that begins with an item of a list.
    if _opens().search(text) is None or text.find("---") == text.rfind("---"):
        return False
    return any(title in text for title in _TITLE_HINTS)


@cache
def _opens() -> re.Pattern[str]:
    return re.compile(_OPENS)


def _key(line: str) -> str:
    return _entry(line)[0]


def _entry(line: str) -> tuple[str, str]:
    if ":" not in line and "：" not in line:
        return "", ""
    match = re.match(_ENTRY, line)
    if match is None or not _is_of_a_key(match[1][0]):
        return "", ""
    return match[1].strip().lower(), _bare(line[match.end() :])


def _is_of_a_key(letter: str) -> bool:
    return letter.isascii() or "\u4e00" <= letter <= "\u9fff"


def _bare(value: str) -> str:
    return " ".join(value.replace("''", "'").split()).strip(_QUOTES).casefold()


def _fenced(lines: list[str], text: str) -> Iterator[RepeatedBlock]:
    opening = 0
    regions = CodeRegions(text)
    delimiter = re.compile(_DELIMITER)
    offset = 0
    for number, line in enumerate(lines, 1):
        if delimiter.match(line) and not regions.end_at(offset):
            if opening and _is_block(lines[opening : number - 1]):
                yield RepeatedBlock(opening, number)
            opening = number
        offset += len(line) + 1


def _is_block(lines: list[str]) -> bool:
    content = [line for line in lines if line.strip()]
    if not 2 <= len(content) <= LONGEST:  # noqa: PLR2004 - a title and one more
        return False
    keys = [_key(line) for line in content if not re.match(_NESTED, line) or _key(line)]
    known = set(keys) & (_TITLES | _OTHERS)
    return bool(known & _TITLES) and len(known) > 1 and all(keys)


def _at_the_start(lines: list[str]) -> Iterator[RepeatedBlock]:
    first = next((index for index, line in enumerate(lines) if line.strip()), None)
    if first is None or _key(lines[first]) not in _TITLES:
        return
    last, keys = first, 0
    for index in range(first, min(first + LONGEST, len(lines))):
        if not lines[index].strip():
            continue
        if _key(lines[index]) not in _TITLES | _OTHERS:
            break
        last, keys = index, keys + 1
    if keys > 1:  # a title line alone may be a sentence
        yield RepeatedBlock(first + 1, last + 1)
