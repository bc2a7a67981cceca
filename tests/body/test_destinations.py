"""Template code as the address of a link or image: the words stay prose, the address is the author's text."""

import pytest

from ingest.body import Image, Link, read_body

LINKS = {
    "Hugo": ('见[指南]({{< relref "y.md" >}})。', "见指南。", [Link('{{< relref "y.md" >}}', "指南", 1)]),
    "Hugo, in brackets": ("a [b](<{{% ref x %}} y>) c", "a b c", [Link("{{% ref x %}} y", "b", 1)]),
    "Jekyll": ("a\n[b]({% link x.md %}) c", "a b c", [Link("{% link x.md %}", "b", 2)]),
    "two in one address": (
        "[b]({{ site.baseurl }}{% post_url 2020-01-01-a %}/{{ c }}#d)",
        "b",
        [Link("{{ site.baseurl }}{% post_url 2020-01-01-a %}/{{ c }}#d", "b", 1)],
    ),
    "after the beginning of an address": ("[b](/x/{{ y }}/z)", "b", [Link("/x/{{ y }}/z", "b", 1)]),
    "before a title": ('[b]({{ x }} "{{ y }} 题")', "b", [Link("{{ x }}", "b", 1)]),
    "reference": ("a [b][r]\n\n[r]: {{ site.url }}/x", "a b", [Link("{{ site.url }}/x", "b", 1)]),
    "inline tag": ('a <a href="{{ "x" }}/y">b</a>', "a b", [Link('{{ "x" }}/y', "b", 1)]),
    "HTML block": ("<p>\n<a href='{{< ref \"x\" >}}'>b</a></p>", "b", [Link('{{< ref "x" >}}', "b", 2)]),
    "over a line end": ("[b]({{< ref\n  x >}}) c\n\nd", "b c\n\nd", [Link("{{< ref x >}}", "b", 1)]),
    "a link beside a template": ("[b](c) {{ x }} [d](e){{ y }}", "b d", [Link("c", "b", 1), Link("e", "d", 1)]),
    "a footnote is no address": ("a[^1]\n\n[^1]: {{ x }} b", "a\n\nb", []),
    "no link opened": ("a](b 中]({{ x }}文", "a](b 中](文", []),
    "in code": ("`[a]({{ x }})` b", "b", []),
}


@pytest.mark.parametrize(("markdown", "prose", "links"), LINKS.values(), ids=LINKS)
def test_a_template_as_a_link_s_address(markdown: str, prose: str, links: list[Link]) -> None:
    body = read_body(markdown)
    assert (body.prose, list(body.links)) == (prose, links)


def test_a_template_as_an_image_s_address() -> None:
    body = read_body('前![图]({{ "/a.png" | relative_url }})后 <img src="{{ b }}" alt="丙">')
    assert body.prose == "前后"
    assert body.images == (Image('{{ "/a.png" | relative_url }}', "图", 1), Image("{{ b }}", "丙", 1))


def test_an_image_in_a_link() -> None:
    body = read_body("[![i]({{ a }})]({{ b }})")
    assert (body.images, body.links) == ((Image("{{ a }}", "i", 1),), (Link("{{ b }}", "", 1),))
