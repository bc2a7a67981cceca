"""What looks like broken front matter and is not: recovery returns the strict reading itself."""

import pytest

from ingest.frontmatter import parse_strict
from ingest.frontmatter.recovery import recover

BLOCK = "---\ntitle: T\ndate: 2024-01-01\n---\n"
CASES = {
    "key list under a heading": "# T\n\n作者：馆员\n来源：本地报纸\n\n正文\n",
    "key list at the top, separator below": "来源：本地报纸\n作者：馆员\n\n---\n正文\n",
    "key list right above a separator": "作者: 馆员\n来源: 报纸\n---\n正文\n",
    "interview": "Q: who?\nA: me\n\nTitle: none\nDate: none\n\nText\n",
    "recipe": "Ingredients: salt\nTime: 20 min\nSource: a friend\n\n---\n\nMix.\n",
    "heading over dashes": "Title: a story\n---\n\nOnce upon a time.\n",
    "note and rule": "Note: this\n\n---\n\nbody\n",
    "tutorial": "# How\n\nPut this on top:\n\n```yaml\n---\ntitle: P\ndate: 2024-01-01\n---\n```\n\nThen save.\n",
    "tutorial without heading": "The block is:\n\n```yaml\n---\ntitle: P\ndate: 2024-01-01\n---\n```\n\nYes.\n",
    "tutorial in an assistant's words": (
        "Here is an example of a Markdown file:\n\n```markdown\n---\ntitle: P\ndate: 2024-01-01\n---\n\nText\n```\n"
    ),
    "tutorial without a fence": f"Here's how a file starts:\n\n{BLOCK}\nThat is all.\n",
    "example, then its explanation": f"```yaml\n{BLOCK}```\n\nThis front matter has two keys.\n",
    "example of a file, then the article": (
        f"```markdown\n{BLOCK}\nA text.\n```\n\nEvery file of ours begins so.\n\n## Why\n\nBecause.\n"
    ),
    "example of a file, then one sentence": f"```markdown\n{BLOCK}\nA text.\n```\n\nEvery file of ours begins so.\n",
    "example of a file, then code": (
        f"```markdown\n{BLOCK}\nA text.\n```\n\nEvery file begins so.\n\n```sh\nls\n```\n\nThat is all.\n"
    ),
    "example of a file, then a rule and a heading": f"```markdown\n{BLOCK}\nA text.\n```\n\n---\n\n# Why\n\nSo.\n",
    "indented example, then a heading": "    title: x\n    date: 2024-05-01\n\n# How it looks\n\nText.\n",
    "example indented by a tab": "\ttitle: x\n\tdate: 2024-05-01\n\nSo it looks.\n",
    "announced example": f"Every file begins with these lines:\n\n{BLOCK}\nThat is all.\n",
    "announced title": "Every file begins with these lines:\n\n---\ntitle: T\n---\n\nThat is all.\n",
    "name between rules": "Someone called.\n\n---\nname: Bo\n---\nHe said so.\n",
    "lone example": f"```yaml\n{BLOCK}```\n",
    "code with a title": "```python\ntitle = 'x'\ndate = 3\n```\n\nExplained.\n",
    "workflow": "```yaml\nname: CI\ndescription: on push\n```\n\nExplained.\n",
    "example in a healthy article": f"{BLOCK}\nLook:\n\n```yaml\n---\ntitle: 'it's'\n---\n```\n",
    "block repeated in the body": f"{BLOCK}\ntitle: T\ndate: 2024-01-01\n---\n\nbody\n",
    "byline in the body": "---\ntitle: 新闻。\n---\n本报讯\n作者：馆员\n\n---\n正文\n",
    "English byline in the body": "---\ntitle: News.\n---\nReport\nauthor: Jo\n\n---\nText\n",
    "keys after a blank line": "---\ntitle: T.\n---\n\ndate: when it was\n\n---\nText\n",
    "comments": "---\ntitle: Foo # the title\n# date: never\ndate: 2024-01-01 # when\n---\nbody\n",
    "anchor and alias": "---\ntitle: &t Foo\nother: *t\ntags: [a, b]\n---\nbody\n",
    "block scalars": "---\ntitle: >-\n  folded\n  text\ndescription: |\n  a\n\n  b\n---\nbody\n",
    "value over two lines": "---\ntitle: 'a\n  b'\ndate: 2024-01-01\n---\nbody\n",
    "quotation as title": "---\ntitle: “Foo”\ndate: 2024-01-01\n---\nbody\n",
    "quotation in title": "---\ntitle: “图书馆”的一天：“开门”\ndate: 2024-01-01\n---\nbody\n",
    "nested": "---\nauthors:\n  - name: Jo\n    url: x\ntitle: T\n---\nbody\n",
    "generator's keys": "---\ntitle: T\npubDate: 2024-01-01\nheroImage: a.png\nCover_Img: b\n---\nbody\n",
    "unknown keys": "---\nfoo: 1\nbar: 2\n---\nbody\n",
    "separator first": f"{BLOCK}---\n\nbody\n",
    "table": f"{BLOCK}\n| a | b |\n|---|---|\n",
    "document end": "---\ntitle: T\n...\nbody\n",
    "blank lines before": f"\n\n{BLOCK}body\n",
    "TOML": '+++\ntitle = "T"\n+++\nbody\n',
    "JSON": '{\n"title": "T"\n}\n\nbody\n',
    "empty block": "---\n---\n\n# Heading\n\nText\n",
    "footer only": "\n---\n谢谢阅读。\n",
    "separator only": "\n---\n",
    "prompt echo": "\n\n---\n\n注意：Title、Date、Body 三个部分。\n---\n谢谢阅读。\n",
    "list about a person": "Name: Bo\nAge: 12\nCity: Rome\n\nText\n",
    "empty": "",
    "prose": "Just text.\n\nMore text.\n",
}


@pytest.mark.parametrize("text", CASES.values(), ids=CASES)
def test_is_left_alone(text: str) -> None:
    strict = parse_strict(text)
    assert recover(text, strict) is strict
