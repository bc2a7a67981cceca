"""The block or the whole file in a code fence."""

import re
from typing import NamedTuple

from ingest.findings import Edit, Span
from ingest.findings.codes import FM002, FM005
from ingest.frontmatter.recovery.block import Block, Kind
from ingest.frontmatter.recovery.characters import SPACE
from ingest.frontmatter.recovery.lines import Line
from ingest.frontmatter.recovery.model import Repair
from ingest.frontmatter.recovery.shapes import Fence, fence_of, is_delimiter
from ingest.frontmatter.recovery.tails import is_afterword

_FENCE_LINE = re.compile(r"""(?:^|(?<=\r))[ \t]*(?:`{3,}|~{3,}|'{3}|"{3})[^\r\n]*""", re.MULTILINE)
# What a fence around an article, or around its block, may be called; code in another language is code.
_INFOS = frozenset(
    "markdown md mdx yaml yml toml json text txt plaintext plain frontmatter front-matter html".split()  # noqa: SIM905
) | {""}
_LINE = re.compile(r"[^\r\n]+")
_SHORTEST = 3
QUOTES = frozenset("'\"")
# "This front matter says …" behind a fence at the top: an example and its explanation.
_EXPLAINS = re.compile(
    r"\s*[^\r\n]{0,300}?(?:front[ -]?matter"
    r"|\b(?:this|these|above|here|in|the)\b[^.\r\n]{0,40}\b(?:ya?ml|toml)\b"
    r"|(?:上面|以上|上述|这段|这个|這段|這個|这里|這裡|该|該|其中)[^。\r\n]{0,20}(?:ya?ml|元数据|元數據))",
    re.IGNORECASE,
)


class _Mark(NamedTuple):
    """A fence line of the text."""

    line: Line
    fence: Fence


def fence_step(text: str, block: Block) -> tuple[Repair, ...]:
    """Take away the fence that begins before the block, and the line that closes it, if one does.

    Where the fence itself stands for a delimiter that is missing, the delimiter
    takes its place. The closing line is the one behind the block, else the
    last one that closes nothing else: fences of the article's own code pair up.
    """
    opening = [token.line for token in block.prefix if token.kind is Kind.FENCE]
    if not opening:
        return _fence_for_closing(text, block)
    fence = fence_of(opening[0].bare)
    if fence is None or not _is_clean(block, opening[0]):
        return ()
    return _outermost(text, block, opening[0]) if len(opening) > 1 else _only(text, block, opening[0], fence)


def _only(text: str, block: Block, opening: Line, fence: Fence) -> tuple[Repair, ...]:
    if (not block.delimiters and _language(fence) not in _INFOS) or _is_lone(text, block):
        return ()
    if fence.mark in QUOTES and not block.sure:
        return ()
    closing = _closing_line(text, block, fence)
    if closing is None:
        sure = (block.closer is not None or block.sure) and not _is_example(text, block, fence)
        return (_unwrap(block, [opening], "never closed"),) if sure else ()
    between = text[block.lines[block.last].stop : closing.start].strip()
    around_block = closing in (block.end, _line_after(block)) or between in {"", "}"}
    if _EXPLAINS.match(text, closing.stop) if around_block else not is_afterword(text[closing.stop :]):
        return ()
    where = "around the block" if around_block else "around the file"
    return (_unwrap(block, [opening, closing], where),)


def _unwrap(block: Block, fences: list[Line], where: str) -> Repair:
    edits = tuple(_replacement(block, line) for line in fences)
    message = f"The block stands in a code fence ({where})."
    return Repair(FM005, fences[0].span, message, "Take the fence away", edits)


def _outermost(text: str, block: Block, line: Line) -> tuple[Repair, ...]:
    """Take the first of several fences before the block away: the file's, around the block's own."""
    fence = fence_of(line.bare)
    if fence is None or _language(fence) not in _INFOS or not (block.sure or block.closer is not None):
        return ()
    closing = _last_open(_marks(text, line.stop), fence) or _glued(text, line.stop, fence)
    if closing is not None and not is_afterword(text[closing.stop :]):
        return ()
    lines = [line] if closing is None else [line, closing]
    edits = tuple(Edit(Span(one.start, one.stop), "") for one in lines)
    message = "The block stands in a code fence (around the file)."
    return (Repair(FM005, line.span, message, "Take the fence away", edits),)


def _fence_for_closing(text: str, block: Block) -> tuple[Repair, ...]:
    """Write the closing delimiter for a fence line in its place: one that opens no code, as the others pair up."""
    line = block.end
    fence = fence_of(line.bare) if line is not None else None
    if line is None or fence is None or fence.info or not (block.clean and block.delimiters and block.named):
        return ()
    if _last_open(_marks(text, line.start), fence) is None:
        return ()
    edits = (Edit(line.span, _mark(block)),)
    message = f"`{line.bare}` stands where the closing delimiter should."
    return (Repair(FM002, line.span, message, f"Write `{_mark(block)}`", edits),)


def _mark(block: Block) -> str:
    return "+++" if block.toml else "---"


def _language(fence: Fence) -> str:
    return (fence.info.split() or [""])[0].casefold().strip("{.}")


def _is_clean(block: Block, fence: Line) -> bool:
    """Return whether no text stands before the block but the fence, and the brace that opens a block of JSON."""
    prose = [token.line for token in block.prefix if token.kind is Kind.PROSE]
    return not prose or (len(prose) == 1 and prose[0].bare == "{" and prose[0].start > fence.start)


def _replacement(block: Block, line: Line) -> Edit:
    """Return the edit for a fence line: a delimiter if it stands for the one that is missing, else nothing."""
    bare_block = not block.delimiters
    if line == block.end and not _delimiter_follows(block, line):
        return Edit(line.span, _mark(block))
    if bare_block and block.end is not None and line.start < block.start and block.closer is None:
        return Edit(line.span, _mark(block))
    return Edit(Span(line.start, line.stop), "")


def _delimiter_follows(block: Block, line: Line) -> bool:
    following = [other for other in block.lines if other.start > line.start and other.bare]
    return bool(following) and is_delimiter(following[0])


def _line_after(block: Block) -> Line | None:
    """Return the line directly behind the closing delimiter."""
    if block.closer is None:
        return None
    return next((line for line in block.lines if line.start == block.closer.stop), None)


def _closing_line(text: str, block: Block, fence: Fence) -> Line | None:
    for line in (block.end, _line_after(block)):
        if line is not None and _closes(fence_of(line.bare), fence):
            return line
    start = block.lines[block.last].stop
    return _last_open(_marks(text, start), fence) or _glued(text, start, fence)


def _is_example(text: str, block: Block, fence: Fence) -> bool:
    """Return whether the next fence line closes the block's fence, and all behind it pair up: code below an example."""
    marks = _marks(text, block.lines[block.last].stop)
    return len(marks) > 1 and _closes(marks[0].fence, fence) and _last_open(marks[1:], None) is None


def _glued(text: str, start: int, fence: Fence) -> Line | None:
    """Return the closing marks at the end of a line of text (`the last word.` and a fence), as a line of their own."""
    found = None
    for line in _LINE.finditer(text, start):
        bare = line[0].rstrip(" \t")
        before = bare.rstrip(fence.mark)
        if len(bare) - len(before) >= _SHORTEST and before and fence.mark * _SHORTEST not in before:
            found = Span(line.start() + len(before), line.end())
    if found is None or _last_open(_marks(text, start), None) is not None:
        return None
    return Line(found.start, found.end, found.end, text[found.start : found.end])


def _closes(candidate: Fence | None, fence: Fence) -> bool:
    return candidate is not None and candidate.mark == fence.mark and not candidate.info


def _marks(text: str, start: int) -> list[_Mark]:
    marks: list[_Mark] = []
    for match in _FENCE_LINE.finditer(text, start):
        fence = fence_of(match[0].strip(SPACE))
        if fence is not None:
            stop = match.end() + (2 if text.startswith("\r\n", match.end()) else 1 if match.end() < len(text) else 0)
            marks.append(_Mark(Line(match.start(), match.end(), stop, match[0]), fence))
    return marks


def _last_open(marks: list[_Mark], outer: Fence | None) -> Line | None:
    """Return the fence line that closes the outer fence (None: any that is left open), given all that follow it."""
    inner: _Mark | None = None
    for mark in marks:
        if mark.fence.mark in QUOTES and (outer is None or mark.fence.mark != outer.mark):
            continue
        if inner is None:
            inner = mark
        elif _closes(mark.fence, inner.fence) and mark.fence.length >= inner.fence.length:
            inner = None
    if inner is None or (outer is not None and not _closes(inner.fence, outer)):
        return None
    return inner.line


def _is_lone(text: str, block: Block) -> bool:
    """Return whether nothing but delimiters and fences follows the block: an example, no article."""
    end = block.end.stop if block.end is not None else block.lines[block.last].stop
    return not re.sub(r"[\s`~-]+", "", text[end : end + 4096])
