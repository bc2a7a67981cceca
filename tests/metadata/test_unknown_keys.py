"""SC007: keys that are a slip away from a known one, and none else."""

from collections.abc import Callable

import pytest

from ingest.findings import Applicability
from ingest.frontmatter.vocabulary import FIELD_NAMES, OTHER_KEYS, fold_key
from ingest.metadata import Metadata, MetadataOptions, MetadataReading
from ingest.metadata.unknown_keys import edit_distance, nearest_field_name

Read = Callable[..., MetadataReading]


@pytest.mark.parametrize(
    ("key", "nearest"),
    [
        ("tilte", "title"),
        ("titel", "title"),
        ("titles", "title"),
        ("dates", "date"),
        ("auther", "author"),
        ("autor", "author"),
        ("authers", "authors"),
        ("descripton", "description"),
        ("desciption", "description"),
        ("catagories", "categories"),
        ("Catagory", "category"),
        ("lagn", "lang"),
        ("slgu", "slug"),
        ("tgas", "tags"),
        ("perma_link_", None),
        ("data", None),
        ("tag_line", None),
        ("rating", None),
        ("x", None),
        ("mytheme_setting", None),
        ("我的键", None),
    ],
)
def test_slips_are_reported_with_the_nearest_name(read: Read, key: str, nearest: str | None) -> None:
    findings = read(f"{key}: x").findings
    if nearest is None:
        assert [finding.code for finding in findings if finding.code == "SC007"] == []
        return
    (finding,) = findings
    assert (finding.code, finding.field) == ("SC007", key)
    assert finding.message.endswith(f"did you mean `{nearest}`?")
    assert finding.fix is not None
    assert finding.fix.applicability is Applicability.UNSAFE
    assert finding.fix.edits[0].replacement == nearest


@pytest.mark.parametrize("key", OTHER_KEYS)
def test_keys_of_generators_are_no_slips(read: Read, key: str) -> None:
    assert [finding for finding in read(f"{key}: x").findings if finding.code == "SC007"] == []


def test_a_key_like_a_field_that_is_given_is_a_key_of_its_own(read: Read) -> None:
    assert read("title: A\ntitles: [x]").findings == ()


def test_no_other_known_key_means_a_field_as_well() -> None:
    names = {fold_key(name) for names in FIELD_NAMES.values() for name in names}
    assert names.isdisjoint(map(fold_key, OTHER_KEYS))


def test_a_model_that_forbids_other_keys_reports_every_unknown_one(read: Read) -> None:
    class Strict(Metadata, extra="forbid"):
        pass

    findings = read("title: T\nmytheme: 1\nlayout: post", MetadataOptions(Strict)).findings
    assert [(finding.code, finding.field) for finding in findings] == [("SC007", "mytheme"), ("SC007", "layout")]


@pytest.mark.parametrize(
    ("left", "right", "distance"),
    [("", "", 0), ("a", "", 1), ("tilte", "title", 1), ("abc", "acb", 1), ("kitten", "sitting", 3), ("ca", "abc", 3)],
)
def test_edit_distance(left: str, right: str, distance: int) -> None:
    assert edit_distance(left, right) == edit_distance(right, left) == distance


@pytest.mark.parametrize("key", ["a" * 100_000, "\u0301\u0327" * 50_000])
def test_a_long_key_is_near_to_nothing(key: str) -> None:
    assert nearest_field_name(key) is None
