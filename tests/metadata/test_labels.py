"""Tags and categories in every spelling."""

from collections.abc import Callable

import pytest

from ingest.metadata import MetadataReading

Read = Callable[..., MetadataReading]


@pytest.mark.parametrize(
    ("line", "tags"),
    [
        ("tags: [a, b]", ["a", "b"]),
        ("tags:\n  - a\n  - b c", ["a", "b c"]),
        ("tags: a, b c", ["a", "b c"]),
        ("tags: 人工智能，机器学习", ["人工智能", "机器学习"]),
        ("tags: 人工智能、机器学习", ["人工智能", "机器学习"]),
        ("tags: a b", ["a", "b"]),
        ("tags: AI 大模型", ["AI", "大模型"]),
        ("tag: machine learning", ["machine learning"]),
        ("tag: 机器学习 大模型", ["机器学习", "大模型"]),
        ("标签: [甲, 乙]", ["甲", "乙"]),
        ("labels: [a]", ["a"]),
        ("tags: single", ["single"]),
        ("tags: [a, b, a]", ["a", "b"]),
        ("tags: [2024, 1.10, 007, true, no]", ["2024", "1.10", "007", "true", "no"]),
        ("tags: 2024", ["2024"]),
        ("tags: ['#ai', 'C#']", ["ai", "C#"]),
        ("tags: '#ai #ml'", ["ai", "ml"]),
        ("tags: '[a, \"b\"]'", ["a", "b"]),
        ("tags: [a, ~, '']", ["a"]),
        ("tags: [{name: a}, {label: b, permalink: /b}]", ["a", "b"]),
        ("tags:\n  python:\n  yaml:", ["python", "yaml"]),
        ("tags: []", []),
        ("tags:", []),
        ("tags: [a]\nkeywords: [b]", ["a"]),
        ("keywords: b, c", ["b", "c"]),
        ("关键词: 甲、乙", ["甲", "乙"]),
        ("tags: []\nkeywords: [b]", []),
        ("taxonomies:\n  tags: [a]", ["a"]),
    ],
)
def test_tags_are_read(read: Read, line: str, tags: list[str]) -> None:
    reading = read(line)
    assert list(reading.metadata.tags) == tags
    assert reading.findings == ()


@pytest.mark.parametrize(
    ("line", "categories"),
    [
        ("categories: [[Hexo, Theme], [Hexo, Plugin]]", ["Hexo", "Theme", "Plugin"]),
        ("category: Data Science", ["Data Science"]),
        ("分类: 新闻", ["新闻"]),
        ("taxonomies: {categories: [a]}", ["a"]),
        ("section: docs", ["docs"]),
    ],
)
def test_categories_are_read(read: Read, line: str, categories: list[str]) -> None:
    assert list(read(line).metadata.categories) == categories


@pytest.mark.parametrize(
    ("line", "tags"),
    [
        ("tags: [None, a]", ["a"]),
        ("tags: [a, ' null ', {name: b}]", ["a", "b"]),
        ("tags: a, None", ["a"]),
        ("tags: ['{{ tag }}', a]", ["a"]),
        ("tags: [undefined]", []),
    ],
)
def test_a_placeholder_among_tags_is_left_out_and_reported(read: Read, line: str, tags: list[str]) -> None:
    reading = read(line)
    assert list(reading.metadata.tags) == tags
    assert [(finding.code, finding.field) for finding in reading.findings] == [("SC009", "tags")]


def test_words_that_are_subjects_as_well_stay_among_tags(read: Read) -> None:
    reading = read("tags: [todo, NaN, nil]")
    assert (reading.metadata.tags, reading.findings) == (("todo", "NaN", "nil"), ())


@pytest.mark.parametrize(
    ("line", "code"), [("tags: None", "SC009"), ("tags: [{a: 1}]", "SC003"), ("tags: {a: 1}", "SC003")]
)
def test_what_is_no_label_is_reported(read: Read, line: str, code: str) -> None:
    reading = read(line)
    assert reading.metadata.tags == ()
    assert [(finding.code, finding.field) for finding in reading.findings] == [(code, "tags")]
