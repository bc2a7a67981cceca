"""An export of an unchanged folder writes nothing where its output stands, and gives the same in every case."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from ingest.cli import export
from ingest.cli.main import run
from ingest.engine.cache import standing, store
from ingest.engine.judging import Judge

OUTPUTS = ("out.jsonl", "out.rejected.jsonl", "out.manifest.json")
ARTICLE = "---\ntitle: Night {0}\nslug: night-{1}\n---\n\nThe keeper still climbs the stairs of the lighthouse, {0}.\n"
NOT_MUCH = ("--workers", "1", "--fail-on", "never")


@pytest.fixture(autouse=True)
def a_project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand in a project whose files count as old; one of its articles is none, and two have the same slug."""
    monkeypatch.setattr(store, "CLOCK_TICK_NANOSECONDS", -(10**10))
    monkeypatch.chdir(tmp_path)
    Path("content").mkdir()
    for number in range(10):
        Path(f"content/{number}.md").write_text(ARTICLE.format(number, number % 9))
    Path("content/empty.md").touch()


@pytest.fixture
def runs(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return what grows with every run that is made and not only remembered."""
    made: list[str] = []
    write = export._write  # noqa: SLF001 - whether it is called is what these tests are about

    def watched(*arguments: object) -> None:
        made.append("run")
        write(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(export, "_write", watched)
    return made


def exported(capsys: pytest.CaptureFixture[str], *more: str) -> tuple[int, str, dict[str, bytes]]:
    """Return the exit code, the summary without its time, and the files that an export leaves."""
    capsys.readouterr()
    code = run(["export", "content", "--output", "out.jsonl", "--workers", "1", *more])
    summary = [line for line in capsys.readouterr().err.splitlines() if not line.startswith("in ")]
    return code, "\n".join(summary), {name: Path(name).read_bytes() for name in OUTPUTS}


def test_the_second_run_only_looks(runs: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    first = exported(capsys)
    states = [Path(name).stat() for name in OUTPUTS]
    assert exported(capsys) == first == exported(capsys, "--fail-on", "error")
    assert runs == ["run"]
    assert [Path(name).stat() for name in OUTPUTS] == states
    assert first[0] == 1
    assert "SC011" in first[1]
    assert exported(capsys, "--fail-on", "never") == (0, *first[1:])
    assert runs == ["run"]
    assert exported(capsys, "--no-cache") == first
    assert runs == ["run", "run"]


def _damaged(name: str) -> None:
    Path(name).write_bytes(Path(name).read_bytes()[:-1] + b"?")


def _appended(name: str) -> None:
    with Path(name).open("ab") as file:
        file.write(b"?")


def _rewritten_in_secret(name: str) -> None:
    before = Path(name).stat()
    _damaged(name)
    os.utime(name, ns=(before.st_atime_ns, before.st_mtime_ns))


def _linked(name: str) -> None:
    Path(name).rename("moved")
    Path(name).symlink_to("moved")


OUTPUT_CHANGES: tuple[Callable[[str], None], ...] = (os.unlink, _damaged, _appended, _rewritten_in_secret, _linked)


@pytest.mark.parametrize("name", ["out.jsonl", "out.manifest.json"])
@pytest.mark.parametrize("change", OUTPUT_CHANGES)
@pytest.mark.parametrize("racy", [True, False])
def test_an_output_that_is_not_as_it_was_left_is_written_again(
    name: str, change: Callable[[str], None], *, racy: bool, runs: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    first = exported(capsys)
    if racy:
        _forget_the_states()
    change(name)
    assert exported(capsys) == first
    assert len(runs) == 2
    if change is not _linked:
        assert exported(capsys) == first
        assert len(runs) == 2


def _forget_the_states() -> None:
    """Make the note what it is when the files were written just before it."""
    (path,) = Path("content/.ingest_cache").glob("*/standing")
    note = standing.read_note(path.parent)
    assert note is not None
    files = [file._replace(state=file.state._replace(mtime=0, ctime=0, inode=0)) for file in note.files]
    standing.write_note(path.parent, note._replace(files=tuple(files)))


def test_an_output_that_was_only_touched_is_compared_once(
    runs: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    first = exported(capsys)
    os.utime("out.jsonl", ns=(0, 0))
    assert exported(capsys) == first
    monkeypatch.setattr(standing, "digest_of", lambda _path: b"not asked for")
    assert exported(capsys) == first
    assert runs == ["run"]


def _touched() -> None:
    os.utime("content/1.md", ns=(0, 0))


def _edited() -> None:
    Path("content/1.md").write_text(ARTICLE.format("one", "one"))


def _edited_in_secret() -> None:
    before = Path("content/1.md").stat()
    Path("content/1.md").write_text(Path("content/1.md").read_text().replace("stairs", "ladder"))
    os.utime("content/1.md", ns=(before.st_atime_ns, before.st_mtime_ns))


def _added() -> None:
    Path("content/new.md").write_text(ARTICLE.format("new", "new"))


def _removed() -> None:
    Path("content/1.md").unlink()


def _renamed() -> None:
    Path("content/1.md").rename("content/other.md")


def _not_an_article() -> None:
    Path("content/notes.txt").touch()


def _configured() -> None:
    Path("content/ingest.toml").write_text('collection = "sea"\n')


def _replaced_by_a_link() -> None:
    Path("content/1.md").rename("content/one.txt")
    Path("content/1.md").symlink_to("one.txt")


CHANGES = (_touched, _edited, _edited_in_secret, _added, _removed, _renamed, _not_an_article, _configured)


@pytest.mark.parametrize("change", [*CHANGES, _replaced_by_a_link])
def test_whatever_changes_is_noticed(
    change: Callable[[], None], runs: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    exported(capsys)
    change()
    second = exported(capsys)
    assert len(runs) == 2
    assert exported(capsys) == second == exported(capsys, "--no-cache")


def test_a_run_with_a_mishap_is_not_relied_on(runs: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """An article that could not be worked on is tried again."""
    with pytest.MonkeyPatch.context() as broken:
        broken.setattr(Judge, "read_all", lambda *_arguments: {}["missing"])
        assert "IO002" in exported(capsys)[1]
    healthy = exported(capsys)
    assert "IO002" not in healthy[1]
    assert exported(capsys) == healthy == exported(capsys, "--no-cache")
    assert len(runs) == 3


@pytest.mark.parametrize(
    "more", [("--ignore", "SC"), ("--exclude", "1.md"), ("--rejected", "no.jsonl"), ("--languages", "en")]
)
def test_another_request_is_another_run(
    more: tuple[str, ...], runs: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    first = exported(capsys)
    other = exported(capsys, *more)
    assert len(runs) == 2
    assert exported(capsys) == first
    assert exported(capsys, *more) == other == exported(capsys, *more, "--no-cache")


@pytest.mark.parametrize("workers", ["1", "2"])
def test_the_same_bytes_go_anywhere_else(workers: str, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    arguments = ["export", "content", "--fail-on", "never", "--quiet", "--workers", workers]
    assert run([*arguments, "--output", "out.jsonl"]) == 0
    assert run([*arguments, "--output", "else.jsonl"]) == 0
    assert Path("else.jsonl").read_bytes() == Path("out.jsonl").read_bytes()
    assert run(arguments) == 0
    assert capfdbinary.readouterr().out == Path("out.jsonl").read_bytes()
    shutil.rmtree("content/.ingest_cache")
    assert run([*arguments, "--output", "else.jsonl"]) == 0
    assert Path("else.jsonl").read_bytes() == Path("out.jsonl").read_bytes()


def test_every_changed_byte_of_the_note_is_noticed(runs: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    first = exported(capsys)
    (path,) = Path("content/.ingest_cache").glob("*/standing")
    intact = path.read_bytes()
    for place in range(0, len(intact), 7):
        runs.clear()
        path.write_bytes(intact[:place] + bytes([intact[place] ^ 0x41]) + intact[place + 1 :])
        assert exported(capsys) == first
        assert runs == ["run"]


@pytest.mark.parametrize(
    "content", [b"[]", b"null", b'["a",[],{}]', b'["a",[["b",[1]]],{}]', b'["a",[],{"files":{"records":"x"}}]', b"\xff"]
)
def test_a_note_of_somebody_elses_making(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "standing").write_bytes(standing.crc32(content).to_bytes(4, "big") + content)
    note = standing.read_note(tmp_path)
    assert note is None or not note.files


def test_files_that_changed_just_now_are_not_relied_on(
    runs: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "CLOCK_TICK_NANOSECONDS", 10**10)
    first = exported(capsys)
    assert exported(capsys) == first
    assert len(runs) == 2


@pytest.mark.parametrize("name", ["standing", "standing.next"])
def test_something_else_where_the_note_should_be(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    first = exported(capsys)
    (path,) = Path("content/.ingest_cache").glob("*/standing")
    path.unlink()
    path.with_name(name).mkdir()
    assert exported(capsys) == first == exported(capsys)
