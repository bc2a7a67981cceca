"""`ingest init` writes a configuration that fits a folder, and never touches one that is there."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

from ingest.cli.main import run
from ingest.config import find_config, load_config

CHINESE = "山里的茶馆每天清晨开门，老人们坐在窗边，一边喝茶，一边谈论昨夜的雨和今年的收成。"
ENGLISH = "The tea house in the hills opens early, and the old men sit by the window and talk about last night's rain."
FRENCH = "La maison de thé ouvre tôt le matin, et les vieux messieurs parlent de la pluie de la nuit dernière."


def article(body: str, title: str, *lines: str) -> str:
    return "\n".join(("---", f"title: {title}", *lines, "---", "", body, ""))


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a Hugo site of 60 articles in two languages, with one guest, and go there."""
    monkeypatch.chdir(tmp_path)
    for folder in ("content/zh", "content/en", "public", "archetypes"):
        Path(folder).mkdir(parents=True)
    Path("hugo.toml").touch()
    for number in range(30):
        lines = ("date: 2024-05-01", "author: 安", *(["tags: [茶]"] if number % 2 else []))
        Path(f"content/zh/{number}.md").write_text(article(CHINESE, "山里的茶馆", *lines), encoding="utf-8")
        Path(f"content/en/{number}.md").write_text(article(ENGLISH, "The tea house", *lines), encoding="utf-8")
    Path("content/en/guest.md").write_text(article(FRENCH, "La maison de thé", "date: 2024-05-01", "author: Anne"))
    Path("public/copy.md").write_text("title: broken\n---\n")
    Path("archetypes/default.md").write_text("---\ntitle: {{ .Title }}\n---\n")
    return tmp_path


def check(*arguments: str) -> int:
    return run(["check", ".", "--no-cache", "--fail-on", "info", *arguments])


def uncommented() -> dict[str, Any]:
    """Return the configuration with its suggestions switched on."""
    lines = Path("ingest.toml").read_text(encoding="utf-8").splitlines()
    suggestions = [line.removeprefix("# ") for line in lines if line.startswith(("# required =", "# ignore =", "# ["))]
    return tomllib.loads("\n".join([*(line for line in lines if not line.startswith("#")), *suggestions]))


def test_the_configuration_fits(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["init"]) == 0
    assert "Wrote ingest.toml: en, zh; Hugo." in capsys.readouterr().err
    file = find_config(str(site))
    assert file is not None
    config = load_config(file)
    assert config.languages == ("en", "zh")
    assert config.include == ("*.md", "*.markdown", "*.mdx")
    assert {"/public/", "/archetypes/"} <= set(config.exclude)
    assert config.required == ()
    assert uncommented()["required"] == ["date", "authors"]
    text = Path("ingest.toml").read_text(encoding="utf-8")
    assert "title (61)" in text
    assert max(map(len, text.splitlines())) <= 100


@pytest.mark.usefixtures("site")
def test_the_check_is_quieter_with_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert check("--output-format", "concise", "--quiet") == 1
    before = capsys.readouterr().out.splitlines()
    assert run(["init"]) == 0
    capsys.readouterr()
    check("--output-format", "concise", "--quiet")
    after = capsys.readouterr().out.splitlines()
    assert set(after) < set(before)
    assert not [line for line in after if line.startswith(("public", "archetypes"))]


@pytest.mark.usefixtures("site")
def test_the_snippets_are_yaml_for_the_folders_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    run(["init"])
    hooks, workflow = capsys.readouterr().out.split("\n\n")
    (hook,) = yaml.safe_load(hooks)["repos"][0]["hooks"]
    assert hook["args"] == ["--"]
    assert yaml.safe_load(workflow)["jobs"]["ingest"]["steps"][-1] == {"run": "ingest check content"}


@pytest.mark.parametrize(
    ("name", "content"),
    [("ingest.toml", "languages = ['zh']\n"), ("pyproject.toml", "[tool.ingest]\nlanguages = ['zh']\n")],
)
@pytest.mark.parametrize("folder", [".", "content"])
def test_an_existing_configuration_is_left_alone(
    name: str, content: str, folder: str, site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path(name).write_text(content)
    before = sorted(site.rglob("*"))
    assert run(["init", folder]) == 0
    captured = capsys.readouterr()
    assert "nothing is changed" in captured.err
    assert captured.out == ""
    assert Path(name).read_text() == content
    assert sorted(site.rglob("*")) == before


def test_a_pyproject_without_a_section_is_no_configuration(site: Path) -> None:
    Path("pyproject.toml").write_text("[project]\nname = 'x'\n")
    assert run(["init"]) == 0
    assert (site / "ingest.toml").exists()


def test_a_folder_without_articles_or_none(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["init", str(tmp_path)]) == 2
    assert "no article found" in capsys.readouterr().err
    assert run(["init", str(tmp_path / "none")]) == 2
    assert list(tmp_path.iterdir()) == []


def test_keys_that_could_break_the_file_are_not_shown(tmp_path: Path) -> None:
    text = article(ENGLISH, "The tea house", '"a\\nlanguages = 1": x', '"\\u202e": y')
    (tmp_path / "a.md").write_text(text)
    assert run(["init", str(tmp_path)]) == 0
    written = (tmp_path / "ingest.toml").read_text(encoding="utf-8")
    assert "languages = 1" not in written
    assert "\u202e" not in written


def test_it_writes_the_same_each_time(site: Path) -> None:
    run(["init"])
    first = (site / "ingest.toml").read_bytes()
    (site / "ingest.toml").unlink()
    run(["init"])
    assert (site / "ingest.toml").read_bytes() == first
