"""Slug, address, picture and source."""

from collections.abc import Callable

import pytest

from ingest.metadata import MetadataReading

Read = Callable[..., MetadataReading]


@pytest.mark.parametrize(
    ("line", "slug", "url"),
    [
        ("slug: my-post", "my-post", None),
        ("slug: /my-post/", "my-post", None),
        ("slug: docs/intro", "docs/intro", None),
        ("slug: 007", "007", None),
        ("urlname: a", "a", None),
        ("permalink: /blog/2024/my-post/", "my-post", "/blog/2024/my-post/"),
        ("permalink: /my-post.html", "my-post", "/my-post.html"),
        ("permalink: /my-post/index.html", "my-post", "/my-post/index.html"),
        ("permalink: https://example.com/my-post?x=1#y", "my-post", "https://example.com/my-post?x=1#y"),
        ("permalink: /%E4%BD%A0%E5%A5%BD/", "你好", "/%E4%BD%A0%E5%A5%BD/"),
        ("permalink: /%E4%BD/", "%E4%BD", "/%E4%BD/"),
        ("permalink: my-post", "my-post", None),
        ("permalink: pretty", None, None),
        ("permalink: /:categories/:title/", None, None),
        ("permalink: '/{{ page.fileSlug }}/'", None, None),
        ("permalink: https://example.com", None, "https://example.com"),
        ("permalink: /", None, "/"),
        ("url: /about/", None, "/about/"),
        ("slug: a\npermalink: /b/", "a", "/b/"),
    ],
)
def test_slug_and_address(read: Read, line: str, slug: str | None, url: str | None) -> None:
    reading = read(line)
    assert (reading.metadata.slug, reading.metadata.url) == (slug, url)
    assert reading.findings == ()


@pytest.mark.parametrize(
    ("line", "image"),
    [
        ("image: /a.png", "/a.png"),
        ("cover: {image: a.png, alt: A}", "a.png"),
        ("heroImage: {src: a.png}", "a.png"),
        ("ogImage: [{url: a.png}, {url: b.png}]", "a.png"),
        ("封面: a.png", "a.png"),
        ("cover: false", None),
        ("cover: {hidden: true}", None),
        ("image: ''", None),
        ("image: a.png\ncover: b.png\ntop_img: false", "a.png"),
    ],
)
def test_pictures(read: Read, line: str, image: str | None) -> None:
    reading = read(line)
    assert (reading.metadata.image, reading.findings) == (image, ())


@pytest.mark.parametrize(
    ("line", "source"),
    [
        ("source_url: https://example.com/a", "https://example.com/a"),
        ("via: https://example.com/a", "https://example.com/a"),
        ("原文链接: www.example.com/a", "www.example.com/a"),
        ("source: {name: Example, url: https://example.com/a}", "https://example.com/a"),
        ("source: The Example Times", None),
        ("original: true", None),
    ],
)
def test_sources(read: Read, line: str, source: str | None) -> None:
    reading = read(line)
    assert (reading.metadata.source_url, reading.findings) == (source, ())


@pytest.mark.parametrize(
    ("line", "field"),
    [
        ("source_url: Example", "source_url"),
        ("image: true", "image"),
        ("slug: [true]", "slug"),
        ("permalink: true", "slug"),
    ],
)
def test_what_is_no_address_is_reported_once(read: Read, line: str, field: str) -> None:
    assert [(finding.code, finding.field) for finding in read(line).findings] == [("SC003", field)]
