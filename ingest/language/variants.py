"""Simplified against Traditional Chinese in one article."""

from ingest.language.body import confidence_of
from ingest.language.chinese import Variant, han_letters, variant_of
from ingest.language.model import Mismatch
from ingest.language.names import language_name
from ingest.language.tags import chinese_variant

LEAST_TITLE = 2
"""Telling letters that a title or description needs: a single one is a name or a brand's spelling."""
LEAST_BODY = 5
"""Letters of the other variant that a body needs, and …"""
BODY_SHARE = 0.15
"""… their part of all telling letters: fewer are quotations and names."""


def variant_mismatch(body: Variant, title: str, description: str, tag: str | None) -> Mismatch | None:
    """Return where Simplified and Traditional Chinese disagree; `tag` is the declared or the path's language.

    The body is held against the tag, against itself, then the title and the
    description against the body. `None` where the body's letters
    decide nothing.
    """
    if body.language == "zh":
        return None
    wanted = chinese_variant(tag) if tag else None
    if wanted and wanted != body.language:
        evidence = f"{body.own} letters that only {language_name(body.language)} has"
        return Mismatch(body.language, wanted, confidence_of(body.own - body.other), (evidence,))
    if body.other >= LEAST_BODY and body.other >= BODY_SHARE * (body.own + body.other):
        own, other = language_name(body.language), language_name(_OTHER[body.language])
        evidence = f"the body has {body.own} letters that only {own} has and {body.other} that only {other} has"
        return Mismatch(_OTHER[body.language], body.language, confidence_of(body.other), (evidence,))
    found = _short_text("the title", title, body) if title else None
    return found or (_short_text("the description", description, body) if description else None)


def _short_text(name: str, text: str, body: Variant) -> Mismatch | None:
    letters = han_letters(text)
    if len(letters) < LEAST_TITLE:
        return None
    variant = variant_of(letters)
    if variant.language in {"zh", body.language} or variant.own < LEAST_TITLE:
        return None
    evidence = f"{name} has {variant.own} letters that only {language_name(variant.language)} has"
    return Mismatch(variant.language, body.language, confidence_of(variant.own - variant.other), (evidence,))


_OTHER = {"zh-Hans": "zh-Hant", "zh-Hant": "zh-Hans"}
