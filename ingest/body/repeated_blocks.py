"""A metadata block that stands again inside the body, by its shape."""

import re

from ingest.body.code_regions import CodeRegions
from ingest.body.model import Body, RepeatedBlock

_DELIMITER = re.compile(r"^[ \t]{0,8}---[ \t]*$")
_ENTRY = re.compile(
    r"[ \t]{0,8}(?:\*\*|__)?([A-Za-z\u4e00-\u9fff][\w\u4e00-\u9fff -]{0,24}?)(?:\*\*|__)?\s?"
    r"(?::(?:\*\*|__)?(?:\s|$)|：)"
)
_NESTED = re.compile(r"^(?:[ \t]+\S|[ \t]*-[ \t])")
_TITLES = frozenset({"title", "标题", "標題", "题目", "文章标题"})
_OTHERS = frozenset(
    """
    date author authors tags tag categories category description summary slug draft layout lang language image
    cover updated lastmod keywords published pubdate permalink subtitle body content 日期 作者 标签 標籤
    分类 分類 描述 摘要 简介 发布日期 发布时间 关键词 正文 内容
    """.split()  # noqa: SIM905 - forty short names are read, not counted
)
# What every spelling of a title key has, `title`, `Title` and `文章标题`: most bodies are done with this look.
_TITLE_HINTS = ("itle", "TITLE", "标题", "標題", "题目")
LONGEST = 40
"""Lines that a block may have."""


def repeated_block(body: Body) -> RepeatedBlock | None:
    """Return the first metadata block in a body, None without one.

    It is either fenced by `---` lines and holds a title and another known key, or it stands at the very start of the
    body without delimiters: a title line (`title: …`, `**Title:** …`, `标题：…`) and another known key.
    """
    markdown = body.markdown
    if not any(title in markdown for title in _TITLE_HINTS):
        return None
    lines = markdown.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return _at_the_start(lines) or _fenced(lines, markdown)


def _key(line: str) -> str:
    match = _ENTRY.match(line)
    return match[1].strip().lower() if match else ""


def _fenced(lines: list[str], markdown: str) -> RepeatedBlock | None:
    opening = 0
    regions = CodeRegions(markdown.replace("\r\n", "\n").replace("\r", "\n"))
    offset = 0
    for number, line in enumerate(lines, 1):
        if _DELIMITER.match(line) and not regions.end_at(offset):
            if opening and _is_block(lines[opening : number - 1]):
                return RepeatedBlock(opening, number)
            opening = number
        offset += len(line) + 1
    return None


def _is_block(lines: list[str]) -> bool:
    content = [line for line in lines if line.strip()]
    if not 2 <= len(content) <= LONGEST:  # noqa: PLR2004 - a title and one more
        return False
    keys = [_key(line) for line in content if not _NESTED.match(line) or _key(line)]
    known = set(keys) & (_TITLES | _OTHERS)
    return bool(known & _TITLES) and len(known) > 1 and all(keys)


def _at_the_start(lines: list[str]) -> RepeatedBlock | None:
    first = next((index for index, line in enumerate(lines) if line.strip()), None)
    if first is None or _key(lines[first]) not in _TITLES:
        return None
    last, keys = first, 0
    for index in range(first, min(first + LONGEST, len(lines))):
        if not lines[index].strip():
            continue
        if _key(lines[index]) not in _TITLES | _OTHERS:
            break
        last, keys = index, keys + 1
    if keys < 2:  # noqa: PLR2004 - a title line alone may be a sentence
        return None
    return RepeatedBlock(first + 1, last + 1)
