"""What holds for any text: recovery never raises, and what it repairs is what a strict parser then reads."""

import time

import pytest
from breakages import GROUPS, SAMPLES, healthy
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.frontmatter import parse_strict
from ingest.frontmatter.recovery import recover

LINES = st.sampled_from(
    [
        *[
            "---",
            "--",
            "——",
            "+++",
            "...",
            "```",
            "````md",
            "~~~",
            "title: a",
            "title: 'a",
            "b'",
            "标题：甲",
            "**作者：** 乙",
        ],
        *[
            "date: 2024-01-01",
            "  date: x",
            "\ttags:",
            "- a",
            "# h",
            "# a",
            "Sure! Here is the article:",
            "以下是译文：",
        ],
        *["", " ", "\u200b---", "text", "(Note: the title is x)", "title: 'a.![i](u)", "{", '"title": "x",', "}"],
        *["title = 'x'", "Note: x", "title: “a”", "date: ”b“", "title: x #1", "title: [a, b", "        ---"],
        *["        title: x", "\u2028", "***", "===", "'''markdown", '"""', "--- title: x", "--- # y", "---\t# y"],
        *["> ---", "> title: x", "> date: 2024-01-01", "> ", "<!--", "-->", "- title: x", "* **date**: 2024-01-01"],
        *["'title': 'x',", "title = x", 'date = "y"', "date: 2024-01-01,", "author: x<br>", "author: x ---"],
        *["title: A date: 2024-01-01", "title: &quot;x&quot;", "text```", "title: 'x", "more'", "{'title': \"x\","],
    ]
)
TEXTS = st.one_of(
    st.text(max_size=300),
    st.builds(lambda lines, end: end.join(lines), st.lists(LINES, max_size=24), st.sampled_from(["\n", "\r\n", "\r"])),
)
# White space of Python's that is none of YAML's, control characters, and what begins a construct of YAML.
ODD = st.text(
    alphabet=st.sampled_from(
        "\x0b\x0c\x1c\x1d\x1e\x1f\x7f\x85\u2028\u2029\u00a0\u3000\u200b \t\x00\x1b&*!#%@`|>[]{}\"'“”：:-?,ab"
    ),
    max_size=8,
)


@given(TEXTS)
@settings(max_examples=300, deadline=None)
def test_recovery_never_raises_and_proves_itself(text: str) -> None:
    read = recover(text, parse_strict(text))
    assert read.body == read.text[read.body_start :]
    for entry in read.entries:
        assert 0 <= entry.key_span.start <= entry.key_span.end <= len(text)
        assert 0 <= entry.value_span.start <= entry.value_span.end <= len(text)
    if not read.repaired:
        assert read.text == text
        return
    fixes = [finding.fix for finding in read.findings if finding.fix and finding.code != "FM013"]
    fixed = text
    for edit in sorted((edit for fix in fixes for edit in fix.edits), reverse=True):
        fixed = fixed[: edit.span.start] + edit.replacement + fixed[edit.span.end :]
    strict = parse_strict(fixed)
    assert (fixed, strict.data, strict.body) == (read.text, read.data, read.body)
    again = recover(fixed, strict)
    assert (again.data, again.body) == (read.data, read.body)


@given(
    st.lists(ODD, min_size=1, max_size=4), st.sampled_from(["{}", "title: {}", "{}: x", "- {}", "  {}", "title: '{}"])
)
@settings(max_examples=300, deadline=None)
def test_odd_characters_never_raise(values: list[str], form: str) -> None:
    block = "\n".join(form.format(value) for value in values)
    for text in (f"---\n{block}\n---\nText", f"{block}\ntitle: x\n\nText", f"```\n---\n{block}\n---\n```\nText"):
        read = recover(text, parse_strict(text))
        assert read.body == read.text[read.body_start :]


@pytest.mark.parametrize("value", ["\x0c", "\x1c", "\u2028" * 1000, "&", "!", "& ", "*", "\x0c\x0c#"])
@pytest.mark.parametrize("key", ["title", "description", "date", "x"])
def test_value_of_white_space_alone_never_raises(key: str, value: str) -> None:
    text = f"---\n{key}: {value}\n---\nText"
    assert recover(text, parse_strict(text)).body == "Text"


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_any_combination_of_breakages(data: st.DataObject) -> None:
    parts = healthy(SAMPLES[data.draw(st.sampled_from(sorted(SAMPLES)))])
    for name, operators in GROUPS.items():
        names = sorted(set(operators) - {"none"})
        parts = operators[data.draw(st.sampled_from(names), label=name)](parts)
    read = recover(parts.text, parse_strict(parts.text))
    assert parts.article.title in {" ".join(str(value).split()) for value in read.data.values()}
    assert read.body.strip() == parts.article.body.strip()


HOSTILE = {
    "keys": "title: x\n" * 12_000,
    "delimiters": "---\n" * 25_000,
    "dashes": "-" * 100_000,
    "fences": "```\n" * 25_000,
    "fence, then fences": "```\n---\ntitle: x\n---\nb\n" + "```\n" * 25_000,
    "open quotes": "title: 'x\n" * 10_000,
    "keys and delimiters": "title: x\n---\n" * 8_000,
    "indented": "    title: x\n    date: 2024-01-01\n    ---\n" + "    x\n" * 15_000,
    "spaces": "title" + " " * 100_000,
    "one line": "---\ntitle: " + "'" * 100_000 + "\n---\nbody\n",
    "quotes": '---\ntitle: "' + 'a" ' * 30_000 + '"\n---\nbody\n',
    "images": "---\ntitle: '" + "![](" * 25_000 + "\n\n---\nx'\n---\nbody\n",
    "emphasis": "*" * 100_000 + "title: x",
    "notes": "---\ntitle: x\n" + "(Note: " * 15_000 + "\ndate: x\n---\n",
    "blank lines": "\n" * 100_000 + "---\ntitle: 'it's'\n---\n",
    "quotation": "> ---\n> title: x\n> date: y\n" + "> > x\n" * 15_000,
    "comment that is never closed": "<!--\n---\ntitle: x\ndate: y\n---\n" + "--\n" * 30_000,
    "object": "{\n'title': 'x',\n" + "[" * 100_000,
    "object of quotes": "{title: " + "'\\" * 50_000,
    "bullets": "- title: x\n" * 10_000,
    "dashes behind a value": "--- title: x" + " " * 50_000 + "-" * 50_000,
    "heading and blanks": "# x" + " " * 50_000 + "\n" * 50_000 + "x",
    "blanks before a value": "---" + " " * 100_000 + "\n",
    "blanks behind a value": "---\ntitle: x" + " \t" * 40_000 + "--\n",
    "blanks before a mark": "---\ntitle: x" + " " * 60_000 + "<br\ndate: y\n---\n",
    "blanks before a key": "---\ntitle: x" + " " * 60_000 + "date\nauthor: y: z\n---\n",
    "keys on one line": "---\ntitle: x" + " date: y" * 12_000 + "\n---\n",
    "fence in the text": "```\n---\ntitle: x\n---\n" + "a```\n" * 20_000,
    "references": "---\ntitle: &quot;" + "&quot;" * 15_000 + "x\n---\n",
    "assistant": "Here is " + "translat" * 12_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_costs_little(text: str) -> None:
    strict = parse_strict(text)
    before = time.process_time()
    recover(text, strict)
    assert time.process_time() - before < 2
