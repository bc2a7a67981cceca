import hashlib
import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from ingest.errors import IngestError
from ingest.language import ArticleText, LanguageOptions, assess

ARTICLES = Path(__file__).parent / "articles.jsonl"
PRINT_ALL = """
import json, sys
from ingest.language import ArticleText, LanguageOptions, assess
samples = [json.loads(line) for line in open(sys.argv[1], encoding="utf-8")]
for title in samples:
    for body in samples[::4]:
        print(assess(ArticleText(title=title["title"], passages=tuple(body["passages"])), LanguageOptions()))
"""
BILINGUAL = """
import sys
from ingest.language import ArticleText, LanguageOptions, assess
options = LanguageOptions(("en", "zh"))
chinese = ("清晨四点，面包店已经亮起了灯，师傅把面团放进烤炉。",)
english = ("At four in the morning the lights are on and the baker puts the first loaves into the oven.",)
for passages in (chinese, english):
    for title in ("面包店的早晨", "The morning of a baker", "TiDB Operator", "Привет", "こんにちは、世界"):
        assess(ArticleText(title=title, passages=passages, description=title, declared="en", path="zh/a.md"), options)
print(sorted(name for name in sys.modules if name.startswith(("langdetect", "lingua", "py3langid"))
    or name in ("ingest.language.profiles", "json")))
"""


def run(code: str, *arguments: str, **environment: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        capture_output=True,
        check=True,
        env=os.environ | {"PYTHONIOENCODING": "utf-8"} | environment,
    )
    return done.stdout.decode()


def test_the_same_verdicts_whatever_the_hash_seed() -> None:
    first, second = (run(PRINT_ALL, str(ARTICLES), PYTHONHASHSEED=seed) for seed in ("1", "2"))
    assert len(first) > 100_000
    assert hashlib.sha256(first.encode()).digest() == hashlib.sha256(second.encode()).digest()


def test_the_same_verdicts_from_many_threads(samples: list[ArticleText]) -> None:
    texts = [ArticleText(title=one.title, passages=other.passages) for one in samples for other in samples[::5]]
    # Candidates that no other test uses, so that the threads meet an empty cache.
    options = LanguageOptions(("de", "en", "es", "fr", "it", "pl", "pt", "ru", "uk", "zh"))
    with ThreadPoolExecutor(8) as pool:
        threaded = list(pool.map(lambda text: assess(text, options), texts))
    assert threaded == [assess(text, options) for text in texts]


def test_where_scripts_decide_no_model_is_loaded() -> None:
    assert run(BILINGUAL).strip() == "[]"


def test_an_unknown_detector_is_a_mistake_of_usage(bodies: dict[str, tuple[str, ...]]) -> None:
    text = ArticleText(title="x", passages=bodies["fr"])
    with pytest.raises(IngestError, match="Unknown detector 'magic'"):
        assess(text, LanguageOptions(detector="magic"))


@pytest.mark.parametrize("detector", ["lingua", "py3langid"])
def test_a_detector_of_an_extra_works_or_names_what_to_install(
    bodies: dict[str, tuple[str, ...]], detector: str
) -> None:
    text = ArticleText(title="Send your first script to the browser", passages=bodies["fr"])
    options = LanguageOptions(("de", "en", "fr"), detector)
    try:
        __import__(detector)
    except ImportError:
        with pytest.raises(IngestError, match=rf"bilingual-ingest\[{detector}\]"):
            assess(text, options)
    else:
        assert assess(text, options).title_mismatch is not None


LETTERS = "abcdefghijklmnopqrstuvwxyz"
HOSTILE = {
    "words": " ".join(f"{one.upper()}{two}{three}o" for one in LETTERS for two in LETTERS for three in LETTERS),
    "sentences": ". ".join(f"{one.upper()}{two}{three}o" for one in LETTERS for two in LETTERS for three in LETTERS),
    "calls": "a() " * 25_000,
    "particles": "von der " * 12_000,
    "kana": "漢あ\n" * 30_000,
    "letters": "a" * 100_000,
    "capitals": "Aa" * 50_000,
    "backticks": "`" * 100_000,
    "punctuation": ".,;:" * 25_000,
    "hyphens": "a-" * 50_000,
    "combining": "e" + "\u0301" * 100_000,
    "han": "漢" * 100_000,
    "rare": "\u1200 \ud800\U0001f600" * 25_000,
    "spaces": " " * 100_000,
    "mixed": "a漢あ가я" * 20_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_nothing_is_slow_and_nothing_raises(text: str, bodies: dict[str, tuple[str, ...]]) -> None:
    start = time.process_time()
    for body in (bodies["en"], bodies["zh"], (text,)):
        whole = ArticleText(
            title=text, passages=body, description=text, tags=(text,), code=text, declared=text, path=text + ".md"
        )
        assess(whole, LanguageOptions(("de", "en", "fr", "zh")))
    assert time.process_time() - start < 5


def test_candidates_are_taken_as_people_write_them() -> None:
    assert LanguageOptions(("zh_CN", "English", "pt-BR", "zh-TW", "nb")).candidates == ("en", "no", "pt", "zh")
    with pytest.raises(IngestError, match="'klingon' is no language"):
        LanguageOptions(("en", "klingon"))
