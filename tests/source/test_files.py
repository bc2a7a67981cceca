"""Paths that are files, and all the things that only look like one."""

import os
import socket
import sys
from pathlib import Path

import pytest

from ingest.source import Limits, Unreadable, read_bytes

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="pipes, links and permissions are those of POSIX")


def said(result: bytes | Unreadable) -> tuple[str, str]:
    assert isinstance(result, Unreadable)
    [finding] = result.findings
    return finding.code, finding.message


@pytest.mark.parametrize("size", [0, 1, 9, 10])
def test_a_file_gives_its_bytes(tmp_path: Path, size: int) -> None:
    path = tmp_path / "文章 -o.md"
    path.write_bytes(b"x" * size)
    assert read_bytes(path, Limits(file_bytes=10), tmp_path) == b"x" * size
    assert read_bytes(str(path)) == b"x" * size


def test_a_name_that_is_not_utf8(tmp_path: Path) -> None:
    name = os.fsdecode(os.fsencode(tmp_path) + b"/\xff.md")
    try:
        Path(name).write_bytes(b"x")
    except OSError:
        pytest.skip("this file system takes UTF-8 only")
    assert read_bytes(name) == b"x"


def test_too_large(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"x" * 11)
    assert said(read_bytes(path, Limits(file_bytes=10)))[0] == "IO003"


def test_a_file_that_grows_while_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"x" * 5)
    fstat = os.fstat

    def fstat_then_grow(descriptor: int) -> os.stat_result:
        status = fstat(descriptor)
        with path.open("ab") as file:
            file.write(b"y" * 5)
        return status

    monkeypatch.setattr(os, "fstat", fstat_then_grow)
    assert read_bytes(path) == b"x" * 5 + b"y" * 5
    assert said(read_bytes(path, Limits(file_bytes=12)))[0] == "IO003"


def test_a_file_without_a_size() -> None:
    path = Path("/proc/self/status")
    if not path.exists():
        pytest.skip("no /proc here")
    data = read_bytes(path)
    assert isinstance(data, bytes)
    assert b"Pid:" in data
    assert said(read_bytes(path, Limits(file_bytes=10)))[0] == "IO003"


def test_a_pipe_that_nobody_writes_to(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.md")
    assert said(read_bytes(tmp_path / "a.md")) == (
        "IO002",
        "The file cannot be read: it is a named pipe, not a regular file.",
    )


def test_a_folder_a_device_and_a_socket(tmp_path: Path) -> None:
    assert "a folder" in said(read_bytes(tmp_path))[1]
    assert "a device" in said(read_bytes("/dev/null"))[1]
    place = str(tmp_path / "s")
    with socket.socket(socket.AF_UNIX) as server:
        try:
            server.bind(place)
        except OSError:
            pytest.skip("the path is too long for a socket here")
        assert "socket" in said(read_bytes(place))[1]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("missing.md", "does not exist"),
        ("file/under.md", "not a folder"),
        ("n" * 5_000, "too long"),
        ("nul\0.md", "no file name"),
        ("half\ud800.md", "no file name"),
    ],
)
def test_a_path_that_leads_nowhere(tmp_path: Path, name: str, words: str) -> None:
    (tmp_path / "file").write_bytes(b"")
    code, message = said(read_bytes(f"{tmp_path}/{name}"))
    assert code == "IO002"
    assert words in message


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may read everything")
def test_permission_denied(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"x")
    path.chmod(0)
    assert "permission" in said(read_bytes(path))[1]


@pytest.mark.parametrize(
    ("error", "words"), [(PermissionError(13, "x"), "permission"), (OSError(5, "I/O error"), "i/o error")]
)
def test_an_error_of_the_system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, words: str) -> None:
    (tmp_path / "a.md").write_bytes(b"x")

    def fail(*_: object) -> bytes:
        raise error

    monkeypatch.setattr(os, "read", fail)
    code, message = said(read_bytes(tmp_path / "a.md"))
    assert code == "IO002"
    assert words in message


def test_no_descriptor_stays_open(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"x")
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "link.md").symlink_to("a.md")

    def lowest_free() -> int:
        descriptor = os.open(tmp_path / "a.md", os.O_RDONLY)
        os.close(descriptor)
        return descriptor

    before = lowest_free()
    for name in ("a.md", "pipe", "link.md", ".", "none"):
        read_bytes(tmp_path / name)
    assert lowest_free() == before


def test_a_link_inside_the_folder_is_followed(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"x")
    (tmp_path / "b.md").symlink_to("a.md")
    (tmp_path / "c.md").symlink_to(tmp_path / "b.md")
    assert read_bytes(tmp_path / "c.md", root=tmp_path) == b"x"


def test_a_link_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    root = tmp_path / "site"
    root.mkdir()
    (tmp_path / "secret.md").write_bytes(b"x")
    (root / "a.md").symlink_to("../secret.md")
    code, message = said(read_bytes(root / "a.md", root=root))
    assert code == "IO002"
    assert "out of the folder" in message
    assert read_bytes(root / "a.md") == b"x"


def test_a_root_that_is_a_link_itself(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "a.md").write_bytes(b"x")
    (tmp_path / "site" / "b.md").symlink_to("a.md")
    (tmp_path / "other").symlink_to("site")
    assert read_bytes(tmp_path / "other" / "b.md", root=tmp_path / "other") == b"x"


@pytest.mark.parametrize(
    ("target", "words"),
    [("a.md", "circle"), ("missing.md", "link to nothing"), ("pipe", "named pipe"), (".", "a folder")],
)
def test_a_link_to_no_file(tmp_path: Path, target: str, words: str) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "a.md").symlink_to(target)
    code, message = said(read_bytes(tmp_path / "a.md", root=tmp_path))
    assert code == "IO002"
    assert words in message
