"""The short way for plain texts finds what the parser finds."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.body import plain_blocks
from ingest.body.containers import without_containers
from ingest.body.indented_containers import without_indented_containers
from ingest.body.mdx import is_mdx
from ingest.body.parsing import parsable
from ingest.body.plain_blocks import read_plain
from ingest.body.reader import read
from ingest.body.reading import Reading
from ingest.body.templates import has_templates

# Lines from both sides of every border, a tilde and an underscore among them; `␣` is a blank.
LINES = st.sampled_from(
    r"""

␣
---
---␣
␣␣---
--
-
***
* * *
** **
___
===
- a
-a
+ a
+5
* a
**
1. a
1) a
12.
1.5
2024
> a
# 标题
## a #
###
#a
# a {#b}
# [a](b) **c**
####### a
␣a
␣␣␣␣a
␣␣中文
|a|b|
|-|-|
a | b
-|-
--|--
:-
```
~~~
`a` 中
a ` b
中文。
中文
word
a␣␣
中文␣
　　中文
{.a}
{:toc}
a {: .b}
![图](https://a.b/c_d?e=f&g)
![图](u){ width=60% }
[a](b)
[ a ](b)␣
[a]
[^1]
[^a](b)
[toc](a)
[!NOTE](a) b
[a](b "c")
[a](b(c))
[a] (b)
![](b)
[]()
!
??
https://a.b/c。
a https://a.b/c_d_ e
[https://a.b/c_d](u)
**https://a.b**c
**粗体**
**粗：**体
中**“粗”**体
a**b**
**a
*a*
5*3
***a***
__a__
a__b__c
中__文__字
_a_
a_b
5~10
~a~
$5
a\
&amp;
a & b; c
AT&T
**{.a}
{.a}**
**![a](b)**
[**a**](b)
![a](b)!
!![a](b)
!{.a}![a](b)
a{.b}![a](b){.c}
{.a}!
****
**a****b**
[a␣␣b](c)
[a [b](c) d](e)
a ![b](u) c
中![](u)文
见[ a](u)。{.b}
[a:b](u)//c
[a](u){: .b}
![a](u){:toc}
{.a}[b](c)
如[5]和[6]所说
[...] a
[a] [b](c)
[a][b](c)
[[a](b)
[a][b]
![a] b
[a](b [c](d)
[!NOTE] a
[^a] [b](c)
[TOC]
![a](b?c=d&amp;e=f)
[a](b?c&amp;lt;)
[a](b&am&amp;p;c)
[a](b?c&copy;)
[a](b?c&d) e;
[a&amp;b](c)
a & [b](c;)
????
!!a""".replace("␣", " ").split("\n")
)
ITEMS = st.sampled_from(
    r"""
- a
- 中文。␣␣
-   a
-     a
- a [b](c_d)
- **粗体**：https://a.b/c_d。
- ![a](b){ width=60% }
- {:toc}
- {.a}
- [ ] a
- [x](u)
- a [1]
- [b] a
- ![a](b&amp;c)
- [a](u) https://a.b/c
- [ ](u)
- # a
- - a
- > a
- ---
- | a
- :-
- `a`
- ```
-
-␣
* a
* **a**
*␣␣a*b
+ a
1. a
1. **a** b
2. a
10) a
1) a

␣
␣␣a
␣␣␣␣a
␣- a
␣␣- a
中文
word
---
# a
> a
a | b
-|-""".replace("␣", " ").split("\n")
)
# Lines of one paragraph, those whose markup may reach into the next among them.
OF_A_BLOCK = st.sampled_from(
    r"""
中文。
a
“引”
␣a␣
a␣␣
中**粗**体
**粗：**体
**中**“粗”**体**
**a**
**
**a
a**
a*
*a* b
***a***
** a**
中**“粗”**体
见[名](https://a.b/c_d)。
[**a**](b)
[a
a](b)
![图](u){ width=60% }
![图](u)
中![图](u)
![图](u) a
!
[a](b?c&amp;d)&
[^a](b)
{.a}
{:toc}
a {: .b}
https://a.b/c。
中 https://a.b_c/**d** e
**https://a.b**
1/2 a//b
a_b
_a
a_
__a
a & b
&amp;
`a
a`
~a
中文|a
a\
[1] 中""".replace("␣", " ").split("\n")
)
# What has no place in a plain text.
OTHERS = st.sampled_from(
    [
        "[a]: b",
        "<b>",
        "\t",
        "\x1f",
        "!!! note",
        "- !!! a",
        '=== "a"',
        ":::",
        "{{ a }}",
        "{% a %}",
        "{/* a */}",
        "$$ \\ $$",
    ]
)
PIECES = st.sampled_from("a中。：[)({}*_~`-:&;!/“（”|\n ") | st.sampled_from(
    [
        "\n\n",
        "\n---\n",
        "  ",
        "# ",
        "1. ",
        "- ",
        "> ",
        "](",
        "](u)",
        "![",
        "{ a=b }",
        "{.a}",
        "**",
        "__",
        "://",
        "https://a.b",
    ]
)
TEXTS = (
    st.lists(LINES, max_size=8).map("\n".join)
    | st.lists(ITEMS, max_size=8).map("\n".join)
    | st.lists(LINES | OTHERS, max_size=4).map("\n".join)
    | st.lists(PIECES, max_size=25).map("".join)
)


def _differs(markdown: str) -> bool:
    text, data = parsable(markdown)
    plain = read_plain(text, data)
    if plain is None:
        return False
    if is_mdx(text) or has_templates(text) or without_containers(text) != text:
        return True
    return without_indented_containers(text) != text or _content(plain) != _content(read(text, data))


def _content(reading: Reading) -> list[object]:
    return [getattr(reading, name) for name in Reading.__slots__]


@settings(max_examples=2000, deadline=None)
@given(TEXTS)
def test_the_short_way_reads_like_the_parser(markdown: str) -> None:
    assert not _differs(markdown)


@settings(max_examples=1000, deadline=None)
@given(st.lists(LINES, min_size=2, max_size=3).map("".join), st.booleans())
def test_within_one_block(markdown: str, heading: bool) -> None:  # noqa: FBT001
    assert not _differs(f"a\n\n{markdown}\n{'---' if heading else 'b'}\n")


@settings(max_examples=3000, deadline=None)
@given(st.lists(OF_A_BLOCK, min_size=2, max_size=5).map("\n".join), st.sampled_from(["", "\n---", "\n- a"]))
def test_lines_read_one_by_one_make_a_block(block: str, below: str) -> None:
    assert not _differs(f"{block}{below}\n")


@settings(max_examples=2000, deadline=None)
@given(st.lists(ITEMS, max_size=8).map("\n".join))
def test_lists_are_read_like_by_the_parser(markdown: str) -> None:
    assert not _differs(markdown)


@pytest.mark.parametrize(
    "markdown",
    [
        "第一段。\n\n---\n第二段，[链接](https://example.org/a_b)。\n![图](u){ width=60% }\n\n- 一\n\n末段。\n---\n",
        "**粗体：**中文 **bold** text  \nnext\n\n## Heading\ntext\n1. a\n\n   b\n\nEnd https://example.org/a.\n",
        "要点：\n- 一\n- **二**：[名](u)  \n\n* 三\n\n  \n* ![图](u)\n---\n1. a\n7. b\n# c\n1) d\n",
        "important\n![图](u){ width=60% }\n\nexport and import {a}\n",
        "> quoted\nlazy\n\nText `code`\n\n```\ncode\n\nmore\n```\n\nEnd\n",
    ],
)
def test_plain_texts_are_read_the_short_way(markdown: str) -> None:
    text, data = parsable(markdown)
    plain = read_plain(text, data)
    assert plain is not None
    assert _content(plain) == _content(read(text, data))


@pytest.mark.parametrize(
    "line",
    [
        "谢谢阅读，更多文章见[本站](https://example.org/a_b)。",
        "![图](https://example.org/a.png?b=1&amp;c=2)",
        "第一句。![图](https://example.org/a.png){ width=60% }",
        "**一行粗体**",
        "如文献[5]和[6]所说，见[原文](https://example.org)。",
        "论文：https://example.org/a。",
        "作者 | 甲 & 乙",
        "第一句**粗体**，第二句**也是：**。",
    ],
)
@pytest.mark.parametrize("text", ["{}\n", "前\n{}  \n后\n", "前**粗**\n{}\n[名](u)\n后\n", "- {}\n- 后\n"])
def test_no_parser_is_asked(line: str, text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    markdown, data = parsable(text.format(line))
    expected = _content(read(markdown, data))
    monkeypatch.delattr(plain_blocks, "Reader")
    plain = read_plain(markdown, data)
    assert plain is not None
    assert _content(plain) == expected


@pytest.mark.parametrize(
    "markdown",
    [
        "[a]\n\n[a]: b\n",
        "a<br>b\n",
        "{{< a >}}\n",
        "import a from 'b'\n\n{a}\n",
        "- a\n\n    !!! note\n",
        "::: tip\n",
        "a\tb\n",
        "$$a$$\n",
    ],
)
def test_what_reaches_further_is_left_to_the_parser(markdown: str) -> None:
    assert read_plain(*parsable(markdown)) is None
