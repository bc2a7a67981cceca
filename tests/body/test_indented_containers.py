"""Containers of MkDocs: their titles and indented contents are prose, on the lines where they stand."""

import pytest

from ingest.body import read_body

CASES = {
    "admonition": (
        '!!! note "Careful"\n\n    The ice is thin.\n\nAfter.',
        [("Careful", 1), ("The ice is thin.", 3), ("After.", 5)],
    ),
    "no empty line below": ('!!! note "小心"\n    冰很\n    薄。\n\n后', [("小心\n冰很薄。", 1), ("后", 5)]),
    "no title": ("前\n\n!!! note inline end\n\n    内容", [("前", 1), ("内容", 5)]),
    "empty title": ('!!! danger ""\n\n    - 甲', [("甲", 3)]),
    "title alone": ('!!! tip "只有标题"\n\n后', [("只有标题", 1), ("后", 3)]),
    "folded": ("??? tip\n\n    a\n\n???+ tip\n\n    b", [("a", 3), ("b", 7)]),
    "tabs of content": (
        '=== "Linux"\n\n    Run it.\n\n=== "Mac"\n\n    Click it.',
        [("Linux", 1), ("Run it.", 3), ("Mac", 5), ("Click it.", 7)],
    ),
    "nested": (
        '!!! note\n\n    a\n\n    ??? tip "T"\n\n        b\n\n    c\n\nd',
        [("a", 3), ("T", 5), ("b", 7), ("c", 9), ("d", 11)],
    ),
    "in a list": ("1. a\n\n    !!! note\n\n        b\n\n2. c", [("a", 1), ("b", 5), ("c", 7)]),
    "indented by tabulators": ("!!! note\n\n\ta\n\n\t!!! tip\n\n\t\tb", [("a", 3), ("b", 7)]),
    "in code": ('```\n!!! note "x"\n\n    a\n```\n\nb', [("b", 7)]),
    "exclamation": ("!!! wow great\n\nNo.", [("!!! wow great", 1), ("No.", 3)]),
    "questions": ("??? 为什么\n\n后", [("??? 为什么", 1), ("后", 3)]),
    "other code stays code": ('!!! tip "T"\n\na\n\n    code', [("T", 1), ("a", 3)]),
}


@pytest.mark.parametrize(("markdown", "passages"), CASES.values(), ids=CASES)
def test_passages(markdown: str, passages: list[tuple[str, int]]) -> None:
    assert [(passage.text, passage.line) for passage in read_body(markdown).passages] == passages


def test_fences_in_a_container() -> None:
    body = read_body("!!! note\n\n    ```py\n    a\n      b\n\n  left\n    ```\n\n    后")
    assert (body.prose, body.code, body.unclosed_fence_line) == ("后", "a\n  b\n\nleft", None)
