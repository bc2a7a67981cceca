"""`ingest cache clean` removes the cache that runs over a folder use, and nothing else."""

from pathlib import Path

import pytest

from ingest.cli.main import run

ARTICLE = "---\ntitle: A night in the lighthouse\n---\n\nThe keeper still climbs the stairs each evening.\n"


@pytest.fixture(autouse=True)
def a_project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("content").mkdir()
    Path("content/a.md").write_text(ARTICLE)


@pytest.mark.parametrize("has_config", [True, False])
def test_the_cache_of_a_run_is_removed(has_config: bool, capsys: pytest.CaptureFixture[str]) -> None:  # noqa: FBT001 - a case
    if has_config:
        Path("ingest.toml").touch()
    cache = Path(".ingest_cache" if has_config else "content/.ingest_cache")
    assert run(["check", "content", "--quiet"]) == 0
    cache.mkdir(exist_ok=True)
    (cache / "rest").write_bytes(b"x" * 200_000)
    assert run(["cache", "clean", "content"]) == 0
    assert "Removed 0.2 MB" in capsys.readouterr().err
    assert not cache.exists()
    assert Path("content/a.md").read_text() == ARTICLE
    assert run(["cache", "clean", "content"]) == 0
    assert "There is no cache" in capsys.readouterr().err


def test_a_link_is_not_followed(capsys: pytest.CaptureFixture[str]) -> None:
    Path("elsewhere").mkdir()
    Path("elsewhere/mine").touch()
    Path(".ingest_cache").symlink_to("elsewhere")
    assert run(["cache", "clean"]) == 3
    assert "cannot be removed" in capsys.readouterr().err
    assert Path("elsewhere/mine").exists()


def test_a_folder_that_is_none(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["cache", "clean", "none"]) == 2
    assert "'none' is no folder" in capsys.readouterr().err
