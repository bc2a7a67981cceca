"""Files that are read in batches: whatever stands beside a file, it comes to the same as by itself."""

from pathlib import Path

import pytest

from ingest.article import Refusal
from ingest.config import Config
from ingest.engine import work
from ingest.engine.discovery import DiscoveryOptions, discover
from ingest.engine.found import FoundFile
from ingest.engine.job import Lost, attempt_all
from ingest.engine.settings import Settings
from ingest.engine.work import Exported, Reader

FILES = {
    "a.md": b"---\ntitle: Night trains\n---\n\nThe sleeper from the coast runs again, full on most nights.\n",
    "b.md": "---\ntitle: 夜班火车\n---\n\nThe sleeper from the coast runs again, full on most nights.\n".encode(),
    "broken.md": b'---\ntitle: "Trains" and: more\n---\n\nThe sleeper from the coast runs again on most nights.\n',
    "empty.md": b"---\ntitle: Night trains\n---\n\n",
    "no-title.md": b"Only a paragraph.\n",
    "not-text.md": b"\x00\xff\x00\xfe" * 8,
    "unread.md": b"---\ntitle: [\n",
    "other/a.md": b"---\ntitle: Tr\xc3\xa4ume\ntags: trains\nlang: de\n---\n\nText of one line.\n",
    "other/b.md": b"---\ntitle: None\n---\n\n# A heading\n\nText of one line.\n",
}


@pytest.fixture
def files(tmp_path: Path) -> list[FoundFile]:
    """Return found files: articles, refusals of every kind, and what is no file."""
    for name, content in FILES.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(content)
    (tmp_path / "nowhere.md").symlink_to("gone.md")
    return list(discover([str(tmp_path)], DiscoveryOptions()).files)


def reader_for(files: list[FoundFile]) -> Reader:
    """Return a reader with two configurations, one of which silences a rule in some files."""
    root = files[0].root
    first = Config(collection="news", per_file_ignores={"b*.md": ("LG001",)})
    return Reader(Settings(((first, root), (Config(languages=("de", "en")), root)), {f"{root}/other": 1}))


def test_a_batch_comes_to_the_same_as_its_files(files: list[FoundFile]) -> None:
    reader = reader_for(files)
    alone = {file.path: reader.export([file]) for file in files}
    assert {path for path, (exported,) in alone.items() if exported.refused} == {
        *("empty.md", "no-title.md", "not-text.md", "unread.md", "nowhere.md")
    }
    for order in (files, files[::-1], files[3:] + files[:3], files[::2] + files[1::2]):
        assert reader.export(order) == [exported for file in order for exported in alone[file.path]]
        assert reader.check(order) == [checked for file in order for checked in reader.check([file])]


@pytest.mark.parametrize("batch_bytes", [1, 100, work.BATCH_BYTES])
def test_more_files_than_a_batch_holds(
    files: list[FoundFile], batch_bytes: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(work, "BATCH_BYTES", batch_bytes)
    many = files * 10
    read = [(result.path, isinstance(result, Refusal)) for result in reader_for(files).read(many)]
    alone = [(exported.path, exported.refused) for file in files for exported in reader_for(files).export([file])]
    assert read == alone * 10
    assert len(many) > work.BATCH_ITEMS


def test_a_file_that_a_rule_fails_on_costs_no_other(files: list[FoundFile], monkeypatch: pytest.MonkeyPatch) -> None:
    reader = reader_for(files)
    expected: list[Exported | Lost] = [*reader.export(files)]
    place = next(index for index, file in enumerate(files) if file.path == "broken.md")
    expected[place] = Lost("RuntimeError: broken.md")
    summary_of = work.summary_of

    def failing(article: work.Article) -> work.ArticleSummary | None:
        if article.path == "broken.md":
            raise RuntimeError(article.path)
        return summary_of(article)

    monkeypatch.setattr(work, "summary_of", failing)
    assert attempt_all(reader.export, files) == expected
