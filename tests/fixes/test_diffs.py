"""The patch that `--diff` prints is one that `patch -p0` applies to the same bytes."""

import shutil
import subprocess
from pathlib import Path

import pytest

from ingest.fixes import unified_diff

TEXTS = {
    "one line": ("a\nb\nc\n", "a\nx\nc\n"),
    "no line end before": ("a\nb", "a\nb\n"),
    "no line end after": ("a\nb\n", "a\nb"),
    "no line end at all": ("a\nb", "a\nc"),
    "crlf": ("a\r\nb\r\n", "a\r\nx\r\n"),
    "chinese": ("标题：茶\n---\n", "---\n标题: 茶\n---\n"),
    "line separators": ("a\u2028b\x85c\nd\n", "a\u2028b\x85c\ne\n"),
    "from nothing": ("", "a\n"),
}


def test_equal_texts_have_no_diff() -> None:
    assert unified_diff("a\n", "a\n", "a.md") == ""


@pytest.mark.skipif(shutil.which("patch") is None, reason="the program `patch` is not installed")
@pytest.mark.parametrize(("before", "after"), TEXTS.values(), ids=TEXTS.keys())
def test_patch_applies_it(before: str, after: str, tmp_path: Path) -> None:
    article = tmp_path / "a.md"
    article.write_bytes(before.encode())
    diff = unified_diff(before, after, "a.md")
    subprocess.run(["patch", "-p0", "--binary"], input=diff.encode(), cwd=tmp_path, check=True, capture_output=True)
    assert article.read_bytes() == after.encode()


def test_a_missing_line_end_is_marked() -> None:
    assert unified_diff("a", "b", "a.md").count("\\ No newline at end of file\n") == 2
