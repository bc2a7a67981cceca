"""The text before the first excerpt separator."""

import pytest

from ingest.body import read_body

CASES = {
    "comment": ("一。\n\n<!-- more -->\n\n二。", "一。"),
    "comment without blanks": ("一。\n\n<!--more-->\n\n二。", "一。"),
    "Docusaurus": ("一。\n\n<!-- truncate -->\n\n二。", "一。"),
    "Docusaurus in MDX": ("import A from 'a'\n\n一。\n\n{/* truncate */}\n\n二。", "一。"),
    "excerpt comment": ("一。\n<!-- excerpt -->\n二。", "一。"),
    "inside a paragraph": ("零。\n\n一<!-- more -->二", "零。\n\n一"),
    "other comments do not count": ("一。\n\n<!-- moreover -->\n\n二。", None),
    "rule": ("一。\n\n---\n\n二。", "一。"),
    "rule right under the paragraph": ("一。\n---\n二。", "一。"),
    "rule under an image": ("一。\n\n![图](a.png)\n---\n二。", "一。"),
    "in the middle of a sentence": ("公司 Example Inc.\n\n---\n昨天宣布。", "公司 Example Inc."),
    "the comment wins over an earlier rule": ("一。\n\n---\n\n二。\n\n<!-- more -->\n\n三。", "一。\n\n二。"),
    "the first rule wins": ("一。\n\n---\n\n二。\n\n---\n\n三。", "一。"),
    "stars are no separator": ("一。\n\n***\n\n二。", None),
    "a heading that is meant does not separate": ("安装\n---\n先下载。", None),
    "no separator": ("一。\n\n二。", None),
    "nothing before it": ("---\n\n一。\n\n---\n\n二。", None),
    "only the footer after it": ("一。\n\n二。\n\n---\n感谢阅读！", None),
    "in a list, a quote, code": ("- 一\n\n  ---\n\n> 二\n>\n> ---\n\n```\n---\n```\n", None),
    "prose only": ("**一** [链](u) `c` ![图](i)\n\n---\n\n二。", "一 链"),
}


@pytest.mark.parametrize(("markdown", "excerpt"), CASES.values(), ids=CASES.keys())
def test_excerpt(markdown: str, excerpt: str | None) -> None:
    assert read_body(markdown).excerpt == excerpt
