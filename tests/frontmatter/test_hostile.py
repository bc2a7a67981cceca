"""Texts that kill other parsers: read or refused with a finding, and soon."""

import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ingest.frontmatter import Format, parse_block, parse_strict

ALIAS_BOMB = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{new}: &{new} [{','.join([f'*{old}'] * 9)}]\n" for old, new in zip("abcdefgh", "bcdefghi", strict=True)
)
MERGE_BOMB = "a: &a {k: v}\n" + "".join(
    f"{new}: &{new} {{<<: [{','.join([f'*{old}'] * 9)}]}}\n" for old, new in zip("abcdefgh", "bcdefghi", strict=True)
)
YAML = {
    "brackets": "a: " + "[" * 50_000,
    "braces": "a: " + "{a: " * 20_000,
    "dashes": "a:\n  " + "- " * 50_000,
    "question-marks": "? " * 50_000,
    "alias-bomb": ALIAS_BOMB,
    "merge-bomb": MERGE_BOMB,
    "long-alias": "a: &a " + "x" * 9_000 + "\nb: [" + ",".join(["*a"] * 900) + "]",
    "digits": "a: " + "9" * 100_000,
    "digits-and-a-dot": "a: 1." + "9" * 100_000,
    "colons": "a: " + "1:" * 50_000,
    "underscores": "a: " + "1_" * 50_000,
    "quotes": "a: " + "'" * 100_001,
    "anchors": "a: " + "&a " * 30_000,
    "tags": "a: " + "!a" * 50_000,
    "many-keys": "".join(f"k{number}: v\n" for number in range(50_000)),
    "same-key": "a: 1\n" * 4_900,
    "old-breaks": "a: " + "\u2028" * 100_000,
    "comments": "#\n" * 100_000,
    "long-key": "a" * 200_000 + ": b",
}
TOML = {
    "dotted-key": "a" + ".a" * 20_000 + " = 1",
    "dotted-table": "[a" + ".a" * 20_000 + "]",
    "quoted-dotted-key": "'a'" + ".'a'" * 20_000 + " = 1",
    "brackets": "a = " + "[" * 50_000,
    "braces": "a = " + "{a=" * 20_000,
    "digits": "a = " + "9" * 100_000,
    "unclosed": 'a = """' + '\\"' * 50_000,
    "quotes": "a = " + "'" * 100_001,
    "same-key": "a = 1\n" * 3_000,
    "many-keys": "".join(f"k{number} = 1\n" for number in range(30_000)),
}
JSON = {
    "brackets": '{"a": ' + "[" * 50_000,
    "closed-brackets": '{"a": ' + "[" * 50_000 + "]" * 50_000 + "}",
    "objects": '{"a":' * 20_000 + "1" + "}" * 20_000,
    "digits": '{"a": ' + "9" * 100_000 + "}",
    "escapes": '{"a": "' + "\\" * 100_001 + '"}',
    "quotes": '"' * 100_001,
    "same-key": '{"a": 1' + ', "a": 1' * 3_000 + "}",
}
TOPS = {
    "blanks": " " * 200_000,
    "line-ends": "\r\n" * 100_000 + "--",
    "carriage-returns": "\r" * 200_000,
    "blanks-behind-a-delimiter": "---" + " " * 200_000 + "x",
    "delimiters": "---x\n" * 50_000,
    "pairs": "title: x\n" * 100_000,
    "continued": "title: x\n" + "    x\n" * 100_000,
    "wide-key": "title" + " " * 200_000 + ": x",
    "wide-value": "title: x\ndate:" + " \t" * 100_000 + "\n",
    "lctt": "[#]:" + " a" * 100_000,
    "lctt-lines": "[#]: a: b\n" * 20_000,
    "open-json": '{"a":' + '"' * 100_001,
    "json-escapes": '{"' + "\\" * 200_001,
}
HOSTILE = [
    *(pytest.param(f"---\n{text}\n---\n", id=f"yaml-{name}") for name, text in YAML.items()),
    *(pytest.param(f"+++\n{text}\n+++\n", id=f"toml-{name}") for name, text in TOML.items()),
    *(pytest.param(text, id=f"json-{name}") for name, text in JSON.items()),
    *(pytest.param(f";;;\n{text}\n;;;\n", id=f"semicolons-{name}") for name, text in JSON.items()),
    *(pytest.param(text, id=f"top-{name}") for name, text in TOPS.items()),
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_costs_little(text: str) -> None:
    start = time.process_time()
    front_matter = parse_strict(text)
    # All of them take milliseconds; what they do to others, seconds to for ever.
    assert time.process_time() - start < 2
    assert front_matter.data or front_matter.findings or front_matter.format is not Format.NONE


@pytest.mark.parametrize("text", [ALIAS_BOMB, MERGE_BOMB])
def test_bombs_are_over_the_limit(text: str) -> None:
    assert [finding.code for finding in parse_block(text, Format.YAML).findings] == ["FM015"]


SOUP = st.lists(
    st.sampled_from(
        [
            *"\n\n\n\r:::   \t'\"[]{},-#&*!|>%@`?<=.+;~\\0123\u2028\u0085\ufeff\0\x1b\ud800a标😀",
            "---", "+++", "...", ";;;", "\r\n", ": ", "- ", "title", "date: ", "<<: ", "&a ", "*a", "'''", '"""', "[[",
            "]]", " = ", "[#]: ", "no", "1.10", "2024-05-01", "\\u", "\\ud800", "null", "true", "? ", "!!int ", "{a: ",
            "!<", "%YAML 1.1\n", "|\n  ", "NaN",
        ]
    ),
    max_size=40,
).map("".join)  # fmt: skip
WRAPPED = st.tuples(st.sampled_from(["---", "+++", ";;;", "---json"]), SOUP).map(
    lambda pair: f"{pair[0]}\n{pair[1]}\n{pair[0][:3]}\nbody"
)


@given(st.one_of(st.text(), SOUP, WRAPPED, WRAPPED))
@example("---\n--- \n--- a\n---")
@example("{\0")
def test_any_text_is_read_or_reported(text: str) -> None:
    front_matter = parse_strict(text)
    assert front_matter.text[: front_matter.body_start] + front_matter.body == text
    assert front_matter.block.start <= front_matter.block.end <= front_matter.body_start <= len(text)
    if front_matter.unread:
        assert front_matter.findings
        assert not front_matter.data
        assert not front_matter.entries
    for finding in front_matter.findings:
        assert finding.span is not None
        assert 0 <= finding.span.start <= finding.span.end <= len(text)
    assert [entry.key for entry in front_matter.entries] == list(front_matter.data)
    spans = [*front_matter.nested_spans.values()]
    for entry in front_matter.entries:
        assert entry.value == front_matter.data[entry.key]
        spans += [entry.key_span, entry.value_span]
    for span in spans:
        assert front_matter.block.start <= span.start <= span.end <= front_matter.block.end
    assert_json_safe(front_matter.data)


def assert_json_safe(value: object) -> None:
    import orjson

    orjson.dumps(value)
    if isinstance(value, float):
        assert value - value == 0
    for item in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        assert_json_safe(item)
