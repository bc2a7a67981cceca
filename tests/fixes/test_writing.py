"""A mended file keeps its mode, is replaced as a whole, and is left alone when that would do harm."""

import os
import stat
from pathlib import Path

import pytest

from ingest.fixes import write_fixed


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "文章 one.md"
    path.write_bytes(b"old")
    return path


def test_the_bytes_are_replaced_and_the_mode_stays(article: Path) -> None:
    article.chmod(0o640)
    assert write_fixed(str(article), b"old", b"new") is None
    assert article.read_bytes() == b"new"
    assert stat.S_IMODE(article.stat().st_mode) == 0o640
    assert [entry.name for entry in article.parent.iterdir()] == [article.name]


def test_a_file_that_changed_meanwhile_is_left_alone(article: Path) -> None:
    refused = write_fixed(str(article), b"older", b"new")
    assert refused is not None
    assert "changed" in refused.reason
    assert article.read_bytes() == b"old"


def test_a_link_is_refused_and_stays_a_link(article: Path) -> None:
    link = article.with_name("link.md")
    link.symlink_to(article)
    refused = write_fixed(str(link), b"old", b"new")
    assert refused is not None
    assert "link" in refused.reason
    assert link.is_symlink()
    assert article.read_bytes() == b"old"


def test_a_hard_link_is_refused(article: Path) -> None:
    os.link(article, article.with_name("second.md"))
    assert write_fixed(str(article), b"old", b"new") is not None
    assert article.read_bytes() == b"old"


def test_a_read_only_file_is_refused(article: Path) -> None:
    article.chmod(0o444)
    refused = write_fixed(str(article), b"old", b"new")
    assert refused is not None
    assert "read-only" in refused.reason
    assert article.read_bytes() == b"old"


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    assert write_fixed(str(tmp_path), b"", b"new") is not None
    missing = write_fixed(str(tmp_path / "missing.md"), b"", b"new")
    assert missing is not None
    assert not (tmp_path / "missing.md").exists()


def test_a_failure_leaves_no_temporary_file(article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("ingest.fixes.writing.os.fsync", fail)
    refused = write_fixed(str(article), b"old", b"new")
    assert refused is not None
    assert "space" in refused.reason
    assert [entry.name for entry in article.parent.iterdir()] == [article.name]
    assert article.read_bytes() == b"old"
