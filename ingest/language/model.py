"""Verdicts about languages, with the evidence in words a person understands."""

from typing import NamedTuple

from ingest.source.encoded import Encoded

UNDETERMINED = "und"


class Verdict(NamedTuple):
    """The language of a text.

    `language` is BCP 47: a language (`en`, `zh`, `zh-Hans`), `und-<Script>`
    where only the script is known, or `und`. Of a title `und` means: nothing
    speaks against the body's language. `script` is ISO 15924 (`Hans`, `Hant`,
    `Hani`, `Jpan`, `Kore`, `Latn`, …) or `Zyyy` where no letter speaks.
    `confidence` lies between 0 and 1.
    """

    language: str
    script: str
    confidence: float
    evidence: tuple[str, ...] = ()


class Share(NamedTuple):
    """A language's part of the prose, between 0 and 1, in word equivalents."""

    language: str
    share: float


class Stretch(NamedTuple):
    """A run of neighbouring passages in another language than the body's.

    Passages count from 0, the end is exclusive; `words` are word equivalents.
    """

    language: str
    first_passage: int
    last_passage: int
    words: int


class Mismatch(NamedTuple):
    """Two texts of one article in different languages, and why we say so.

    `found` is the language of the text that is judged, `expected` the one it is
    compared with (the body's; for a declared or path language the declared one).
    """

    found: str
    expected: str
    confidence: float
    evidence: tuple[str, ...]


class ArticleText(NamedTuple):
    """What of an article can speak for a language.

    `passages` are the body's blocks of prose without block quotes, code and
    markup, in their order; `headings` are those of them that are headings, as
    `(passage, level)`; `quotes` the text of its block quotes, read only
    where there is hardly any prose; `code` the text of its code. `declared` is
    the language as front matter writes it, `path` the POSIX path of the file.
    `encoded` are the passages in UTF-8 with white space between them, where
    somebody has encoded them before.
    """

    title: str | None = None
    passages: tuple[str, ...] = ()
    description: str | None = None
    tags: tuple[str, ...] = ()
    code: str = ""
    quotes: tuple[str, ...] = ()
    declared: str | None = None
    path: str = ""
    headings: tuple[tuple[int, int], ...] = ()
    encoded: Encoded | None = None


class Languages(NamedTuple):
    """Everything that is said about the languages of one article.

    `shares` are ordered by size and sum to 1 (empty without prose). A mismatch
    is `None` where the two agree or the evidence is too thin to say. `declared`
    and `path_language` are BCP 47.
    """

    title: Verdict
    body: Verdict
    shares: tuple[Share, ...] = ()
    title_mismatch: Mismatch | None = None
    description_mismatch: Mismatch | None = None
    tags_mismatch: Mismatch | None = None
    declared: str | None = None
    declared_mismatch: Mismatch | None = None
    path_language: str | None = None
    path_mismatch: Mismatch | None = None
    chinese_mismatch: Mismatch | None = None
    stretches: tuple[Stretch, ...] = ()
    mixed: bool = False
    """Whether the stretches are enough to be reported as a mixture (`mixed_share`, `mixed_words`), not just told."""
