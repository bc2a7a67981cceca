"""What is said of a title at once is what a look at each of its letters says."""

from contextlib import suppress
from importlib import import_module

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.language import ArticleText, assess
from ingest.language.chinese import (
    han_letters,
    japanese_letters,
    variant_in_gb2312,
    variant_of,
)
from ingest.language.scripts import count_scripts

# Simplified, Traditional, both, neither; Japanese ones; marks that only one of the encodings has.
CHINESE = st.text(st.sampled_from("东東体體中文峠込镕々a1 ，：—·「～㐀\x80\ue000ノ\ud800"), min_size=1, max_size=9)


@given(CHINESE)
def test_a_title_in_gb2312_is_of_the_variant_of_its_letters(text: str) -> None:
    plain = variant_in_gb2312(text, count_scripts(text).han)
    if plain is not None:
        letters = han_letters(text)
        assert variant_of(letters).language == plain
        assert japanese_letters(letters) == []


def test_signs_are_no_letters() -> None:
    for code in range(0x10000):
        with suppress(UnicodeEncodeError):
            chr(code).encode("gb2312")
            assert count_scripts(chr(code)).han == (0x4E00 <= code <= 0x9FFF)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("东方：“中国”车马 AI 2.0", "zh-Hans"),
        ("东～", "zh-Hans"),
        ("东，～", None),
        ("东东～", "zh-Hans"),
        ("中～文", None),
        ("中文，", "zh"),
        ("", "zh"),
        ("東方", None),
        ("镕", None),
        ("中文ノ", "zh"),
    ],
)
def test_only_titles_all_of_gb2312_are_told_at_once(text: str, language: str | None) -> None:
    assert variant_in_gb2312(text, count_scripts(text).han) == language


@pytest.mark.parametrize(("title", "language"), [("东の良品", "zh-Hans"), ("东のの良品", "ja")])
def test_kana_are_looked_at(title: str, language: str) -> None:
    assert assess(ArticleText(title=title, passages=("东方体车马" * 9,))).title.language == language


VERDICTS = st.sampled_from(["东体车马", "東體車馬", "中文", "東體车马", "Foo 東體", "峠込", "こんにちは東體", "Foo"])


@given(VERDICTS, VERDICTS, st.sampled_from(["东方体" * 9, "東方體" * 9, "中文" * 9]))
def test_a_verdict_in_the_bodys_variant_spares_a_look_at_the_letters(title: str, description: str, body: str) -> None:
    read = ArticleText(title=title, description=description, passages=(body,))
    quick = assess(read)
    module = import_module("ingest.language.assess")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "_unlike", lambda _, text, verdict: text if text and verdict.language != "ja" else "")
        assert assess(read) == quick


@given(st.lists(st.text("aя中", max_size=9).map(lambda tag: tag * 5), max_size=4).map(tuple))
def test_tags_whose_script_is_kept_are_judged_as_others(tags: tuple[str, ...]) -> None:
    read = ArticleText(tags=tags, passages=("The ferry has a new timetable, and the last one waits for the train.",))
    quick = assess(read)
    assert assess(read) == quick
    module = import_module("ingest.language.assess")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "_LONGEST_KEPT", -1)
        assert assess(read) == quick
