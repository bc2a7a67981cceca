"""Files that appear complete or not at all."""

import errno
import os
import stat
import threading
from pathlib import Path

import pytest

from ingest.errors import OutputError
from ingest.sinks.atomic import atomic_writer, atomic_writers


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_the_content_stands_when_the_block_ends(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    with atomic_writer(str(path)) as output:
        output.write(b"one\n")
        assert not path.exists()
        output.write(b"two\n")
    assert path.read_bytes() == b"one\ntwo\n"
    assert names(tmp_path) == ["out.jsonl"]


def test_a_relative_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with atomic_writer("-o.jsonl") as output:
        output.write(b"x")
    assert names(tmp_path) == ["-o.jsonl"]


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt, SystemExit, MemoryError])
def test_nothing_changes_when_the_block_raises(tmp_path: Path, error: type[BaseException]) -> None:
    path = tmp_path / "out.jsonl"
    path.write_text("old")

    def interrupted() -> None:
        with atomic_writer(str(path)) as output:
            output.write(b"new")
            raise error

    with pytest.raises(error):
        interrupted()
    assert path.read_text() == "old"
    assert names(tmp_path) == ["out.jsonl"]


def test_mode_and_owner_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    path.write_text("old")
    path.chmod(0o640)
    if os.geteuid() == 0:
        os.chown(path, 12, 34)
    before = path.stat()
    with atomic_writer(str(path)) as output:
        output.write(b"new")
    after = path.stat()
    assert (after.st_mode, after.st_uid, after.st_gid) == (before.st_mode, before.st_uid, before.st_gid)
    assert after.st_ino != before.st_ino


def test_a_new_file_gets_the_usual_mode(tmp_path: Path) -> None:
    (tmp_path / "usual").touch()
    with atomic_writer(str(tmp_path / "out.jsonl")) as output:
        output.write(b"new")
    assert (tmp_path / "out.jsonl").stat().st_mode == (tmp_path / "usual").stat().st_mode


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link.jsonl").symlink_to("real/out.jsonl")
    for content in (b"one", b"two"):
        with atomic_writer(str(tmp_path / "link.jsonl")) as output:
            output.write(content)
        assert (tmp_path / "link.jsonl").is_symlink()
        assert (tmp_path / "real/out.jsonl").read_bytes() == content
    assert names(tmp_path / "real") == ["out.jsonl"]


def test_a_fifo_is_written_directly(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    read: list[bytes] = []
    reader = threading.Thread(target=lambda: read.append(path.read_bytes()))
    reader.start()
    with atomic_writer(str(path)) as output:
        output.write(b"through")
    reader.join()
    assert read == [b"through"]
    assert stat.S_ISFIFO(path.stat().st_mode)


def test_a_device_is_written_directly() -> None:
    with atomic_writer(os.devnull) as output:
        output.write(b"gone")
    assert stat.S_ISCHR(Path(os.devnull).stat().st_mode)


def test_the_name_of_an_open_file_is_written_directly(tmp_path: Path) -> None:
    with (tmp_path / "open").open("wb") as stream, atomic_writer(f"/dev/fd/{stream.fileno()}") as output:
        output.write(b"new")
        inode = os.fstat(stream.fileno()).st_ino
    assert (tmp_path / "open").stat().st_ino == inode
    assert (tmp_path / "open").read_bytes() == b"new"


def write_to(path: str, content: bytes = b"x") -> None:
    with atomic_writer(path) as output:
        output.write(content)


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("missing/out.jsonl", "No such file or directory"),
        ("file/out.jsonl", "Not a directory"),
        ("folder", "it is a folder"),
        ("loop", "symbolic links"),
        ("protected", "it is write-protected"),
        ("x" * 300, "File name too long"),
        ("nul\0byte", "null"),
    ],
)
def test_what_cannot_be_written_is_said_in_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, reason: str
) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "folder").mkdir()
    (tmp_path / "loop").symlink_to("loop")
    (tmp_path / "protected").touch()
    monkeypatch.setattr(os, "access", lambda path, _mode: Path(path).name != "protected")  # root may write anything
    before = names(tmp_path)
    with pytest.raises(OutputError) as caught:
        write_to(f"{tmp_path}/{name}")
    assert str(caught.value).startswith(f"cannot write {tmp_path}/{name}: ")
    assert reason in str(caught.value)
    assert caught.value.exit_code == 3
    assert names(tmp_path) == before


@pytest.mark.parametrize("size", [1, 5_000_000])
def test_a_full_device(size: int) -> None:
    with pytest.raises(OutputError, match="cannot write /dev/full: No space left on device"):
        write_to("/dev/full", bytes(size))


@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_a_full_disk_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str) -> None:
    path = tmp_path / "out.jsonl"
    path.write_text("old")

    def refuse(*_arguments: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, call, refuse)
    with pytest.raises(OutputError, match="No space left on device"):
        write_to(str(path))
    assert path.read_text() == "old"
    assert names(tmp_path) == ["out.jsonl"]


def write_all(*paths: Path) -> None:
    with atomic_writers([str(path) for path in paths]) as outputs:
        for output in outputs:
            output.write(b"new")


@pytest.mark.parametrize("old", [["a"], ["b"], ["a", "b", "c"], []])
@pytest.mark.parametrize("error", [OSError(errno.EIO, "Input/output error"), KeyboardInterrupt()])
@pytest.mark.parametrize("failing", ["a", "b", "c"])
def test_several_files_change_together_or_not_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, old: list[str], error: BaseException, failing: str
) -> None:
    paths = [tmp_path / name for name in ("a", "b", "c")]
    for name in old:
        (tmp_path / name).write_text("old")
    replace = os.replace

    def fail(source: str, target: str) -> None:
        if target.endswith(f"/{failing}") and source.endswith(".tmp"):
            raise error
        replace(source, target)

    with monkeypatch.context() as broken:
        broken.setattr(os, "replace", fail)
        with pytest.raises((OutputError, KeyboardInterrupt)):
            write_all(*paths)
    assert names(tmp_path) == sorted(old)
    assert all((tmp_path / name).read_text() == "old" for name in old)
    write_all(*paths)
    assert [path.read_text() for path in paths] == ["new"] * 3
    assert names(tmp_path) == ["a", "b", "c"]


def test_two_outputs_in_one_file_are_refused(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("out.jsonl")
    with pytest.raises(OutputError, match="two outputs"):
        write_all(tmp_path / "out.jsonl", tmp_path / "link")
    assert names(tmp_path) == ["link"]
