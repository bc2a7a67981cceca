"""Searches that go from sign to sign find what a pattern finds that tries every character."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.body import code_regions, containers, mdx
from ingest.body.joints import GAP

PIECES = st.sampled_from(
    [
        *"a `~\n\t>-:{}<1.*",
        GAP,
        "``",
        "```",
        "~~~",
        "\n\n",
        "\n```\n",
        "\n~~~ js\n",
        "\n> ```\n",
        "import a from 'b'",
        "import {",
        "\nimport 'a'\n",
        "\nexport const a = 1\n",
        "export * from 'a'",
        "port",
        "<A",
        "<A>",
        "\n<A.b c={",
        "  <Tabs>\n",
        "</A>",
        "{/*",
        ":::",
        "\n:::tip A\n",
        "- :::",
        "\n  1. ::: note\n",
    ]
)
TEXTS = st.lists(PIECES, max_size=25).map("".join)


@settings(max_examples=1000, deadline=None)
@given(TEXTS)
def test_signs_of_mdx(text: str) -> None:
    modules = re.compile(mdx.MODULE.replace("(?m)", "(?m)^"))
    assert list(mdx.module_lines(text)) == [match.span() for match in modules.finditer(text)]
    components = re.compile(mdx.COMPONENT.replace("(?m)", r"(?m)^[ \t]*") + r"|\{/\*")
    found = set(mdx.component_starts(text))
    # A pattern that finds a component goes on behind it.
    assert bool(found) == (components.search(text) is not None)
    assert found >= {match.start() for match in components.finditer(text)}


@settings(max_examples=1000, deadline=None)
@given(TEXTS)
def test_marks_of_containers(text: str) -> None:
    marks = re.compile(containers.LINE.replace("(?m)", "(?m)^"))
    assert [match.span() for match in containers.mark_lines(text)] == [match.span() for match in marks.finditer(text)]


@settings(max_examples=1000, deadline=None)
@given(TEXTS)
def test_lines_of_gaps(text: str) -> None:
    assert code_regions.emptied(text) == re.sub(rf"(?m)^[ \t]*{GAP}[ \t{GAP}]*$", "", text)


@settings(max_examples=1000, deadline=None)
@given(st.lists(PIECES, max_size=25).map("".join).filter(lambda text: "``" not in text))
def test_spans_of_one_backtick(text: str) -> None:
    spans: list[tuple[int, int]] = []
    runs = [match.start() for match in re.finditer("`", text)]
    while len(runs) > 1:
        first, second = runs[:2]
        if "\n\n" in text[first:second]:
            runs = runs[1:]
        else:
            spans.append((first, second + 1))
            runs = runs[2:]
    assert code_regions.spans_of_one(text, 0) == spans


@settings(max_examples=1000, deadline=None)
@given(TEXTS)
def test_nothing_is_code_above_the_first_mark(text: str) -> None:
    regions, found = code_regions.CodeRegions(text), code_regions.code_regions(text)
    for offset in range(len(text) + 1):
        end = next((end for start, end in found if start <= offset < end), 0)
        assert regions.end_at(offset) == end
        assert regions.covers(offset) == bool(end)
