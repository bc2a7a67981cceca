"""Everything that is said about the languages of one article."""

from collections.abc import Sequence
from functools import lru_cache

from ingest.language.body import Prose, read_prose, verdict_of
from ingest.language.chinese import JAPANESE, Variant, han_letters, read_variant, without_japanese
from ingest.language.declared import contradict
from ingest.language.evidence import Context
from ingest.language.mixture import measure_mixture
from ingest.language.model import UNDETERMINED, ArticleText, Languages, Mismatch, Share, Verdict
from ingest.language.options import LanguageOptions
from ingest.language.paths import language_of_path
from ingest.language.references import own_words
from ingest.language.scripts import count_scripts, dominant_script
from ingest.language.tags import normalise_tag, primary
from ingest.language.title import judge
from ingest.language.variants import variant_mismatch

_ABSENT = Verdict(UNDETERMINED, "Zyyy", 0.0, ("there is no title",))
_DEFAULT = LanguageOptions()
LEAST_PROSE = 5.0
"""Word equivalents of prose below which references and quotations are read, too: some articles are nothing else."""
AT_HOME = 0.3
"""Part of the body, 0 to 1, from which a language is at home in it: a title in it is no mismatch, the body is mixed."""
_LONGEST_KEPT = 40
"""Characters of a tag up to which its script is kept: a longer one is no tag that articles share."""


def assess(text: ArticleText, options: LanguageOptions = _DEFAULT) -> Languages:
    """Return the languages of title, body and the rest, and every disagreement between them.

    Raises:
        IngestError: the detector of the options is unknown or not installed.
    """
    passages = own_words(text.passages, text.headings)
    prose = read_prose(passages, options, text.encoded if passages is text.passages else None)
    if passages is not text.passages and prose.words < LEAST_PROSE:
        prose = read_prose(text.passages, options)
    if text.quotes and prose.words < LEAST_PROSE:
        prose = read_prose((*passages, *text.quotes), options)
    variant = _variant(prose, text) if prose.language == "zh" else None
    body = verdict_of(prose, variant)
    mixture = measure_mixture(passages, prose, body.language, options)
    context = Context(prose, text.code, options)
    title, title_mismatch = judge(text.title, context) if text.title else (_ABSENT, None)
    description, description_mismatch = judge(text.description, context) if text.description else (_ABSENT, None)
    declared = normalise_tag(text.declared) if text.declared else None
    named = language_of_path(text.path, options.candidates) if text.path else None
    # By place: to name thirteen fields takes twice as long, and as long as a title's verdict.
    return Languages(
        title,
        body,
        mixture.shares,
        _unless_at_home(title_mismatch, mixture.shares) if title_mismatch else None,
        _unless_at_home(description_mismatch, mixture.shares) if description_mismatch else None,
        _judge_tags(text.tags, prose, context) if text.tags else None,
        declared,
        contradict(declared, prose, body, options) if declared else None,
        named,
        contradict(named, prose, body, options) if named else None,
        _judge_variant(variant, text, (title, description), declared or named) if variant else None,
        mixture.stretches,
        mixture.mixed,
    )


def _variant(prose: Prose, text: ArticleText) -> Variant:
    if prose.counts.kana:
        chinese = without_japanese((*text.passages, *text.quotes))
        return read_variant(chinese, len(han_letters(chinese)))
    return read_variant(prose.text, prose.counts.han)


def _judge_variant(
    body: Variant, text: ArticleText, verdicts: tuple[Verdict, Verdict], tag: str | None
) -> Mismatch | None:
    title, description = verdicts
    return variant_mismatch(body, _unlike(body, text.title, title), _unlike(body, text.description, description), tag)


def _unlike(body: Variant, text: str | None, verdict: Verdict) -> str:
    """Return a short text, empty where its verdict says that it is in the body's variant, or Japanese."""
    return "" if text is None or verdict.language in {body.language, JAPANESE} else text


def _unless_at_home(mismatch: Mismatch, shares: tuple[Share, ...]) -> Mismatch | None:
    found = primary(mismatch.found)
    at_home = any(share.share >= AT_HOME and primary(share.language) == found for share in shares)
    return None if at_home else mismatch


# A site's articles share their tags.
@lru_cache(maxsize=1024)
def _script_of(tag: str, native_share: float) -> str:
    return dominant_script(count_scripts(tag), native_share)


def _judge_tags(tags: Sequence[str], prose: Prose, context: Context) -> Mismatch | None:
    """Judge tags by script only: Latin ones are names and keys everywhere, so native ones have to be most of them."""
    if prose.script == "Zyyy":
        return None
    share = context.options.native_share
    scripts = [(_script_of if len(tag) <= _LONGEST_KEPT else _script_of.__wrapped__)(tag, share) for tag in tags]
    foreign = [tag for tag, script in zip(tags, scripts, strict=True) if script not in {"Latn", "Zyyy", prose.script}]
    if 2 * len(foreign) <= len(tags):
        return None
    return judge(" ".join(foreign), context)[1]
