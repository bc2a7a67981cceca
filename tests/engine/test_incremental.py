"""What is remembered from run to run; and that nothing wrong with the memory ever shows in an outcome."""

import errno
import hashlib
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path

import pytest

from ingest.engine import incremental
from ingest.engine.cache import index, plan, requests, store
from ingest.engine.cache.place import CachePlace, clean
from ingest.engine.cache.state import FileState
from ingest.engine.cache.store import StoreWriter, become_keeper
from ingest.engine.discovery import DiscoveryOptions, discover
from ingest.engine.found import FileList, FoundFile
from ingest.engine.incremental import Memory, run_incremental
from ingest.engine.pipeline import Job, RunOptions

Outcome = tuple[str, bytes | None, bytes]
SHA256_BYTES = 32


def read(files: Sequence[FoundFile]) -> list[Outcome]:
    """Return the path, the digest of the bytes and the bytes of each file."""
    contents = [(file.path, Path(file.absolute).read_bytes()) for file in files]
    if any(content == b"raise" for _, content in contents):
        raise ValueError("told to")
    return [(path, hashlib.sha256(content).digest(), content) for path, content in contents]


def lost(file: FoundFile, reason: str) -> Outcome:
    return file.path, None, reason.encode()


class PlainCodec:
    """Path, digest and bytes, one after the other."""

    def encode(self, outcome: Outcome) -> bytes:
        path, digest, content = outcome
        return path.encode() + b"\0" + (digest or b"") + content

    def decode(self, stored: bytes, _path: str, _digest: bytes) -> Outcome:
        path, _, rest = stored.partition(b"\0")
        return path.decode(), rest[:SHA256_BYTES], rest[SHA256_BYTES:]

    def digest(self, outcome: Outcome) -> bytes | None:
        return outcome[1]


class Project:
    """A folder with articles and a cache beside them; counts what is worked on."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.articles = folder, folder / "articles"
        self.articles.mkdir()
        self.worked: list[str] = []
        self.warnings: list[str] = []
        self.fingerprint = "1"
        self.options = RunOptions(workers=1)
        self.after_reading: Callable[[], None] | None = None

    def write(self, **content: str) -> None:
        for name, text in content.items():
            (self.articles / f"{name}.md").write_text(text)

    def files(self, *below: str) -> FileList:
        sources = [str(self.articles / name) for name in below] or [str(self.articles)]
        return discover(sources, DiscoveryOptions()).files

    def start(self, files: FileList) -> "Iterator[Outcome]":
        place = CachePlace(str(self.folder), self.fingerprint, str(self.articles))
        job: Job[FoundFile, Outcome] = Job(self._work, lost)
        return run_incremental(files, job, Memory(place, PlainCodec(), self.warnings.append), self.options)

    def run(self, *below: str) -> list[str]:
        """Return what a run worked on; all its outcomes are compared with those of a run without memory."""
        files = self.files(*below)
        self.worked.clear()
        outcomes = list(self.start(files))
        worked = sorted(self.worked)
        assert outcomes == [expected(file) for file in files]
        return worked

    def _work(self, files: Sequence[FoundFile]) -> list[Outcome]:
        try:
            outcomes = read(files)
        except ValueError:
            if len(files) == 1:
                self.worked.append(files[0].path)
            raise
        self.worked += [file.path for file in files]
        if self.after_reading is not None:
            self.after_reading()
        return outcomes

    @property
    def stored(self) -> list[Path]:
        return sorted(path for path in (self.folder / ".ingest_cache").glob("*/*") if path.name != "lock")


def expected(file: FoundFile) -> Outcome:
    try:
        return read([file])[0]
    except Exception as error:  # noqa: BLE001 - as the pipeline does
        return lost(file, f"{type(error).__name__}: {error}")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """Return a project whose files count as old enough to be known by their state."""
    monkeypatch.setattr(store, "CLOCK_TICK_NANOSECONDS", -(10**10))
    return Project(tmp_path)


@pytest.fixture
def no_comparing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make sure that no file is read to compare it."""

    def refuse(path: str) -> bytes:
        raise AssertionError(path)

    monkeypatch.setattr(requests, "digest_of", refuse)


@pytest.mark.usefixtures("no_comparing")
def test_what_has_not_changed_is_neither_worked_on_nor_read(project: Project) -> None:
    project.write(a="one", b="two")
    (project.articles / os.fsdecode(b"\xff.md")).write_text("three")
    assert project.run() == [r"\xff.md", "a.md", "b.md"]
    assert project.run() == []
    assert project.warnings == []


def test_only_what_has_changed_is_worked_on(project: Project) -> None:
    project.write(a="one", b="two", c="three")
    project.run()
    project.write(b="two and a half", d="four")
    (project.articles / "c.md").unlink()
    assert project.run() == ["b.md", "d.md"]
    assert project.run() == []


def test_an_edit_that_keeps_size_and_modification_time_is_noticed(project: Project) -> None:
    project.write(a="one")
    before = (project.articles / "a.md").stat()
    project.run()
    project.write(a="two")
    os.utime(project.articles / "a.md", ns=(before.st_atime_ns, before.st_mtime_ns))
    assert project.run() == ["a.md"]


def test_a_file_that_was_only_touched_is_compared_once(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    project.write(a="one")
    project.run()
    os.utime(project.articles / "a.md", ns=(0, 0))
    assert project.run() == []
    monkeypatch.setattr(requests, "digest_of", lambda _path: b"not asked for")
    assert project.run() == []


@pytest.mark.parametrize("age", [0, 1_000_000_000])
def test_a_file_that_changed_just_now_is_judged_by_its_bytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, age: int
) -> None:
    """Git's racy case: changed twice within one tick of the clock, with a run between, it looks the same."""
    project = Project(tmp_path)
    project.write(a="one")
    changed = (project.articles / "a.md").stat().st_ctime_ns - age
    state = FileState(3, changed, changed, 1)
    monkeypatch.setattr(plan, "state_of", lambda _path: state)
    monkeypatch.setattr(requests, "state_of", lambda _path: state)
    assert project.run() == ["a.md"]
    assert project.run() == []
    project.write(a="two")
    assert project.run() == ["a.md"]
    assert project.run() == []


@pytest.mark.parametrize("content", ["two", "another length"])
def test_a_file_that_changes_while_it_is_worked_on_is_not_remembered(project: Project, content: str) -> None:
    project.write(a="one", b="two")
    project.after_reading = lambda: project.write(a=content)
    list(project.start(project.files("a.md")))
    project.after_reading = None
    assert project.run("a.md") == ["a.md"]


def test_configuration_and_root_have_their_own_memory(project: Project) -> None:
    project.write(a="one")
    project.run()
    project.fingerprint = "2"
    assert project.run() == ["a.md"]
    project.fingerprint = "1"
    assert project.run() == []


def test_a_run_over_a_part_keeps_what_is_known_of_the_rest(project: Project) -> None:
    project.write(a="one", b="two", c="three")
    project.run()
    project.write(b="changed")
    assert project.run("b.md") == ["b.md"]
    assert project.run() == []


def test_what_is_gone_is_forgotten(project: Project) -> None:
    project.write(a="one", b="two")
    project.run()
    (project.articles / "a.md").unlink()
    project.write(b="changed")
    project.run()
    project.write(a="one")
    assert project.run() == ["a.md"]


def test_a_few_changes_among_many_files_do_not_rewrite_the_index(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(incremental, "FILES_PER_CHANGE", 2)
    project.write(a="one", b="two", c="three")
    project.run()
    before = [path.read_bytes() for path in project.stored]
    project.write(a="changed")
    assert project.run() == ["a.md"]
    assert [path.read_bytes() for path in project.stored] == before
    project.write(b="changed")
    assert project.run() == ["a.md", "b.md"]
    assert project.run() == []


@pytest.mark.parametrize("workers", [2, 4])
def test_workers_and_memory_together(project: Project, workers: int) -> None:
    project.write(**{f"article{number}": "x" * number for number in range(200)})
    project.options = RunOptions(workers)
    project.run()
    project.options = RunOptions(workers=1)
    assert project.run() == []
    project.write(article7="changed", article150="changed")
    project.options = RunOptions(workers)
    project.run()
    project.options = RunOptions(workers=1)
    assert project.run() == []


def test_links_lost_files_and_unlisted_folders_are_not_remembered(project: Project) -> None:
    project.write(a="one", b="raise")
    (project.articles / "link.md").symlink_to("a.md")
    assert project.run() == ["a.md", "b.md", "link.md"]
    assert project.run() == ["b.md", "link.md"]


def test_progress_adds_up(project: Project) -> None:
    class Counting:
        files = 0

        def advance(self, files: int) -> None:
            self.files += files

    counting = Counting()
    project.options = RunOptions(1, counting)
    project.write(a="one", b="two")
    project.run()
    project.run()
    assert counting.files == 4


def test_a_run_that_is_broken_off_leaves_the_memory_as_it_was(project: Project) -> None:
    project.write(a="one", b="two")
    project.run()
    before = {path: path.read_bytes() for path in project.stored}
    project.write(a="changed", c="three")
    with closing(project.start(project.files())) as outcomes:  # type: ignore[type-var] - it is a generator
        next(outcomes)
    assert {path: path.read_bytes() for path in project.stored} == before


def test_runs_at_the_same_time(project: Project) -> None:
    project.write(a="one", b="two", c="three")
    first = project.start(project.files())
    given = [next(first)]
    project.worked.clear()
    assert project.run() == ["a.md", "b.md", "c.md"], "the second reads and does not write"
    given += first
    assert given == [expected(file) for file in project.files()]
    assert project.run() == [], "the first has written"
    assert project.warnings == []


def test_a_reader_whose_store_is_replaced_under_it(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(incremental, "MOST_DATA_FILES", 1)  # every writer writes everything anew
    project.write(a="one", b="two", c="three")
    project.run()
    (before,) = [path for path in project.stored if path.name.startswith("data-")]
    keeper = become_keeper(str(before.parent))
    assert keeper is not None
    reader = project.start(project.files())
    given = [next(reader)]
    os.close(keeper.lock)
    project.write(d="four")
    assert project.run() == ["d.md"]
    assert not before.exists()
    given += reader
    assert [content for _, _, content in given] == [b"one", b"two", b"three"]
    assert project.warnings == []


def test_data_files_do_not_pile_up(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(incremental, "WASTED_BYTES", 0)
    project.write(**{f"article{number}": f"{number}" * 100 for number in range(10)})
    for turn in range(40):
        project.write(article3=f"{turn}" * 500, article4=f"{turn}" * 50)
        assert project.run() == (["article3.md", "article4.md"] if turn else [f"article{n}.md" for n in range(10)])
    content = sum(path.stat().st_size for path in project.articles.iterdir())
    data = [path for path in project.stored if path.name.startswith("data-")]
    assert len(data) <= incremental.MOST_DATA_FILES
    assert sum(path.stat().st_size for path in data) < 4 * content
    assert project.run() == []


def test_stores_of_old_configurations_do_not_pile_up(project: Project) -> None:
    project.write(a="one")
    for number in range(30):
        project.fingerprint = str(number)
        project.run()
    assert len({path.parent for path in project.stored}) <= 8
    assert project.run() == []


DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda _content: b"",
    "cut off": lambda content: content[:-1],
    "half": lambda content: content[: len(content) // 2],
    "zeros": lambda content: bytes(len(content)),
    "longer": lambda content: content + content,
    "something else": lambda _content: os.urandom(5000),
    "text": lambda content: content.replace(b"\0", b" "),
}


@pytest.mark.parametrize("name", ["index", "data-1"])
@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES.keys())
def test_a_damaged_store_is_never_believed(project: Project, name: str, damage: Callable[[bytes], bytes]) -> None:
    project.write(a="one", b="two", c="three")
    project.run()
    (path,) = [path for path in project.stored if path.name == name]
    path.write_bytes(damage(path.read_bytes()))
    project.run()
    assert project.run() == [] or project.warnings


@pytest.mark.parametrize("name", ["index", "data-1"])
def test_every_single_changed_byte_is_noticed(project: Project, name: str) -> None:
    project.write(a="one", b="two")
    project.run()
    (path,) = [path for path in project.stored if path.name == name]
    intact = {path: path.read_bytes() for path in project.stored}
    for place in range(len(intact[path])):
        changed = bytearray(intact[path])
        changed[place] ^= 0x41
        path.write_bytes(changed)
        project.warnings.clear()
        assert project.run(), f"byte {place} was changed and nothing worked on"
        assert len(project.warnings) == 1
        for stored in project.stored:
            stored.unlink()
        for stored, content in intact.items():
            stored.write_bytes(content)


@pytest.mark.parametrize("name", ["index", "data-1"])
@pytest.mark.parametrize("make", [Path.mkdir, os.mkfifo, lambda path: path.symlink_to(path.name)])
def test_something_else_where_a_file_should_be(project: Project, name: str, make: Callable[[Path], None]) -> None:
    project.write(a="one")
    project.run()
    (path,) = [path for path in project.stored if path.name == name]
    path.unlink()
    make(path)
    assert project.run() == ["a.md"]
    assert project.run() == [] or project.warnings


@pytest.mark.parametrize("name", [".ingest_cache", ".ingest_cache/{store}", ".ingest_cache/{store}/index.next"])
def test_a_link_in_a_strangers_cache_leads_nowhere(project: Project, tmp_path: Path, name: str) -> None:
    project.write(a="one")
    place = CachePlace(str(project.folder), "1", str(project.articles))
    precious = tmp_path / "precious"
    (precious / "folder").mkdir(parents=True)
    (precious / "file").write_text("precious")
    link = project.folder / name.format(store=Path(place.folder).name)
    link.parent.mkdir(parents=True, exist_ok=True)
    link.symlink_to(precious / ("file" if link.name == "index.next" else "folder"))
    assert project.run() == ["a.md"]
    assert (precious / "file").read_text() == "precious"
    assert list((precious / "folder").iterdir()) == []


def test_an_index_that_cannot_be_read_a_second_time(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    project.write(a="one", b="two")
    project.run()
    passes: list[int] = []

    def fail_later(descriptor: int) -> Iterator[tuple[str, index.Entry]]:
        passes.append(descriptor)
        if len(passes) > 1:
            raise index.DamagedIndexError
        yield from index.read_entries(descriptor)

    monkeypatch.setattr(store, "read_entries", fail_later)
    assert project.run() == ["a.md", "b.md"]


def test_a_missing_data_file_costs_its_outcomes(project: Project) -> None:
    project.write(a="one", b="two")
    project.run()
    for path in project.stored:
        if path.name == "data-1":
            path.unlink()
    assert project.run() == ["a.md", "b.md"]
    assert project.run() == []


def test_an_outcome_that_the_codec_cannot_read_is_made_again(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    project.write(a="one")
    project.run()
    monkeypatch.setattr(PlainCodec, "decode", lambda *_arguments: {}["missing"])
    assert project.run() == ["a.md"]
    assert len(project.warnings) == 1


@pytest.mark.parametrize("blocked", [".ingest_cache", ".ingest_cache/{store}", ".ingest_cache/{store}/lock"])
def test_a_place_that_cannot_be_made_costs_a_warning(project: Project, blocked: str) -> None:
    project.write(a="one")
    key = Path(CachePlace(str(project.folder), "1", str(project.articles)).folder).name
    path = project.folder / blocked.format(store=key)
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.name == "lock":
        path.mkdir()
    else:
        path.write_text("a file where a folder should be")
    assert project.run() == project.run() == ["a.md"]
    assert len(project.warnings) == 2
    assert "the cache is not used" in project.warnings[0]


def test_a_project_where_nothing_can_be_written(project: Project) -> None:
    project.write(a="one")
    place = CachePlace("/proc", "1", str(project.articles))
    job: Job[FoundFile, Outcome] = Job(read, lost)
    memory = Memory(place, PlainCodec(), project.warnings.append)
    files = project.files()
    assert list(run_incremental(files, job, memory, RunOptions(1))) == [expected(file) for file in files]
    assert len(project.warnings) == 1


@pytest.mark.parametrize("method", ["write", "keep", "commit"])
@pytest.mark.parametrize("calls", [0, 1])
def test_a_full_disk_costs_a_warning(
    project: Project, monkeypatch: pytest.MonkeyPatch, method: str, calls: int
) -> None:
    project.write(a="one", b="two", c="three")
    project.run()
    before = {path: path.read_bytes() for path in project.stored}
    project.write(a="changed", c="changed too")
    whole = getattr(StoreWriter, method)
    left = [calls if method != "commit" else 0]

    def refuse(self: StoreWriter, *arguments: object) -> object:
        if not left[0]:
            raise OSError(errno.ENOSPC, "No space left on device")
        left[0] -= 1
        return whole(self, *arguments)

    with monkeypatch.context() as full:
        full.setattr(StoreWriter, method, refuse)
        assert project.run() == ["a.md", "c.md"]
    assert project.warnings == ["the cache cannot be written: No space left on device"]
    assert {path: path.read_bytes() for path in project.stored} == before
    assert project.run() == ["a.md", "c.md"]
    assert project.run() == []


def test_the_cache_says_what_it_is_and_can_be_removed(project: Project) -> None:
    project.write(a="one")
    project.run()
    folder = project.folder / ".ingest_cache"
    assert (folder / "CACHEDIR.TAG").read_text().startswith("Signature: 8a477f597d28d172789f06886806bc55")
    assert (folder / ".gitignore").read_text() == "*\n"
    assert clean(str(project.folder)) > 0
    assert not folder.exists()
    assert clean(str(project.folder)) == 0
    assert project.run() == ["a.md"]


def test_cleaning_does_not_follow_a_link(tmp_path: Path) -> None:
    (tmp_path / "precious").mkdir()
    (tmp_path / "precious/file").touch()
    (tmp_path / ".ingest_cache").symlink_to("precious")
    with pytest.raises(OSError, match="is a link"):
        clean(str(tmp_path))
    assert (tmp_path / "precious/file").exists()


def test_five_thousand_files_fill_several_blocks(project: Project) -> None:
    for number in range(5000):
        (project.articles / f"{number}.md").write_text(str(number))
    assert len(project.run()) == 5000
    assert project.run() == []
    project.write(**{"4999": "changed", "10": "changed"})
    assert project.run() == ["10.md", "4999.md"]
