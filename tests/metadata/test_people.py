"""People: names, objects, lists, and strings that hold several."""

from collections.abc import Callable

import pytest

from ingest.metadata import MetadataReading, Person

Read = Callable[..., MetadataReading]


@pytest.mark.parametrize(
    ("value", "names"),
    [
        ("Jane Doe", ["Jane Doe"]),
        ("  Jane   Doe ", ["Jane Doe"]),
        ("张三、李四", ["张三", "李四"]),
        ("张三，李四", ["张三", "李四"]),
        ("张三,李四", ["张三", "李四"]),
        ("张三；李四", ["张三", "李四"]),
        ("张三 & 李四", ["张三", "李四"]),
        ("'Jane Doe; John Roe'", ["Jane Doe", "John Roe"]),
        ("Jane Doe, John Roe", ["Jane Doe", "John Roe"]),
        ("Jane Doe and John Roe", ["Jane Doe", "John Roe"]),
        ("Jane Doe & John Roe", ["Jane Doe", "John Roe"]),
        ("Jane Doe, John Roe, and Max Poe", ["Jane Doe", "John Roe", "Max Poe"]),
        ("Alice, Bob and Carol", ["Alice", "Bob", "Carol"]),
        ("geekpi, wxy", ["geekpi", "wxy"]),
        ("[Jane, John]", ["Jane", "John"]),
        ("[Jane, Jane]", ["Jane"]),
        ("[[Jane], John]", ["Jane", "John"]),
        ("[Jane, ~]", ["Jane"]),
        # one name, or too close to one to be taken apart
        ("Smith, John", ["Smith, John"]),
        ("Jane Doe, PhD", ["Jane Doe, PhD"]),
        ("Sun Microsystems, Inc.", ["Sun Microsystems, Inc."]),
        ("Dolce & Gabbana", ["Dolce & Gabbana"]),
        ("Johnson and Johnson", ["Johnson and Johnson"]),
        ("Department of Health and Human Services", ["Department of Health and Human Services"]),
        ("爱因斯坦 阿尔伯特", ["爱因斯坦 阿尔伯特"]),
        ("['Smith, John']", ["Smith, John"]),
        ("ByteAILab", ["ByteAILab"]),
        ("'\"Jane\"'", ["Jane"]),
        ("007", ["007"]),
        ("[1.10, 2024]", ["1.10", "2024"]),
        ("By Jane Doe", ["Jane Doe"]),
        ("文/张三", ["张三"]),
        ("By Jane Doe and John Roe", ["Jane Doe", "John Roe"]),
        ("Byron", ["Byron"]),
        ("Jane <jane@example.com>", ["Jane"]),
        ("jane@example.com", ["jane@example.com"]),
        ("Sammy (the bull) Gravano", ["Sammy (the bull) Gravano"]),
        ("{name: Jane, title: Engineer}", ["Jane"]),
        ("{jane: {name: Jane}, john: {name: John}}", ["Jane", "John"]),
    ],
)
def test_names_are_found(read: Read, value: str, names: list[str]) -> None:
    reading = read(f"author: {value}")
    assert [person.name for person in reading.metadata.authors] == names
    assert reading.findings == ()


@pytest.mark.parametrize(
    ("value", "person"),
    [
        ("Jane (https://jane.example)", Person("Jane", "https://jane.example")),
        ("Jane <https://jane.example>", Person("Jane", "https://jane.example")),
        ("Jane <jane@mail.example> (https://jane.example)", Person("Jane", "https://jane.example")),
        ("'[Jane](https://jane.example)'", Person("Jane", "https://jane.example")),
        ("'[Jane][a]'", Person("Jane")),
        ("Jane https://jane.example", Person("Jane", "https://jane.example")),
        ("Jane Q. Doe https://jane.example/a;b,c", Person("Jane Q. Doe", "https://jane.example/a;b,c")),
        ("Jane Doe, https://jane.example", Person("Jane Doe", "https://jane.example")),
        ("{name: Jane, url: https://jane.example}", Person("Jane", "https://jane.example")),
        ("{name: Jane, link: https://jane.example, email: j@e.example}", Person("Jane", "https://jane.example")),
        (
            "[{name: Jane, title: Dr, url: https://jane.example, image_url: x.png}]",
            Person("Jane", "https://jane.example"),
        ),
    ],
)
def test_addresses_of_people_are_found(read: Read, value: str, person: Person) -> None:
    assert read(f"authors: {value}").metadata.authors == (person,)


def test_several_names_have_an_address_each(read: Read) -> None:
    people = read("authors: Jane Doe https://jane.example, John https://john.example and Max https://max.example")
    assert people.metadata.authors == (
        Person("Jane Doe", "https://jane.example"),
        Person("John", "https://john.example"),
        Person("Max", "https://max.example"),
    )


@pytest.mark.parametrize(
    ("key", "field"),
    [
        ("译者", "translators"),
        ("translator", "translators"),
        ("编辑", "editors"),
        ("校对", "reviewers"),
        ("作者", "authors"),
        ("byline", "authors"),
    ],
)
def test_every_role_has_its_names(read: Read, key: str, field: str) -> None:
    assert getattr(read(f"{key}: 张三").metadata, field) == (Person("张三"),)


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("None", "SC009"),
        ("'---'", "SC009"),
        ("[null, TODO]", "SC009"),
        ("true", "SC003"),
        ("[{email: x@y.example}]", "SC003"),
        ("{}", "SC003"),
    ],
)
def test_what_is_nobody_is_reported(read: Read, value: str, code: str) -> None:
    reading = read(f"author: {value}")
    assert reading.metadata.authors == ()
    assert [(finding.code, finding.field) for finding in reading.findings] == [(code, "authors")]


def test_the_item_at_fault_is_named_by_its_place(read: Read, block: Callable[..., object]) -> None:
    front_matter = block("authors:\n  - Jane\n  - true")
    finding = read("authors:\n  - Jane\n  - true").findings[0]
    assert finding.span is not None
    assert front_matter.text[finding.span.start : finding.span.end] == "true"  # type: ignore[attr-defined]


@pytest.mark.parametrize("value", ["", "~", "[]", "''", "' '", "( )"])
def test_an_empty_value_says_nothing(read: Read, value: str) -> None:
    reading = read(f"author: {value}")
    assert (reading.metadata.authors, reading.findings) == ((), ())
