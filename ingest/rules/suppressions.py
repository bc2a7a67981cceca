"""Findings that an article's own comments silence, and what is said of comments that silence nothing."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from ingest.article import Article
from ingest.findings import Finding, Span
from ingest.findings.codes import IG001, IG002, SC011
from ingest.rules.registry import RULES
from ingest.rules.selection import DEFAULT_CODES, UnknownSelectorError, codes_of
from ingest.source import Source

if TYPE_CHECKING:
    from ingest.rules.ignore_comments import IgnoreComment

MARK = "ingest:"
# Found after all articles were read: while one is judged nobody knows whether a comment for them is used.
PROJECT_CODES = frozenset({SC011.code})


def suppress(article: Article, findings: Sequence[Finding], enabled: frozenset[str]) -> tuple[Finding, ...]:
    """Return the findings that no comment silences, and after them what is wrong with the comments (IG001, IG002).

    `enabled` are the codes that were looked for: a comment for another one is not called unused. Of a refusal nothing
    is silenced, so it has no business here.
    """
    comments = _comments_of(article)
    if not comments:
        return tuple(findings)
    naming = _by_code(comments)
    kept: list[Finding] = []
    used: set[tuple[IgnoreComment, str]] = set()
    for finding in findings:
        hits = [hit for hit in naming.get(finding.code, ()) if hit[0].holds_for(finding.span)]
        used.update(hits)
        if not hits:
            kept.append(finding)
    return (*kept, *(said for comment in comments for said in _problems(comment, used, enabled, article.source)))


def _comments_of(article: Article) -> "tuple[IgnoreComment, ...]":
    if MARK not in article.source.text:
        return ()
    from ingest.rules.ignore_comments import ignore_comments  # noqa: PLC0415 - its patterns take 1 ms, few articles need them

    return ignore_comments(article)


def _by_code(comments: "Iterable[IgnoreComment]") -> "dict[str, list[tuple[IgnoreComment, str]]]":
    naming: dict[str, list[tuple[IgnoreComment, str]]] = {}
    for comment in comments:
        for selector in comment.selectors:
            for code in _codes_of(selector):
                naming.setdefault(code, []).append((comment, selector))
    return naming


def silent_codes(article: Article, span: Span | None) -> frozenset[str]:
    """Return the codes that comments silence at a span (None: for the whole file): for rules that compare articles."""
    comments = (comment for comment in _comments_of(article) if comment.holds_for(span))
    return frozenset[str]().union(*(_codes_of(selector) for comment in comments for selector in comment.selectors))


def _problems(
    comment: "IgnoreComment", used: "set[tuple[IgnoreComment, str]]", enabled: frozenset[str], source: Source
) -> Iterator[Finding]:
    unknown = [selector for selector in comment.selectors if not _codes_of(selector)]
    if unknown or not comment.selectors:
        yield IG002.at(comment.span, _unknown(unknown))
    unused = [
        selector
        for selector in comment.selectors
        if (comment, selector) not in used and _is_looked_for(_codes_of(selector), enabled)
    ]
    if unused:
        verb = "silences" if len(unused) == 1 else "silence"
        yield IG001.at(comment.span, f"{_quoted(unused)} {verb} nothing {_where(comment.covers, source)}: remove it.")


def _is_looked_for(codes: frozenset[str], enabled: frozenset[str]) -> bool:
    """Return whether every rule that a selector names would have spoken: a run with fewer cannot tell."""
    expected = codes & DEFAULT_CODES or codes
    return bool(expected) and expected <= enabled and not codes & PROJECT_CODES


def _where(covers: Span | None, source: Source) -> str:
    if covers is None:
        return "in this file"
    first, last = source.line_column(covers.start)[0], source.line_column(max(covers.start, covers.end - 1))[0]
    return f"on line {first}" if first == last else f"on lines {first} to {last}"


def _unknown(selectors: Iterable[str]) -> str:
    if not selectors:
        return "The comment names no rule: write `ingest: ignore[CODE] reason`."
    from difflib import get_close_matches  # noqa: PLC0415 - 8 ms that only a wrong comment pays

    names = [name for code, rule in RULES.items() for name in (code, rule.code.name)]
    near = [match for selector in selectors for match in get_close_matches(selector, names, n=1)]
    hint = f"did you mean {_quoted(near)}?" if near else "`ingest rules` lists them."
    return f"No rule is called {_quoted(selectors)}: {hint}"


def _quoted(selectors: Iterable[str]) -> str:
    return ", ".join(f"`{selector}`" for selector in selectors)


@lru_cache(maxsize=256)
def _codes_of(selector: str) -> frozenset[str]:
    try:
        return codes_of([selector])
    except UnknownSelectorError:
        return frozenset()
