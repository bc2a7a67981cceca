"""BD: what is wrong with a body that can be read."""

from collections.abc import Iterable

from ingest.article import Article
from ingest.body import AccidentalHeading, AssistantPhrase, AssistantPhraseKind, assistant_phrases, is_assistant_talk
from ingest.findings import Applicability, Edit, Finding, Fix, Span
from ingest.findings.codes import BD001, BD002, BD003, BD004, BD005
from ingest.rules.model import Rule
from ingest.source import Source

_PHRASES = {
    AssistantPhraseKind.PREAMBLE: "An assistant's words stand before the article",
    AssistantPhraseKind.AFTERWORD: "An assistant's words stand after the article",
    AssistantPhraseKind.PROMPT_ECHO: "The prompt stands in the article",
}


def _accidental_headings(article: Article) -> Iterable[Finding]:
    headings = article.body.accidental_headings
    return [_accidental_heading(article, heading) for heading in headings] if headings else ()


def _accidental_heading(article: Article, heading: AccidentalHeading) -> Finding:
    underline = article.lines_span(heading.underline_line, heading.underline_line)
    edit = Edit(Span(underline.start, underline.start), "\n")
    fix = Fix("Put an empty line before `---`", (edit,), Applicability.UNSAFE)
    message = "`---` right below a paragraph turns the paragraph into a heading: put an empty line between them."
    return BD002.at(underline, message, field="body", fix=fix)


def _assistant_words(article: Article) -> Iterable[Finding]:
    phrases = assistant_phrases(article.body)
    return [_assistant_phrase(article, phrase) for phrase in phrases] if phrases else ()


def _assistant_phrase(article: Article, phrase: AssistantPhrase) -> Finding:
    message = f"{_PHRASES[phrase.kind]} ({_shortened(phrase.text)!r}): remove them."
    span = article.lines_span(phrase.line, phrase.end_line)
    return BD003.at(span, message, field="body", fix=_without(article, phrase))


def _without(article: Article, phrase: AssistantPhrase) -> Fix | None:
    """Return the fix that takes out a passage; None where the article's own words stand in it as well."""
    passage = next((each for each in article.body.passages if each.end_line == phrase.end_line), None)
    if passage is None or not is_assistant_talk(passage.text):
        return None
    span = _with_blank_line(article.source, article.lines_span(passage.line, passage.end_line))
    return Fix("Remove the assistant's words", (Edit(span, ""),), Applicability.UNSAFE)


def _with_blank_line(source: Source, span: Span) -> Span:
    """Return whole lines with their line end, and with one of the blank lines that parted them from the rest.

    Without them the lines above and below have one blank line between them again, and a text ends where it ended.
    """
    first, last = source.line_column(span.start)[0], source.line_column(span.end)[0]
    lines = len(source.line_starts)
    is_parted = first > 1 and not source.line_text(first - 1).strip()
    if is_parted and last < lines:
        if not source.line_text(last + 1).strip() and last + 1 < lines:
            last += 1
        elif last + 1 == lines and not source.line_text(lines):
            first -= 1
    elif is_parted:
        first -= 1
    return Span(source.line_starts[first - 1], source.line_starts[last] if last < lines else len(source.text))


_SHOWN = 60


def _shortened(text: str) -> str:
    folded = " ".join(text.split())
    return folded if len(folded) <= _SHOWN else f"{folded[:_SHOWN]}…"


def _unclosed_fence(article: Article) -> Iterable[Finding]:
    line = article.body.unclosed_fence_line
    if line is None:
        return ()
    message = "This code fence is never closed, so all that follows is code: close it with the same characters."
    return (BD004.at(article.lines_span(line, line), message, field="body"),)


def _repeated_metadata(article: Article) -> Iterable[Finding]:
    block = article.body.repeated_block
    if block is None:
        return ()
    span = article.lines_span(block.line, block.end_line)
    edit = Edit(_with_blank_line(article.source, span), "")
    fix = Fix("Remove the second block", (edit,), Applicability.UNSAFE)
    message = "The metadata stands a second time, as text of the body: remove it."
    return (BD005.at(span, message, field="body", fix=fix),)


RULES = (
    Rule(BD001),
    Rule(BD002, _accidental_headings),
    Rule(BD003, _assistant_words),
    Rule(BD004, _unclosed_fence),
    Rule(BD005, _repeated_metadata),
)
