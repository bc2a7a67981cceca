"""BD: what is wrong with a body that can be read."""

from collections.abc import Iterator

from ingest.article import Article
from ingest.body import AssistantPhrase, AssistantPhraseKind, assistant_phrases, is_assistant_talk, repeated_block
from ingest.findings import Applicability, Edit, Finding, Fix, Span
from ingest.findings.codes import BD001, BD002, BD003, BD004, BD005
from ingest.rules.model import Rule
from ingest.source import LINE_END

_PHRASES = {
    AssistantPhraseKind.PREAMBLE: "An assistant's words stand before the article",
    AssistantPhraseKind.AFTERWORD: "An assistant's words stand after the article",
    AssistantPhraseKind.PROMPT_ECHO: "The prompt stands in the article",
}


def _accidental_headings(article: Article) -> Iterator[Finding]:
    for heading in article.body.accidental_headings:
        underline = article.lines_span(heading.underline_line, heading.underline_line)
        fix = Fix(
            "Put an empty line before `---`",
            (Edit(Span(underline.start, underline.start), "\n"),),
            Applicability.UNSAFE,
        )
        message = "`---` right below a paragraph turns the paragraph into a heading: put an empty line between them."
        yield BD002.at(underline, message, field="body", fix=fix)


def _assistant_words(article: Article) -> Iterator[Finding]:
    for phrase in assistant_phrases(article.body):
        message = f"{_PHRASES[phrase.kind]} ({_shortened(phrase.text)!r}): remove them."
        span = article.lines_span(phrase.line, phrase.end_line)
        yield BD003.at(span, message, field="body", fix=_without(article, phrase))


def _without(article: Article, phrase: AssistantPhrase) -> Fix | None:
    """Return the fix that takes out a passage; None where the article's own words stand in it as well."""
    passage = next((each for each in article.body.passages if each.end_line == phrase.end_line), None)
    if passage is None or not is_assistant_talk(passage.text):
        return None
    span = _with_line_end(article, article.lines_span(passage.line, passage.end_line))
    return Fix("Remove the assistant's words", (Edit(span, ""),), Applicability.UNSAFE)


def _with_line_end(article: Article, span: Span) -> Span:
    match = LINE_END.match(article.source.text, span.end)
    return Span(span.start, match.end() if match else span.end)


_SHOWN = 60


def _shortened(text: str) -> str:
    folded = " ".join(text.split())
    return folded if len(folded) <= _SHOWN else f"{folded[:_SHOWN]}…"


def _unclosed_fence(article: Article) -> Iterator[Finding]:
    line = article.body.unclosed_fence_line
    if line is not None:
        message = "This code fence is never closed, so all that follows is code: close it with the same characters."
        yield BD004.at(article.lines_span(line, line), message, field="body")


def _repeated_metadata(article: Article) -> Iterator[Finding]:
    block = repeated_block(article.body)
    if block is None:
        return
    span = article.lines_span(block.line, block.end_line)
    edit = Edit(_with_line_end(article, span), "")
    fix = Fix("Remove the second block", (edit,), Applicability.UNSAFE)
    message = "The metadata stands a second time, as text of the body: remove it."
    yield BD005.at(span, message, field="body", fix=fix)


RULES = (
    Rule(BD001),
    Rule(BD002, _accidental_headings),
    Rule(BD003, _assistant_words),
    Rule(BD004, _unclosed_fence),
    Rule(BD005, _repeated_metadata),
)
