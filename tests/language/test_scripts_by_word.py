"""What is counted of rare scripts by signs for their letters is what a look at each character counts."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ingest.language.scripts import (
    _COUNTED,
    _SIGNS,
    _UNSPACED,
    _WORD,
    LETTERS_PER_UNSPACED_WORD,
    ScriptCounts,
    _count_by_word,
    script_of,
)

ANY = st.text(st.sampled_from("aBéж中かカ가ﾊ한ابء\u064b،٣हि्ไทยꀀ𠀀𝕏1_'’。〆々-  \n\u2028\u200c\ud800"), max_size=40)


def _count_one_by_one(text: str) -> ScriptCounts:
    letters: dict[str, int] = {}
    words: dict[str, int] = {}
    for word in re.findall(_WORD, text):
        found = [script for script in map(script_of, word) if script]
        for before, script in zip(["", *found], found, strict=False):
            letters[script] = letters.get(script, 0) + 1
            words[script] = words.get(script, 0) + (before != script)
    for script in _UNSPACED & words.keys():
        words[script] = -(-letters[script] // LETTERS_PER_UNSPACED_WORD)
    others = tuple((code, count) for code, count in sorted(words.items()) if code not in _COUNTED)
    kana = letters.get("Hira", 0) + letters.get("Kana", 0)
    return ScriptCounts(words.get("Latn", 0), letters.get("Hani", 0), kana, letters.get("Hang", 0), others)


@given(ANY)
@example("كتاب،كتاب كتابٌ")
@example("aжa ж1ж a_b a’b")
@example("")
def test_words_of_rare_scripts_are_counted_as_one_by_one(text: str) -> None:
    assert _count_by_word(text) == _count_one_by_one(text)


def test_every_character_is_counted_as_by_itself() -> None:
    for start in range(0, 0x31000, 0x100):
        text = "".join([f"a{chr(code)}b {chr(code)} " for code in range(start, start + 0x100)])
        assert _count_by_word(text) == _count_one_by_one(text)


def test_no_more_characters_are_kept_than_a_text_in_some_scripts_has(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ingest.language.scripts._MOST_SIGNS", 8)
    text = "كتابЖизньहिन्दी 中文 かな" * 3
    assert _count_by_word(text) == _count_one_by_one(text)
    assert len(_SIGNS) <= 8
