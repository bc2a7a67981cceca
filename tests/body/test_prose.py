"""What of a body is prose: one row per construct, in Chinese and English."""

import pytest

from ingest.body import PassageKind, read_body

CASES = {
    "two paragraphs": ("第一段。\n\n第二段。", "第一段。\n\n第二段。"),
    "soft break between Han": ("这是一个\n长句子", "这是一个长句子"),
    "soft break after full-width punctuation": ("第一句。\n第二句", "第一句。第二句"),
    "soft break between Latin": ("one\ntwo", "one two"),
    "soft break between scripts": ("使用\nPython\n编程", "使用 Python 编程"),
    "soft break at a curly quote": ("他说\n“你好”\n然后", "他说“你好”然后"),
    "hard break": ("第一行  \n第二行\\\n第三行", "第一行\n第二行\n第三行"),
    "white space is folded": ("一  二\u3000三\xa0四\t五", "一 二 三 四 五"),
    "emphasis": ("这是**重点**和*斜体*", "这是重点和斜体"),
    "emphasis that CommonMark does not see": ("他说：**标题：**内容", "他说：标题：内容"),
    "emphasis by one star that CommonMark does not see": (
        "*标题：*内容，他说*“你好”*然后，***注意！***看",
        "标题：内容，他说“你好”然后，注意！看",
    ),
    "emphasis by underscores between letters": ("说__标题：__内容和__重点__文", "说标题：内容和重点文"),
    "names keep their underscores": ("方法中文__init__名", "方法中文__init__名"),
    "arithmetic of words keeps its stars": ("单价*（人数+天数）*系数", "单价*（人数+天数）*系数"),
    "arithmetic in brackets keeps its stars": ("3*（件数）*5", "3*（件数）*5"),
    "a star that notes something": ("会员价*，另计。*仅限今日", "会员价*，另计。*仅限今日"),
    "arithmetic keeps its stars": ("2**3 is 8", "2**3 is 8"),
    "code span between Han": ("使用`代码`命令", "使用命令"),
    "code span between words": ("run `x` now, or`y`later", "run now, or later"),
    "fenced code": ("前\n\n```python\nprint(1)\n```\n\n后", "前\n\n后"),
    "indented code": ("前\n\n    print(1)\n\n后", "前\n\n后"),
    "link": ("见[文档](https://example.org/a_b)。", "见文档。"),
    "reference link": ("见[文档][d]。\n\n[d]: https://example.org", "见文档。"),
    "autolink": ("见 <https://example.org> 吧", "见 吧"),
    "bare address": ("请访问 https://example.org/a_b(c)。谢谢", "请访问 。谢谢"),
    "bare address in brackets": ("see (https://example.org/a_(b)) for", "see () for"),
    "image": ("前![图片](a.png)后", "前后"),
    "image between words": ("one![alt](a.png)two", "one two"),
    "image with a width": ("文字。![图片](a.jpg){ width=60% }\n\n更多", "文字。\n\n更多"),
    "kramdown attributes": ("## 标题 {#id}\n\n段落\n{: .note}\n\n*强调*{: .red }文", "标题\n\n段落\n\n强调文"),
    "kramdown table of contents": ("* 目录\n{:toc}\n\n# 一\n{:.no_toc}\n\n1. TOC\n{: toc .x }", "一"),
    "kramdown extension": ("{::nomarkdown}\n文\n{:/nomarkdown}\n\n{::options toc_levels='1..3' /}", "文"),
    "not kramdown": ("a {:甲}\n\n集合 {甲}", "a {:甲}\n\n集合 {甲}"),
    "braces of the author": ("集合 {甲, 乙} 和 f{x}", "集合 {甲, 乙} 和 f{x}"),
    "list": ("- 甲\n- 乙\n  - 丙\n- 丁", "甲\n\n乙\n\n丙\n\n丁"),
    "loose list": ("1. one\n\n   more\n\n2. two", "one\n\nmore\n\ntwo"),
    "task list": ("- [ ] 任务\n- [x] 完成", "任务\n\n完成"),
    "table": ("| 名称 | 值 |\n|---|---|\n| 甲 | `1` |\n| 乙 | 2 |", "名称 值\n\n甲\n\n乙 2"),
    "quote": ("> 引文\n> 第二行", "引文第二行"),
    "alert": ("> [!NOTE]\n> 注意这里", "注意这里"),
    "Obsidian callout": ("> [!info]- 标题\n> 内容", "标题内容"),
    "strikethrough": ("~~旧~~新", "旧新"),
    "single tildes stay": ("约~5 到 10~人", "约~5 到 10~人"),
    "money is no formula": ("花费$5亿，收入$10亿", "花费$5亿，收入$10亿"),
    "formula": ("质能 $E = \\gamma mc^2$ 公式\n\n$$\n\\sum x\n$$", "质能 公式"),
    "footnotes": ("正文[^1]。\n\n[^1]: 注释", "正文。\n\n注释"),
    "footnote without a definition": ("正文[^2]。", "正文。"),
    "emoji shortcodes stay": ("好 :smile: 的\n:tada: 新", "好 :smile: 的 :tada: 新"),
    "table of contents": ("[TOC]\n\n正文", "正文"),
    "entities": ("a &amp; b &lt; c &#20013;", "a & b < c 中"),
    "HTML paragraph": ("<p>中文<b>重</b>点</p>", "中文重点"),
    "HTML blocks are passages": ("<div><p>一</p><p>二</p></div>", "一\n\n二"),
    "HTML with Markdown on the next lines": ("<div align=center>\n**粗** [链](u)\n</div>", "粗 链"),
    "HTML indented like HTML": ("<div>\n    <p>\n        中文\n    </p>\n</div>", "中文"),
    "HTML entities": ("<p>a &amp; b</p>", "a & b"),
    "inline tags join": ("H<sub>2</sub>O 与<span>文</span>字", "H2O 与文字"),
    "line break tag": ("one<br>two", "one\ntwo"),
    "unknown inline tag separates": ("one<x-y/>two", "one two"),
    "comment": ("前<!-- 隐藏 -->后\n\n<!-- 也\n隐藏 -->\n\n末", "前后\n\n末"),
    "comment that never ends": ("前\n\n<!-- 没有\n\n结束", "前"),
    "script": ("<script>\nif (a<b) { 隐藏() }\n</script>\n\n后", "后"),
    "style in a block": ("<div><style>p{}</style>文</div>", "文"),
    "svg": ('<svg viewBox="0 0"><text>隐藏</text></svg>\n\n后', "后"),
    "pre over blank lines": ("<div>\n<pre>\nx = 1\n\ny = 2\n</pre>\n</div>\n\n后", "后"),
    "pre that never ends": ("<div>\n<pre>\nx = 1\n</div>\n\n后", "后"),
    "inline code tag": ("用<code>x</code>命令", "用命令"),
    "inline code tag that never ends": ("用<code>x\n\n后", "用\n\n后"),
    "quoted > in a tag": ('<p title="a > b">文</p>', "文"),
    "quote that never closes in a tag": ('<p title="a>文</p>', "文"),
    "autolink inside HTML": ("<div>\n见 <https://example.org> 吧\n</div>", "见 吧"),
    "less than": ("a < b 且 c<d", "a < b 且 c<d"),
    "Hugo shortcode": ('前{{< figure src="a_b_c.png" >}}后 {{% notice tip %}}提示{{% /notice %}}', "前后 提示"),
    "Hugo highlight": ("{{< highlight go >}}\nfunc main() {}\n\nx\n{{< /highlight >}}\n\n后", "后"),
    "Liquid": ("前{% include a.html %}后 {{ page.title }} 末", "前后 末"),
    "Liquid highlight": ("{% highlight ruby %}\nputs 1\n{% endhighlight %}\n\n后", "后"),
    "Liquid raw keeps its text": ("{% raw %}\n保留\n{% endraw %}", "保留"),
    "shortcode in code stays code": ("看 `{{ x }}` 吧 {{ y }}", "看 吧"),
    "shortcode that never ends": ("前 {{< 后\n\n下一段 >}}", "前 {{< 后\n\n下一段 >}}"),
    "VitePress container": ("::: tip 标题\n内容\n:::\n\n后", "标题内容\n\n后"),
    "Docusaurus container": (":::note[Title]\n\nText\n\n:::", "Title\n\nText"),
    "container in a list": ("1. 步骤\n\n   :::tip\n   提示\n   :::", "步骤\n\n提示"),
    "container with attributes": ("::: details 点击 {open}\n内容\n:::", "点击内容"),
    "colons in code stay": ("```\n:::tip\n```\n\n文", "文"),
    "MDX import and component": (
        (
            "import A from './a'\nimport { B,\n  C } from 'b'\n\n"
            '# 标题\n\n<A title="x">\n    缩进的**内容**\n</A>\n\n'
            "文<B n={1} />字"
        ),
        "标题\n\n缩进的内容\n\n文字",
    ),
    "MDX export": ("export const x = {\n  a: 1,\n}\n\n正文 {x.a} 完", "正文 完"),
    "MDX tag with an arrow function": ("<A on={() => { go() }}>\n\n文\n\n</A>", "文"),
    "MDX fence inside components": (
        "import A from 'a'\n\n<A>\n  <B slot=\"n\">\n  ```sh\n  npm i\n\n  npm t\n  ```\n  </B>\n</A>\n\n后",
        "后",
    ),
    "MDX fragment and comment": ("{/* 注释 */}\n\n<>\n文\n</>", "文"),
    "prose that begins with import": ("import duties rose\n\nexport of goods", "import duties rose\n\nexport of goods"),
    "braces outside MDX": ("JSON {a} 与 <b>粗</b>", "JSON {a} 与 粗"),
    "NUL and lone surrogate": ("a\0b\ud800c", "a\ufffdb\ufffdc"),
    "nothing": ("", ""),
    "only a rule": ("\n---\n", ""),
}


@pytest.mark.parametrize(("markdown", "prose"), CASES.values(), ids=CASES.keys())
def test_prose(markdown: str, prose: str) -> None:
    assert read_body(markdown).prose == prose


@pytest.mark.parametrize("newline", ["\r\n", "\r"])
@pytest.mark.parametrize("markdown", [markdown for markdown, _ in CASES.values()], ids=CASES.keys())
def test_line_ends_make_no_difference(markdown: str, newline: str) -> None:
    body, other = read_body(markdown), read_body(markdown.replace("\n", newline))
    assert other.passages == body.passages
    assert other.code == body.code
    assert other.markdown == markdown.replace("\n", newline)


def test_kinds_and_lines_of_passages() -> None:
    markdown = (
        "# 标题\n\n段落一\n第二行\n\n- 甲\n- 乙\n  续行\n\n> 引文\n>\n> # 引中标题\n\n"
        "| 表 | 头 |\n|---|---|\n| 1 | 2 |\n\n<div>\n<p>网页</p>\n</div>\n"
    )
    assert [(p.kind, p.text, p.line, p.end_line) for p in read_body(markdown).passages] == [
        (PassageKind.HEADING, "标题", 1, 1),
        (PassageKind.PARAGRAPH, "段落一第二行", 3, 4),
        (PassageKind.LIST, "甲", 6, 6),
        (PassageKind.LIST, "乙续行", 7, 8),
        (PassageKind.QUOTE, "引文", 10, 10),
        (PassageKind.QUOTE, "引中标题", 12, 12),
        (PassageKind.TABLE, "表 头", 14, 14),
        (PassageKind.TABLE, "1 2", 16, 16),
        (PassageKind.HTML, "网页", 19, 19),
    ]


def test_lines_stay_true_where_something_was_taken_out() -> None:
    markdown = "import A from 'a'\n\n<A\n  b={1}\n>\n\n一\n\n{{< x\n  y >}}\n\n:::tip\n\n二\n\n:::\n\n三"
    assert [(passage.text, passage.line) for passage in read_body(markdown).passages] == [
        ("一", 7),
        ("二", 14),
        ("三", 18),
    ]


def test_code_is_kept_apart() -> None:
    body = read_body("用`a`与\n\n```py\nb\n```\n\n    c\n\n<pre><code>d &lt; e</code></pre>")
    assert body.code == "a\nb\nc\nd < e"
    assert body.metrics.code_count == 3
