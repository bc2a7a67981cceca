"""A fence is closed by a line of the same marks, at least as many."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.body.fences import is_closed

CLOSING = re.compile(rb"[ \t>]*(`{3,}|~{3,})[ \t]*")


def _by_an_expression(block: bytes) -> bool:
    block = block.rstrip()
    newline = block.rfind(b"\n")
    closing = CLOSING.fullmatch(block, newline + 1) if newline > 0 else None
    if closing is None:
        return False
    length = len(block) - len(block.lstrip(block[:1]))
    return closing[1].startswith(block[:1] * length)


@pytest.mark.parametrize(
    ("block", "closed"),
    [
        (b"```\ncode\n```", True),
        (b"```py\ncode\n > ````` \n", True),
        (b"~~~\n~~~", True),
        (b"````\ncode\n```", False),
        (b"```\ncode\n~~~", False),
        (b"```\ncode\n``` x", False),
        (b"```", False),
        (b"", False),
    ],
)
def test_fences(block: bytes, closed: bool) -> None:  # noqa: FBT001
    assert is_closed(block) is closed


@settings(max_examples=1000)
@given(st.lists(st.sampled_from([b"`", b"``", b"```", b"~~~", b"~", b"\n", b" ", b">", b"\t", b"a", b"\r", b"\x0c"])))
def test_a_fence_is_closed_as_an_expression_says(pieces: list[bytes]) -> None:
    block = b"".join(pieces)
    assert is_closed(block) == _by_an_expression(block)
