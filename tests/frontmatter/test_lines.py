"""Blocks of simple lines are read as the YAML parser reads them, and whatever is not simple is left to it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.frontmatter import Format, parse_strict
from ingest.frontmatter.reading import Block
from ingest.frontmatter.split import find_block
from ingest.frontmatter.strict import read_block
from ingest.frontmatter.yaml import read_yaml
from ingest.frontmatter.yaml_lines import read_lines
from ingest.source import DEFAULT_LIMITS, Limits

# Words and signs that are harmless in one place and mean something in the next.
SIGNS = st.sampled_from([*"ab'\"[],:#- ", ": ", " #", "''", "é", "题", "no", "012", "2024-05-01", "10:30"])
ODD = st.sampled_from([*"{}&*!|>%@`?~\\.\t\r\n\x00\x7f\u0085\u00a0\u2028\u3000\u200b\ufeff\ud800😀", "\n  "])
WRITTEN = st.lists(st.one_of(SIGNS, SIGNS, SIGNS, ODD), max_size=5).map("".join)
SIGNED = st.lists(SIGNS, max_size=5).map("".join)
SCALARS = st.one_of(SIGNED, SIGNED.map("'{}'".format), SIGNED.map('"{}"'.format), WRITTEN)
LISTS = st.one_of(
    st.lists(SCALARS, max_size=3).map(lambda items: f"[{','.join(items)}]"),
    st.lists(st.tuples(st.sampled_from(["\n- ", "\n- ", "\n  - "]), SCALARS).map("".join), max_size=3).map("".join),
)
KEYS = st.sampled_from(["title", "date", "draft", "标题", "a.b", "x-y", "9", "a b", "-k", "<<", "k" * 64, "k" * 65])
PAIRS = st.tuples(st.one_of(KEYS, st.just("tags")), st.sampled_from([": ", ": ", ":", ":  "]), SCALARS | LISTS)
BLOCKS = st.lists(PAIRS.map("".join), max_size=3).flatmap(
    lambda lines: st.sampled_from(["\n", "\n\n"]).map(lambda end: end.join([*lines, ""]))
)
SIMPLE = [
    "title: Ferries\ndate: 2024-05-01\n",
    "\n\n标题: '教育公司，正在发狠做硬件'\n\nauthor:   Jane Doe  \n",
    'title: "It\'s 5: 30 #1"\ndraft: no\nversion: 012\nlong: 12345678901234567890\n',
    "title: 'it''s'\nslug: ''\nempty:\nblank: \n",
    "tags: [a, 'b c', \"d\", no]\n",
    "tags: []\ncategories: [ ]\n",
    "tags:\n- a\n- 'b: c'\n\n- no\ncategories:\n  - x\n",
    "url: https://ferry.example/a#b\ntime: 10:30\n",
    "title: without a line end",
]
NOT_SIMPLE = [
    "", "\n", "# comment\n", "title: a # comment\n", "title: a: b\n", "title: a:\n", "title: 'a\n", "title: 'a''\n",
    'title: "a\\n"\n', "title: a\ntitle: b\n", "title: a\n  b\n", "title: |\n  a\n", "title: &a b\n", "title : a\n",
    "a b: c\n", "title: a\tb\n", "title: a\r\n", "title: a\u2028b\n", "title: a\u00a0b\n", "\ufefftitle: a\n", "- a\n",
    "title: a\n- b\n", "tags:\n- a\n  - b\n", "tags:\n- a: b\n", "tags:\n-\n", "tags: [a, [b]]\n", "tags: [a,]\n",
    "tags: [a: b]\n", "tags: [a\n", "tags: ['a, b']\n", "tags: {a: b}\n", "tags: [a]\n- b\n", "title: 'a' 'b'\n",
    "<<: a\n",
]  # fmt: skip


@settings(max_examples=500)
@given(BLOCKS, st.integers(0, 50))
def test_simple_lines_are_read_as_by_the_parser(text: str, base: int) -> None:
    block = Block(text, base, 2)
    read = read_lines(block)
    assert read is None or read == read_yaml(block)


@pytest.mark.parametrize("text", SIMPLE)
def test_what_is_simple(text: str) -> None:
    block = Block(text, 4, 2)
    assert read_lines(block) == read_yaml(block)


@pytest.mark.parametrize("text", NOT_SIMPLE)
def test_what_is_left_to_the_parser(text: str) -> None:
    assert read_lines(Block(text)) is None


@pytest.mark.parametrize("limits", [Limits(depth=0), Limits(depth=1), Limits(nodes=6), Limits(nodes=7)])
def test_limits_hold_for_simple_lines(limits: Limits) -> None:
    block = Block("title: a\ntags: [b, c]\n", 4, 2, limits)
    assert read_block(block, Format.YAML) == read_yaml(block)


@given(st.lists(st.sampled_from(["---", "...", "\n", "\r", "\r\n", " ", "a", "-", ".", "\u2028"]), max_size=12))
def test_a_block_between_dashes_is_found_as_any_other(pieces: list[str]) -> None:
    text = "---\n" + "".join(pieces)
    # A blank behind the dashes says nothing, and moves everything behind it by one.
    other = find_block(f"--- \n{text[4:]}", DEFAULT_LIMITS)
    found = find_block(text, DEFAULT_LIMITS)
    assert found is not None
    assert other is not None
    assert found.closed == other.closed
    assert (found.inside.start + 1, found.inside.end + 1) == other.inside
    assert found.body_start + 1 == other.body_start


@pytest.mark.parametrize("line", ["title: a\n", "'", "- ", "a:\n", "a: [" + "b, " * 9 + "]\n", "a: " + "''" * 9, "\n"])
def test_much_of_one_thing_takes_no_time(line: str) -> None:
    text = f"---\n{line * (100_000 // len(line))}\n---\nBody\n"
    assert parse_strict(text).body_start <= len(text)
