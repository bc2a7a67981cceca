"""Counts of Han characters and words, and the reading time."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.body import read_body
from ingest.body.metrics import count_any, count_text, reading_time
from ingest.source.encoded import Encoded, encoded


@pytest.mark.parametrize(
    ("text", "han", "words"),
    [
        ("", 0, 0),
        ("中文，字。", 3, 0),
        ("使用Python编程", 4, 1),
        ("Don't stop: it’s a state-of-the-art 2024 thing", 0, 7),
        ("'quoted' -x- word--word a - b", 0, 6),
        ("人々〇㐀𠀀﨑", 6, 0),
        ("—…“”！", 0, 0),
        ("naïve café", 0, 2),
        ("Привет мир", 0, 2),
        ("안녕하세요 세계", 0, 2),
        ("हिन्दी भाषा।", 0, 2),
        ("ひらがなと漢字", 2, 1),
        ("１２３ ＡＢＣ", 0, 2),
        ("snake_case", 0, 2),
        ("📷 👍🏽", 0, 0),
        ("مرحبا، عالم", 0, 2),
    ],
)
def test_counts(text: str, han: int, words: int) -> None:
    assert count_text(text) == (han, words)


@pytest.mark.parametrize(
    ("han", "words", "seconds"),
    [(0, 0, 0), (1, 0, 1), (500, 0, 60), (501, 0, 61), (0, 212, 60), (500, 212, 120), (250, 106, 60)],
)
def test_reading_time(han: int, words: int, seconds: int) -> None:
    assert reading_time(han, words) == seconds


def test_only_prose_is_counted() -> None:
    metrics = read_body("中文 word `code words` [链接](https://example.org/a)\n\n```\n更多代码\n```\n").metrics
    assert (metrics.han_count, metrics.word_count, metrics.code_count) == (4, 1, 1)


@pytest.mark.parametrize("block", [range(0x20, 0x3100), range(0x9FE0, 0xD900), range(0xF900, 0x1FC00)])
def test_the_short_way_counts_like_the_long_one(block: range) -> None:
    texts = [text for code in block for text in (f"a{chr(code)}b", f"中{chr(code)}")]
    assert [text for text in texts if count_text(text) != count_any(text)] == []
    encodable = [text for text in texts if text.isprintable()]
    assert [text for text in encodable if count_text(text, encoded(text)) != count_any(text)] == []


@given(st.text("ab1é_中文，。 -'’—×²①αカ・⽉ж각👍\u0301\u2011\n\xa0", max_size=40))
def test_the_short_way_counts_words_like_the_long_one(text: str) -> None:
    known = Encoded(text.encode())
    assert count_text(text) == count_text(text, known) == count_text(text, encoded(text)) == count_any(text)


@pytest.mark.parametrize("length", [1 << 16, (1 << 16) + 1])
def test_long_texts_count_like_short_ones(length: int) -> None:
    assert count_text("中" + "a " * length + "b中") == (2, length + 1)


def test_the_prose_is_encoded_once() -> None:
    body = read_body("中文 don’t -- `code` é²\n\n> [!NOTE]\n> ‘quoted’")
    assert body.encoded == encoded(body.prose)


def test_many_unusual_letters_take_no_time() -> None:
    text = "".join(map(chr, range(0x3100, 0x4DC0))) * 14
    assert count_text(text) == count_any(text)
