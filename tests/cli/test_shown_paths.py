"""Paths are shown as `os.path.relpath` gives them."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.cli.shown_paths import ShownPaths

NAMES = st.sampled_from(["a", "b", "a b", "c.md", "\udcff", "夜"])
FOLDERS = st.lists(NAMES, max_size=4).map("/".join)


@given(st.lists(st.tuples(FOLDERS, NAMES), max_size=6), st.integers(0, 4))
def test_as_the_library_says(files: list[tuple[str, str]], depth: int) -> None:
    here = os.getcwd()  # noqa: PTH109 - what these paths are relative to
    above = "/".join(here.split("/")[:depth])
    shown = ShownPaths()
    for folder, name in files:
        for start in (here, above, ""):
            path = f"{start}/{folder}/{name}" if folder else f"{start}/{name}"
            assert shown.of(path) == os.path.relpath(path)


@pytest.mark.parametrize("path", ["/a/b/", "/", "/a.md"])
def test_a_folder_and_the_top(path: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for folder in (tmp_path, Path("/")):
        monkeypatch.chdir(folder)
        assert ShownPaths().of(path) == os.path.relpath(path)
