"""Bytes in every encoding that articles come in, and bytes that are no text."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.source import Limits, Source, Undecodable, decode

SIMPLIFIED = (
    "---\ntitle: 人工智能如何改变新闻行业\ndate: 2024-05-01\n---\n\n昨天，两家公司宣布合作，共同开发新的翻译模型。\n"
)
TRADITIONAL = (
    "---\ntitle: 人工智慧如何改變新聞業\ndate: 2024-05-01\n---\n\n昨天，兩家公司宣布合作，共同開發新的翻譯模型。\n"
)
FRENCH = (
    "---\ntitle: L’été dernier, déjà à Paris\n---\n\nÀ côté du café — « très bien » — un garçon rêve d’être élève.\n"
)
SPANISH = "---\ntitle: ¿Qué pasó?\n---\n\nLa próxima semana, mañana quizás: información.\n"
ENGLISH = "---\ntitle: It’s here\n---\n\nA plain text with one typographer’s mark – or three.\n"
ASCII = "---\ntitle: x\n---\n\nA body.\n"
ENCODED = [
    (SIMPLIFIED, "utf-16-le"), (SIMPLIFIED, "utf-16-be"), (ASCII, "utf-16-le"), (ASCII, "utf-16-be"),
    ("标题一二三\n一一一一一一\n", "utf-16-le"), ("标题一二三\n一一一一一一\n", "utf-16-be"),
    (SIMPLIFIED, "gb18030"), (TRADITIONAL, "gb18030"), (TRADITIONAL, "big5"),
    ("title: 😀 和 㐀 的故事，大家都知道\n", "gb18030"),
    ("标题：你好\n", "gb18030"), ("標題：你好嗎\n", "big5"), ("# 关于我们\n", "gb18030"), ("# 關於我們\n", "big5"),
    (SIMPLIFIED * 2_000, "gb18030"), (TRADITIONAL * 2_000, "big5"),
    ("香港嘅新聞，大家都話佢哋好鍾意。\n", "big5hkscs"),
    ("title: ¡Hola mundo!\n", "cp1252"),
    (FRENCH, "cp1252"), (SPANISH, "cp1252"), (ENGLISH, "cp1252"), ("café\n", "cp1252"),
]  # fmt: skip
MARKED = [
    (codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"),
    (codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF32_BE, "utf-32-be"),
]  # fmt: skip


@pytest.mark.parametrize("text", ["", ASCII, SIMPLIFIED, "标题 😀\r\n\r", "a\u2028b\u0085c"])
def test_utf8_is_nothing_to_report(text: str) -> None:
    source = decode(text.encode(), "a.md")
    assert source == Source("a.md", text.encode(), text, "utf-8", bom=False, findings=(), lossless=True)


@pytest.mark.parametrize(("text", "encoding"), ENCODED)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_other_encodings_are_read_and_named(text: str, encoding: str, line_end: str) -> None:
    text = text.replace("\n", line_end)
    data = text.encode(encoding)
    source = decode(data, "a.md")
    assert isinstance(source, Source)
    assert source.text == text
    [finding] = source.findings
    assert finding.code == "IO004"
    assert source.encoding in finding.message
    assert source.lossless
    assert source.text.encode(source.encoding) == data


@pytest.mark.parametrize(("mark", "encoding"), MARKED)
@pytest.mark.parametrize("text", ["", ASCII, SIMPLIFIED, "标题 😀\r\n"])
def test_a_byte_order_mark_names_the_encoding_and_is_no_text(mark: bytes, encoding: str, text: str) -> None:
    data = mark + text.encode(encoding)
    source = decode(data, "a.md")
    assert isinstance(source, Source)
    assert (source.text, source.encoding, source.bom, source.lossless) == (text, encoding, True, True)
    assert [finding.code for finding in source.findings] == ([] if encoding == "utf-8" else ["IO004"])


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\0",
        b"---\ntitle: a\0b\n---\n",
        b"\0" * 64,
        b"\xff\xd8\xff\xe0JFIF\xff\xdb\xfe\x9d\x81",
        bytes(range(1, 256)),
        b"\xff" * 100,
        codecs.BOM_UTF16_LE + b"a",
        codecs.BOM_UTF16_LE + "a\0b".encode("utf-16-le"),
        codecs.BOM_UTF16_BE + b"\xd8\x00\xd8\x00",
        codecs.BOM_UTF32_LE + b"\xff\xff\xff\xff",
        "Это заголовок статьи о новостях".encode("koi8-r"),
        "これは日本語の記事です。ひらがなとカタカナがあります。".encode("shift_jis"),
        SIMPLIFIED.encode("gb18030") + b"\xff",
        "오늘 회사는 새로운 번역 모델을 함께 개발하기로 했다고 발표했습니다.".encode("euc_kr"),
        "昨日、二つの会社は新しい翻訳モデルを共同で開発すると発表しました。".encode("euc_jp"),
        "鼀鼁鼂鼃鼄鼅鼆鼇".encode("utf-16-le"),
    ],
)
def test_what_is_no_text_that_we_know_is_refused(data: bytes) -> None:
    refused = decode(data, "a.md")
    assert isinstance(refused, Undecodable)
    assert [finding.code for finding in refused.findings] == ["IO001"]
    assert (refused.path, refused.data) == ("a.md", data)


def test_too_many_bytes() -> None:
    limits = Limits(file_bytes=10)
    assert isinstance(decode(b"0123456789", "a.md", limits), Source)
    refused = decode(b"0123456789a", "a.md", limits)
    assert [finding.code for finding in refused.findings] == ["IO003"]


def test_bytes_with_two_readings_must_not_be_rewritten() -> None:
    source = decode(TRADITIONAL.encode("big5") + b"\xa1\xfe", "a.md")  # ／ is A241 as well, and encodes as that
    assert isinstance(source, Source)
    assert (source.encoding, source.text[-1], source.lossless) == ("big5", "／", False)


@given(st.binary(max_size=200))
def test_any_bytes_become_text_that_gives_them_back_or_a_refusal(data: bytes) -> None:
    result = decode(data, "a.md")
    if isinstance(result, Undecodable):
        assert result.findings
        return
    assert "\ufffd" not in result.text or "\ufffd".encode(result.encoding) in data
    if result.lossless:
        mark = data[: len(data) - len(result.text.encode(result.encoding))]
        assert mark + result.text.encode(result.encoding) == data
        assert bool(mark) == result.bom
