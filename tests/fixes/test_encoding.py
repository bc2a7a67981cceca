"""A mended text goes back into the bytes of its own encoding."""

import codecs

import pytest

from ingest.fixes import encoded
from ingest.source import Source, decode

TEXT = (
    "---\ntitle: 老茶馆里多了一面共享书架\n---\n\n"
    + "茶馆的老板说，书比茶更能留住客人，所以他把靠窗的那面墙让了出来。\n" * 4
)


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        TEXT.encode("gb18030"),
    ],
    ids=["utf-8", "bom", "utf-16-le", "utf-16-be", "gb18030"],
)
def test_only_what_was_edited_changes(data: bytes) -> None:
    source = decode(data, "a.md")
    assert isinstance(source, Source)
    assert encoded(source, source.text) == data
    fixed = encoded(source, source.text.replace("共享", "公共"))
    assert fixed is not None
    again = decode(fixed, "a.md")
    assert isinstance(again, Source)
    assert (again.encoding, again.bom) == (source.encoding, source.bom)
    assert again.text == TEXT.replace("共享", "公共")


def test_a_character_that_the_encoding_lacks_is_refused() -> None:
    assert encoded(Source("a.md", b"caf\xe9", "caf\xe9", "latin-1"), "茶") is None


def test_bytes_that_would_not_survive_are_refused() -> None:
    assert encoded(Source("a.md", b"a\xff", "a", "utf-8"), "b") is None
