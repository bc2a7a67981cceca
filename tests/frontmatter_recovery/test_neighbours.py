"""What stands beside a broken value is read as it was: same keys, same values, same order."""

import pytest

from ingest.frontmatter import parse_strict
from ingest.frontmatter.recovery import recover

NEIGHBOURS = [
    *["tags: [a, b]", "tags: [a,\n  b]", "tags: [\n  a,\n  b\n]", "tags: [\na,\nb\n]", "tags: [a,\nb, c: d]"],
    *["tags:\n- a\n- 'b: c'", "tags:\n  - a\n  - b", "x: {a: b, c: [d]}", "x: {a: b,\n  c: d}", "x: {\n  a: b\n}"],
    *["x: {\na: b\n}", "x: [http://a.b, 'c, d']", "x: [[a]]", "x: []", "x: {}", "x: [a, # one]\n  b]"],
    *["x: &a {k: v}\ny: *a", "x: &a\n  k: v\ny:\n  <<: *a\n  z: 1", "author: &me Jo\neditor: *me", "&k x: y"],
    *["x: !!str 12", "x: !custom v", "x: ! 12", "x: #fff", "x: #", "x: # why", "x: 12 # note", 'x: "#fff"'],
    *[
        "description: |\n  a: b\n  'c\n  # d",
        "description: >-\n  one\n  two: three",
        "x: |2\n    a\n   b",
        "x: >+\n  a\n\n",
    ],
    *["x: |\n  ---\n  a", "x: |\n  title: b\n\n  date: c", "x: | # why\n  a", "x: !!str |\n  a: b\n  c"],
    *['description: "one\n  two: x"', "description: 'one\n\n  two'", "description: one\n  goes on", 'x: "a\\\n  b"'],
    *[
        "'quoted key': v",
        '"quoted: key": v',
        "? k\n: v",
        "x y: z",
        "x.y: z",
        "1: z",
        "2024-05-01: z",
        "(x): z",
        "a/b: z",
    ],
    *[
        "中文: 值",
        "x: 是：否",
        "x: 1:30",
        "x: a#b",
        "x: -1",
        "x:\ttab",
        "x:    wide   ",
        "x: null\ny: ~\nz:",
        "x: 2024-05-01",
    ],
    *["x:\n  y:\n    z: 1\n    w: 'a: b'", "x:\n  - name: A\n    url: http://b.c\n  - name: B", "x: http://a.b:80/c#d"],
    *[
        "# comment: x\nx: 1",
        "x: 1\n# title: y\n\ny: 2",
        "x: '“a”'",
        "x: “a”",
        "x: a, b",
        "x: (a)",
        "x: a,\ny: b,",
        "x: a\\",
    ],
    *[
        "name: X\nslug: y\nlang: en",
        "x: 'it''s'",
        'x: "\\u00e9 \\"q\\""',
        "x: <b>",
        "x: a && b",
        "tags: a #b",
        "x: a - b",
    ],
]
BREAKAGES = ["title: Part one: the sea", "title: 'It's the sea'", 'title: "He said "go" now"', "title: @home"]


@pytest.mark.parametrize("breakage", BREAKAGES)
@pytest.mark.parametrize("neighbour", NEIGHBOURS)
@pytest.mark.parametrize(
    "order", ["{0}\n{1}\n", "{1}\n{0}\n", "{1}\n{0}\nz9: last\n"], ids=["below", "above", "between"]
)
def test_neighbours_stay(breakage: str, neighbour: str, order: str) -> None:
    healthy = parse_strict(f"---\n{order.format('title: T', neighbour)}---\nText\n")
    assert not healthy.unread
    text = f"---\n{order.format(breakage, neighbour)}---\nText\n"
    read = recover(text, parse_strict(text))
    assert read.repaired
    assert [item for item in read.data.items() if item[0] != "title"] == [
        item for item in healthy.data.items() if item[0] != "title"
    ]
    assert len({finding.span for finding in read.findings if finding.fix}) == 1
    assert read.body == "Text\n"


# Values that YAML reads, but not as they were meant; keys that need another colon, markup, a space.
DOUBTS = [
    *['title: “a"', "title:Part one", "**title:** Part", "title: C #1 topic", "title: !New lamp", "title: &new lamp"],
    *["“title”: b", "title: [a] b", "title: T (Note: the title is a translation)", "title: 'Bye.\n\n---\nWe stay'"],
]
FRAMES = ["---\n{}---\nText\n", "```\n---\n{}---\nText\n```\n", "\n\n---\n---\n{}---\nText\n"]


@pytest.mark.parametrize("frame", FRAMES)
@pytest.mark.parametrize("breakage", [*BREAKAGES, *DOUBTS])
def test_neighbours_stay_or_nothing_is_read(breakage: str, frame: str) -> None:
    for neighbour in NEIGHBOURS:
        for order in ("{0}\n{1}\n", "{1}\n{0}\n"):
            healthy = parse_strict(f"---\n{order.format('title: T', neighbour)}---\nText\n").data
            text = frame.format(order.format(breakage, neighbour))
            read = recover(text, parse_strict(text))
            got = [item for item in read.data.items() if item[0] in healthy and item[0] != "title"]
            assert read.unread or not read.data or got == [item for item in healthy.items() if item[0] != "title"], text
