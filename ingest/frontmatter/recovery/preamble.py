"""Text before the block: an assistant's words, which go, or somebody else's, which move below the block."""

import re
import unicodedata

from ingest.findings import Applicability, Edit, Span
from ingest.findings.codes import FM006
from ingest.frontmatter.recovery.block import Block, Kind, Token
from ingest.frontmatter.recovery.lines import Line
from ingest.frontmatter.recovery.model import Repair
from ingest.frontmatter.recovery.shapes import is_exact_delimiter

MAX_MOVED_LINES = 3
MAX_ASSISTANT_LINE = 300

# `re` compiles them, and keeps them, when words stand before a block: that takes 3 ms.
_ASSISTANT = r"""(?xi)\W{0,4}(?:
    (?:sure(?:\ thing)?|certainly|of\ course|absolutely|okay|ok|got\ it|no\ problem|understood|great|gladly
        |happy\ to\ help)\b[!,.:\u2014\ -]
    |here(?:['\u2019]s|\ is|\ are)\b.{0,120}\b(?:translat|article|markdown|file|version|content|result|output|post|text
        |rewrit|format|front|document|metadata)
    |(?:below|following)\ is\b
    |(?:the\ following|this)\ is\ (?:the|your|a)\b.{0,80}\b(?:translat|article|markdown|version)
    |i(?:['\u2019]ve|\ have|\ will|['\u2019]ll)\ (?:translat|convert|format|rewrit|creat|prepar|generat|updat)
    |as\ an\ ai\b|here\ (?:you\ go|it\ is|we\ go)\b|(?:i['\u2019]m\ |i\ am\ )?sorry\b|i\ apologi[sz]e\b
    |(?:translat(?:ion|ed(?:\ (?:article|version|text|markdown))?)|output|result|markdown|md|yaml|html)\s*:?\W{0,4}$
    |(?:好的|好|当然(?:可以)?|當然(?:可以)?|没问题|沒問題|明白(?:了)?|收到|可以)[,，。.!！:：]
    |(?:以下|下面|这里|這裡|如下|下列)(?:是|为|為|就是|所示|内容|內容)|如下\W{0,2}$
    |(?:我已|已经?为您|已經?為您|已按|已根据|已根據|根据您|根據您|按照您|应您|為您|为您)
    |(?:根据|根據|按照?)(?:您|你|要求|提供|以上|上述)|这是(?:翻译|您|你|按|根据|整理|修改|完整)
    |(?:很|非常)?抱歉|对不起|對不起|(?:您好|你好)[,，!！]|作为(?:一个|一名)?(?:AI|人工智能)
    |注意[:：].{0,60}(?:Title|Body|格式|输出|標題|标题)
    |(?:请看|请查收|请见|請看|請查收|請見)
    |(?:翻译|翻譯|译文|譯文|输出|輸出|结果|結果)(?:后|後|如下|结果|結果|内容|內容|为|為)?[^。]{0,30}[:：]\W{0,4}$
    )"""
_EXAMPLE = (
    r"(?i)\b(?:examples?|sample|demo|template|snippet|how|looks?|front[ -]?matter)\b"
    r"|示例|例子|例如|范例|範例|模板|样例|樣例"
)


def preamble_step(text: str, block: Block) -> tuple[Repair, ...]:
    """Take the words before the block away: deleted where they are an assistant's or repeat the title, else moved.

    A fence behind words that are not an assistant's, nor the title's, is an example
    in an article about front matter; so is one that an assistant calls an example.
    """
    prose = [token.line for token in block.prefix if token.kind is Kind.PROSE]
    if not prose or not _leads(block.prefix):
        return ()
    fenced = any(token.kind is Kind.FENCE for token in block.prefix)
    if all(is_assistant(line.bare) for line in prose):
        if any(re.search(_EXAMPLE, line.text) for line in prose):
            return ()
        return (_deletion(block, prose, "An assistant's words stand before the block."),)
    if _repeats_title(text, prose, block):
        return (_deletion(block, prose, "A heading with the title stands before the block."),)
    return (_move(text, block, prose),) if not fenced and _may_move(block, prose) else ()


def is_assistant(text: str) -> bool:
    """Return whether a line is how an assistant introduces what it was asked for."""
    return len(text) <= MAX_ASSISTANT_LINE and re.match(_ASSISTANT, text) is not None


def _leads(prefix: tuple[Token, ...]) -> bool:
    """Return whether the prose stands before every delimiter and fence."""
    kinds = [token.kind for token in prefix if token.kind is not Kind.BLANK]
    prose = sum(kind is Kind.PROSE for kind in kinds)
    return all(kind is Kind.PROSE for kind in kinds[:prose])


def _may_move(block: Block, prose: list[Line]) -> bool:
    if prose[-1].bare.endswith((":", "\uff1a")):  # it announces an example
        return False
    delimiters = block.delimiters
    closed = block.closer is not None and is_exact_delimiter(block.closer)
    whole = bool(delimiters) and is_exact_delimiter(delimiters[-1]) and closed
    return whole and (block.sure or _is_title_alone(block)) and len(prose) <= MAX_MOVED_LINES


def _is_title_alone(block: Block) -> bool:
    """Return whether the first and perhaps only key is a title that is called so: the block says nothing else."""
    return block.keys[0].field == "title" and block.keys[0].name.casefold() in {"title", "标题", "標題"}


def _repeats_title(text: str, prose: list[Line], block: Block) -> bool:
    title = next((key for key in block.keys if key.field == "title"), None)
    if title is None or len(prose) != 1 or not block.sure:
        return False
    if not title.content:
        below = next((line for line in block.lines if line.start >= title.line.stop and line.bare), title.line)
        return _letters(prose[0].text) == _letters(below.text)
    end = next((tear.parts[-1].end for tear in block.tears if tear.key == title), title.value.end)
    return _letters(prose[0].text) == _letters(text[title.value.start : end])


def _letters(text: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFKC", text).casefold() if char.isalnum())


def _extent(block: Block, prose: list[Line]) -> Span:
    """Return the prose with the blank lines around it: up to the next token or the first key."""
    after = (token.line.start for token in block.prefix if token.kind not in {Kind.PROSE, Kind.BLANK})
    return Span(0, min((start for start in after if start > prose[-1].start), default=block.start))


def _deletion(block: Block, prose: list[Line], message: str) -> Repair:
    extent = _extent(block, prose)
    words = Span(prose[0].start, prose[-1].end)
    return Repair(FM006, words, message, "Delete it", (Edit(extent, ""),), Applicability.UNSAFE)


def _move(text: str, block: Block, prose: list[Line]) -> Repair:
    extent = _extent(block, prose)
    words = Span(prose[0].start, prose[-1].end)
    end = block.closer.stop if block.closer is not None else block.start
    moved = re.sub(r"\r\n?", "\n", text[words.start : words.end])
    apart = "" if not text[end:].strip() or text[end : end + 1] in {"\r", "\n"} else "\n"
    edits = (Edit(extent, ""), Edit(Span(end, end), f"\n{moved}\n{apart}"))
    return Repair(FM006, words, "There is text before the block.", "Move it below the block", edits)
