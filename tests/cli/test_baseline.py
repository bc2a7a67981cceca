"""A site with old findings switches the check on today, and sees only new ones from then on."""

import io
import json
from pathlib import Path
from types import SimpleNamespace

import pytest

from ingest.cli.main import run

TEXT = "The keeper still climbs the stairs each evening to look at the sea."


def article(*lines: str) -> str:
    return "\n".join(("---", "title: A night in the lighthouse", *lines, "---", "", TEXT, ""))


@pytest.fixture(autouse=True)
def a_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("content").mkdir()
    Path("content/a.md").write_text(article("author: TODO", "slug: night"))
    Path("content/b.md").write_text(article("author: Ann", "slug: night"))


def check(*arguments: str) -> int:
    return run(["check", "content", "--no-cache", "--output-format", "concise", *arguments])


@pytest.fixture
def written(capsys: pytest.CaptureFixture[str]) -> None:
    assert check("--write-baseline", "known.json") == 0
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "Wrote 2 findings into known.json" in captured.err


def test_without_a_baseline_the_check_fails(capsys: pytest.CaptureFixture[str]) -> None:
    assert check() == 1
    assert len(capsys.readouterr().out.splitlines()) == 2


@pytest.mark.usefixtures("written")
def test_old_findings_are_silent_and_do_not_count(capsys: pytest.CaptureFixture[str]) -> None:
    assert check("--baseline", "known.json") == 0
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "2 known from known.json not shown.\n" in captured.err
    assert check("--baseline", "known.json", "--quiet") == 0
    assert capsys.readouterr().err == ""


@pytest.mark.usefixtures("written")
def test_only_new_findings_are_shown_and_count(capsys: pytest.CaptureFixture[str]) -> None:
    Path("content/a.md").write_text(article("description: TODO", "x: 1", "author: TODO", "slug: night"))
    assert check("--baseline", "known.json", "--ignore", "SC007") == 1
    (line,) = capsys.readouterr().out.splitlines()
    assert line.startswith("content/a.md:3:14: SC009")


@pytest.mark.usefixtures("written")
def test_gone_entries_are_counted_and_forgotten(capsys: pytest.CaptureFixture[str]) -> None:
    Path("content/a.md").write_text(article("author: Ann", "slug: night"))
    assert check("--baseline", "known.json") == 0
    assert "1 entry of it is gone (--write-baseline known.json forgets them)" in capsys.readouterr().err
    assert check("--write-baseline", "known.json") == 0
    assert [entry["code"] for entry in json.loads(Path("known.json").read_bytes())["findings"]] == ["SC011"]


@pytest.mark.usefixtures("written")
def test_a_narrower_run_calls_nothing_gone(capsys: pytest.CaptureFixture[str]) -> None:
    assert check("--baseline", "known.json", "--select", "LG") == 0
    assert run(["check", "content/b.md", "--no-cache", "--baseline", "known.json"]) == 0
    assert "gone" not in capsys.readouterr().err


@pytest.mark.usefixtures("written")
def test_standard_input_has_a_baseline_by_its_name(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    text = Path("content/a.md").read_bytes()
    for name, code in (("content/a.md", 0), ("content/new.md", 1)):
        monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(text)))
        assert run(["check", "-", "--stdin-filename", name, "--baseline", "known.json"]) == code
    assert run(["check", "-", "--write-baseline", "known.json"]) == 2
    assert "standard input has no place" in capsys.readouterr().err


@pytest.mark.parametrize(("content", "message"), [("{\n]", "known.json:2: "), (None, "known.json: No such file")])
def test_a_baseline_that_cannot_be_read(content: str | None, message: str, capsys: pytest.CaptureFixture[str]) -> None:
    if content is not None:
        Path("known.json").write_text(content)
    assert check("--baseline", "known.json") == 2
    captured = capsys.readouterr()
    assert message in captured.err
    assert captured.out == ""


def test_a_baseline_that_cannot_be_written(capsys: pytest.CaptureFixture[str]) -> None:
    assert check("--write-baseline", "none/known.json") == 3
    assert "cannot write none/known.json" in capsys.readouterr().err


@pytest.mark.usefixtures("written")
def test_both_at_once_is_wrong_usage() -> None:
    with pytest.raises(SystemExit) as caught:
        check("--baseline", "known.json", "--write-baseline", "known.json")
    assert caught.value.code == 2
