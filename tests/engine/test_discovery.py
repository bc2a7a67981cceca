"""Which files an SRC names, what they are called, in what order; and what is passed over."""

import os
import socket
from collections.abc import Mapping
from pathlib import Path

import pytest

from ingest.engine.discovery import Discovery, DiscoveryOptions, discover
from ingest.engine.names import Skip
from ingest.errors import IngestError


def make(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("")


def found(*sources: "str | Path", **options: object) -> list[str]:
    return paths(discover([str(source) for source in sources], DiscoveryOptions(**options)))  # type: ignore[arg-type]


def paths(discovery: Discovery) -> list[str]:
    listed = [file.path for file in discovery.files]
    assert listed == sorted(listed)
    assert len(set(listed)) == len(listed) == len(discovery.files)
    assert all(Path(file.absolute).is_absolute() and file.root for file in discovery.files)
    return listed


def skipped(source: Path, **options: object) -> Mapping[Skip, int]:
    return discover([str(source)], DiscoveryOptions(**options)).skipped  # type: ignore[arg-type]


def test_a_folder_gives_its_articles_in_the_order_of_whole_paths(tmp_path: Path) -> None:
    make(tmp_path, "a/b.md", "a.md", "a b/c.mdx", "B.MD", "z.markdown", "中文/一.md", "_posts/x.md", "a/Z.md")
    in_order = ["B.MD", "_posts/x.md", "a b/c.mdx", "a.md", "a/Z.md", "a/b.md", "z.markdown", "中文/一.md"]
    assert found(tmp_path) == in_order


def test_a_file_is_called_by_its_name(tmp_path: Path) -> None:
    make(tmp_path, "posts/a.md")
    (file,) = discover([str(tmp_path / "posts/a.md")], DiscoveryOptions()).files
    assert (file.path, file.absolute, file.root) == ("a.md", f"{tmp_path}/posts/a.md", f"{tmp_path}/posts")


def test_several_sources_are_called_from_their_common_folder(tmp_path: Path) -> None:
    make(tmp_path, "x/posts/a.md", "x/pages/b.md", "x/c.md")
    assert found(tmp_path / "x/posts", tmp_path / "x/pages/b.md") == ["pages/b.md", "posts/a.md"]


def test_sources_that_overlap_give_each_file_once(tmp_path: Path) -> None:
    make(tmp_path, "a/b/c.md", "a/d.md", "e.md")
    sources = [tmp_path / "a/b", tmp_path, tmp_path / "a/d.md", tmp_path / "a", tmp_path]
    assert found(*sources) == ["a/b/c.md", "a/d.md", "e.md"]


def test_relative_sources(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make(tmp_path, "posts/a.md", "posts/inner/-o.md")
    monkeypatch.chdir(tmp_path / "posts/inner")
    assert found(".") == ["-o.md"]
    assert found("-o.md") == ["-o.md"]
    assert found("..") == ["a.md", "inner/-o.md"]
    assert found("../a.md", "-o.md") == ["a.md", "inner/-o.md"]


def test_dots_after_a_link_mean_what_the_system_means(tmp_path: Path) -> None:
    make(tmp_path, "real/inner/a.md", "real/b.md", "wrong.md")
    (tmp_path / "link").symlink_to("real/inner")
    assert found(f"{tmp_path}/link/..") == ["b.md", "inner/a.md"]
    assert found(f"{tmp_path}/link/../b.md") == ["b.md"]


def test_what_is_no_article_is_counted(tmp_path: Path) -> None:
    make(tmp_path, "a.md", "logo.png", "notes.txt", ".hidden.md", ".vitepress/b.md", "node_modules/x/c.md")
    make(tmp_path, "README.md", "readme.zh-CN.md", "CONTRIBUTING_cn.md", "LICENSE.md", "Changelog.md", "README_中文.md")
    discovery = discover([str(tmp_path)], DiscoveryOptions())
    assert paths(discovery) == ["a.md"]
    assert discovery.skipped == {Skip.NOT_AN_ARTICLE: 2, Skip.HIDDEN: 2, Skip.DEPENDENCY: 1, Skip.BOILERPLATE: 6}


def test_articles_that_begin_like_boilerplate_are_articles(tmp_path: Path) -> None:
    names = ["changelog-of-a-life.md", "contributing-to-python.md", "license-plates.md", "readme-driven-development.md"]
    make(tmp_path, *names)
    assert found(tmp_path) == names


def test_a_vendor_folder_is_a_section_until_a_package_manager_marks_it(tmp_path: Path) -> None:
    make(tmp_path, "docs/vendor/a.md", "ruby/vendor/bundle/b.md", "go/vendor/modules.txt", "go/vendor/x/c.md")
    make(tmp_path, "env/pyvenv.cfg", "env/lib/d.md", "public/e.md", "dist/f.md")
    assert found(tmp_path) == ["dist/f.md", "docs/vendor/a.md", "public/e.md"]


def test_whoever_is_named_is_taken(tmp_path: Path) -> None:
    make(tmp_path, "README.md", ".hidden/a.md", "node_modules/b.md", "notes.txt", "vendor/bundle/c.md")
    assert found(tmp_path / "README.md") == ["README.md"]
    assert found(tmp_path / "notes.txt") == ["notes.txt"]
    assert found(tmp_path / ".hidden") == ["a.md"]
    assert found(tmp_path / "node_modules") == ["b.md"]
    assert found(tmp_path / "vendor") == ["bundle/c.md"]


def test_force_exclude_passes_over_the_named_too(tmp_path: Path) -> None:
    make(tmp_path, "README.md", "old/a.md", "old/b/c.md", "new.md", "node_modules/d.md")
    options = {"base": str(tmp_path), "exclude": ["old/"], "force_exclude": True}
    named = [str(tmp_path / name) for name in ("README.md", "old/a.md", "old/b", "new.md", "node_modules/d.md")]
    assert found(*named, **options) == ["new.md"]
    assert found(*named[:2], **options) == []
    discovery = discover(named, DiscoveryOptions(**options))  # type: ignore[arg-type]
    assert discovery.skipped == {Skip.BOILERPLATE: 1, Skip.EXCLUDED: 2, Skip.DEPENDENCY: 1}
    assert "old/a.md" in found(*named, base=str(tmp_path), exclude=["old/"])


@pytest.mark.parametrize(
    ("exclude", "left"),
    [
        (["drafts/"], ["posts/a.md", "posts/b.mdx"]),
        (["*.mdx"], ["drafts/c.md", "posts/a.md"]),
        (["/posts"], ["drafts/c.md"]),
        (["posts/*", "!posts/b.mdx"], ["drafts/c.md", "posts/b.mdx"]),
        (["**/c.md"], ["posts/a.md", "posts/b.mdx"]),
    ],
)
def test_exclude(tmp_path: Path, exclude: list[str], left: list[str]) -> None:
    make(tmp_path, "posts/a.md", "posts/b.mdx", "drafts/c.md")
    assert found(tmp_path, exclude=exclude, base=str(tmp_path)) == left


@pytest.mark.parametrize(
    ("include", "taken"),
    [
        (["*.txt"], ["content/b.txt"]),
        (["content/**/*.md"], ["content/a.md", "content/x/y.md"]),
        (["*.md", "content/b.*"], ["content/a.md", "content/b.txt", "content/x/y.md", "other.md"]),
    ],
)
def test_include(tmp_path: Path, include: list[str], taken: list[str]) -> None:
    make(tmp_path, "content/a.md", "content/b.txt", "content/x/y.md", "other.md")
    assert found(tmp_path, include=include, base=str(tmp_path)) == taken


@pytest.mark.parametrize("option", ["include", "exclude"])
def test_a_pattern_that_is_none_is_wrong_usage(tmp_path: Path, option: str) -> None:
    with pytest.raises(IngestError, match=f"{option}: '!' is not a pattern") as caught:
        found(tmp_path, **{option: ["!"]})
    assert caught.value.exit_code == 2


@pytest.mark.parametrize(
    ("pattern", "taken"),
    [
        ("posts/*.md", ["a.md", "c.md"]),
        ("posts/*", ["a.md", "c.md", "inner/d.md"]),
        ("posts/**/*.md", ["a.md", "c.md", "inner/d.md"]),
        ("posts/in*/*.md", ["inner/d.md"]),
        ("posts/[ab].md", ["a.md"]),
        ("posts/?.txt", ["b.txt"]),
        ("posts/READ*", ["README.md"]),
    ],
)
def test_globs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pattern: str, taken: list[str]) -> None:
    make(tmp_path, "posts/a.md", "posts/b.txt", "posts/c.md", "posts/inner/d.md", "posts/README.md", "e.md")
    monkeypatch.chdir(tmp_path)
    assert found(pattern) == taken
    assert found(str(tmp_path / pattern)) == taken


def test_a_file_whose_name_looks_like_a_glob(tmp_path: Path) -> None:
    make(tmp_path, "[draft]*.md", "d.md")
    assert found(tmp_path / "[draft]*.md") == ["[draft]*.md"]


@pytest.mark.parametrize("source", ["missing", "missing.md", "missing/*.md", "*.rst", "nul\0byte", ""])
def test_a_source_that_names_nothing_is_wrong_usage(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, source: str
) -> None:
    make(tmp_path, "a.md")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(IngestError) as caught:
        found("a.md", source)
    assert repr(source) in str(caught.value)
    assert caught.value.exit_code == 2


def test_no_source_is_wrong_usage() -> None:
    with pytest.raises(IngestError):
        found()


def test_a_folder_without_articles_gives_none(tmp_path: Path) -> None:
    make(tmp_path, "a.txt")
    assert found(tmp_path) == []


def test_names_that_are_not_utf8_are_escaped_and_can_be_opened(tmp_path: Path) -> None:
    for name in (b"\xff.md", b"\xc4\xe3\xba\xc3.md", b"\\xff.md", b"a\nb.md", "é.md".encode()):
        (tmp_path / os.fsdecode(name)).write_bytes(name)
    files = list(discover([str(tmp_path)], DiscoveryOptions()).files)
    assert {file.path: Path(file.absolute).read_bytes() for file in files} == {
        r"\xff.md": b"\xff.md",
        r"\x5cxff.md": rb"\xff.md",
        r"\xc4\xe3\xba\xc3.md": b"\xc4\xe3\xba\xc3.md",
        "a\nb.md": b"a\nb.md",
        "é.md": "é.md".encode(),
    }
    assert [file.path for file in files] == sorted(file.path for file in files)


def test_linked_folders_are_not_followed_and_loops_end(tmp_path: Path) -> None:
    make(tmp_path, "posts/a.md")
    (tmp_path / "posts/again").symlink_to("..")
    (tmp_path / "posts/self.md").symlink_to("self.md")
    (tmp_path / "posts/gone.md").symlink_to("nowhere.md")
    (tmp_path / "posts/link.md").symlink_to("a.md")
    discovery = discover([str(tmp_path)], DiscoveryOptions())
    assert paths(discovery) == ["posts/a.md", "posts/gone.md", "posts/link.md", "posts/self.md"]
    assert discovery.skipped == {Skip.LINKED_FOLDER: 1}


def test_a_linked_folder_that_is_named_is_walked(tmp_path: Path) -> None:
    make(tmp_path, "real/a.md")
    (tmp_path / "link").symlink_to("real")
    assert found(tmp_path / "link") == ["a.md"]


def test_what_is_no_regular_file_is_found_and_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.md")
    with socket.socket(socket.AF_UNIX) as unix:
        unix.bind(str(tmp_path / "socket.md"))
    make(tmp_path, "folder.md/a.md")
    assert found(tmp_path) == ["folder.md/a.md", "pipe.md", "socket.md"]


def test_a_folder_that_cannot_be_listed_is_found_with_the_reason(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make(tmp_path, "locked/a.md", "locked.md", "open/b.md")
    scandir = os.scandir

    def refuse(path: str) -> object:  # root may list everything: the refusal is put on
        if path.endswith("/locked/"):
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    files = list(discover([str(tmp_path)], DiscoveryOptions()).files)
    assert [(file.path, file.problem) for file in files] == [
        ("locked.md", ""),
        ("locked/", "Permission denied"),
        ("open/b.md", ""),
    ]
    (named,) = discover([str(tmp_path / "locked")], DiscoveryOptions()).files
    assert (named.path, named.problem) == ("./", "Permission denied")


def test_folders_nested_deeper_than_calls_can_be(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for _ in range(1500):
        Path("d").mkdir()
        os.chdir("d")
    Path("deep.md").write_text("")
    assert found(tmp_path) == ["d/" * 1500 + "deep.md"]
    Path("deep.md").unlink()
    for _ in range(1500):  # pytest itself cannot remove what is nested so deep
        os.chdir("..")
        Path("d").rmdir()


def test_five_thousand_files_are_listed_in_blocks_and_in_order(tmp_path: Path) -> None:
    names = [f"{number % 7}/{number}.md" for number in range(5000)]
    for folder in range(7):
        (tmp_path / str(folder)).mkdir()
    for name in names:
        (tmp_path / name).touch()
    files = discover([str(tmp_path)], DiscoveryOptions()).files
    assert [file.path for file in files] == sorted(names)
    assert [file.path for file in files] == sorted(names), "a second time"
