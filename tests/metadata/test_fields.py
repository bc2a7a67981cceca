"""The plain fields, which rules and records read, and the pydantic model, which is made when it is asked for."""

from collections.abc import Callable
from typing import get_type_hints

import pytest
from pydantic import field_validator

from ingest.article import Article, read_article
from ingest.metadata import Metadata, MetadataFields, MetadataOptions, MetadataReading, Person
from ingest.source import decode

BLOCKS = (
    "title: T",
    "{}",
    "title: '  “T”  '\ndate: 2024-05-01 10:00:00 +0800\nupdated: May 1, 2024",
    "authors: [Jane <https://example.org>, 张三]\ntranslator: 李四\neditor: [A, B]\nreviewer: {name: C}",
    "tags: a b\ncategories: [x, [y, z]]\nlang: no\ndraft: yes\npublished: false",
    "permalink: /posts/a-slug/\nimage: a.png\nvia: https://example.org/b\nref: key\ndescription: D",
    "title: [a, b]\ndate: 13/13/2024\nauthors: 1\ntags: {a: 1}\ndraft: maybe\nslug: []",
)


class Shouted(Metadata):
    """A site's own model that changes a value."""

    mood: str | None = None

    @field_validator("title")
    @classmethod
    def shout(cls, title: str | None) -> str | None:
        return title and title.upper()


Read = Callable[..., MetadataReading]


def agree(reading: MetadataReading) -> bool:
    return all(getattr(reading.fields, name) == getattr(reading.metadata, name) for name in Metadata.model_fields)


def test_both_have_the_same_fields_with_the_same_defaults() -> None:
    names = list(MetadataFields._fields)
    assert names == list(Metadata.model_fields)
    assert all(getattr(Metadata(), name) == getattr(MetadataFields(), name) for name in names)


def test_both_have_fields_of_the_same_types() -> None:
    types = get_type_hints(MetadataFields)
    assert {name: types[name] for name in MetadataFields._fields} == {
        name: field.annotation for name, field in Metadata.model_fields.items()
    }


@pytest.mark.parametrize("yaml", BLOCKS)
@pytest.mark.parametrize("options", [MetadataOptions(), MetadataOptions(Metadata), MetadataOptions(required=("date",))])
def test_both_have_the_same_values(read: Read, yaml: str, options: MetadataOptions) -> None:
    reading = read(yaml, options)
    assert agree(reading)
    assert type(reading.metadata) is Metadata


@pytest.mark.parametrize("yaml", BLOCKS)
def test_a_value_has_the_type_that_the_model_says(read: Read, yaml: str) -> None:
    reading = read(yaml)
    values = {name: getattr(reading.fields, name) for name in Metadata.model_fields}
    assert Metadata.model_validate(values, strict=True) == reading.metadata


def test_the_fields_are_those_of_a_sites_own_model(read: Read) -> None:
    reading = read("title: loud\nmood: calm", MetadataOptions(Shouted))
    assert agree(reading)
    assert reading.fields.title == "LOUD"
    assert reading.metadata.model_dump()["mood"] == "calm"


def test_an_article_makes_its_model_once() -> None:
    source = decode("---\ntitle: 夜行列车\nauthor: 林海\n---\n\n列车在夜里离站。\n".encode(), "a.md")
    article = read_article(source)
    assert isinstance(article, Article)
    assert article.metadata is article.metadata
    assert article.metadata.authors == article.fields.authors == (Person("林海"),)
