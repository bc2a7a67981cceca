"""What speaks for a rule in one file: its findings there, and for the language rules every verdict."""

import os
import sys

from ingest.article import Article, Refusal
from ingest.cli.terminal import wants_colour, width_of
from ingest.engine.library import read_article
from ingest.errors import IngestError
from ingest.findings.reports import report_of
from ingest.language import Verdict, language_name
from ingest.reporters import ReportContext, load
from ingest.reporters.visible import visible
from ingest.version import __version__


def evidence_in(path: str, code: str) -> str:
    """Return the evidence for a rule in a file, as text for a terminal.

    Raises:
        IngestError: where there is no such file.
    """
    if not os.path.lexists(path):
        raise IngestError(f"{path}: no such file")
    result = read_article(path)
    parts = [f"\nIn {visible(path)}\n"]
    if code.startswith("LG") and isinstance(result, Article):
        parts.append(_verdicts(result))
    parts.append(_findings(result, path, code))
    return "\n".join(parts)


def _findings(result: Article | Refusal, path: str, code: str) -> str:
    own = [finding for finding in result.findings if finding.code == code]
    if not own:
        others = sorted({finding.code for finding in result.findings})
        also = f" Other findings: {', '.join(others)}." if others else ""
        return f"{code} has nothing to say of it.{also}\n"
    context = ReportContext(version=__version__, colour=wants_colour(sys.stdout), width=width_of(sys.stdout))
    return "".join(load("full").report([report_of(path, own, result.source)], context))


def _verdicts(article: Article) -> str:
    languages = article.languages
    lines = [_verdict("title", languages.title), _verdict("body", languages.body)]
    if len(languages.shares) > 1:
        shares = ", ".join(f"{share.share:.0%} {language_name(share.language)}" for share in languages.shares)
        lines.append(f"  shares      {shares}")
    if languages.declared:
        lines.append(f"  declared    {visible(languages.declared)} ({language_name(languages.declared)})")
    if languages.path_language:
        lines.append(f"  path        {languages.path_language} ({language_name(languages.path_language)})")
    return "\n".join(lines) + "\n"


def _verdict(what: str, verdict: Verdict) -> str:
    name = (
        "nothing speaks against the body's language" if verdict.language == "und" else language_name(verdict.language)
    )
    text = f"  {what:<11} {verdict.language} ({name}), script {verdict.script}, confidence {verdict.confidence:.2f}"
    return "\n".join([text, *(f"              {visible(reason)}" for reason in verdict.evidence)])
