"""Declared languages: what is none is reported, what no detector knows is not."""

from collections.abc import Callable

import pytest

from ingest.metadata import MetadataReading

Read = Callable[..., MetadataReading]


@pytest.mark.parametrize(
    ("lang", "advice"),
    [
        ("klingon", "`zh-Hans`"),
        ("xx", "`zh-Hans`"),
        ("gb", "`en-GB`"),
        ("US", "`en-US`"),
        ("en/zh", "`zh-Hans`"),
        ("'zh, en'", "`zh-Hans`"),
        ("e", "`zh-Hans`"),
    ],
)
def test_what_is_no_language_is_reported_with_what_to_write(read: Read, lang: str, advice: str) -> None:
    reading = read(f"lang: {lang}")
    assert reading.metadata.lang == lang.strip("'")
    assert [(finding.code, finding.field) for finding in reading.findings] == [("SC003", "lang")]
    assert advice in reading.findings[0].message


LANGUAGES = (
    "en zh zh_CN zh-Hant-TW en_GB.UTF-8 pt-br no la eo yue mi tlh und mul cn jp English 中文 zh-cmn-Hans-CN en-x-a"
)


@pytest.mark.parametrize("lang", [*LANGUAGES.split(), "zh-u-co-pinyin", "x-private", "i-klingon", "de-1996", "es-419"])
def test_a_language_is_left_as_it_is_declared(read: Read, lang: str) -> None:
    reading = read(f"lang: {lang}")
    assert (reading.metadata.lang, reading.findings) == (lang, ())
