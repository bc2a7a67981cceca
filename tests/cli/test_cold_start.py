"""What is not loaded: an editor or a hook that checks one file waits for every import."""

import subprocess
import sys
from pathlib import Path

import pytest

ARTICLES = {
    "zh.md": (
        "---\ntitle: 夜行列车\ndate: 2024-05-01\nauthor: 林海\ntags: [铁路, 旅行]\n---\n\n"
        "开往北方的列车在夜里十点离站，窗外只有零星的灯火。\n"
    ),
    "markup.md": (
        "---\ntitle: 在地铁上阅读\ndate: 2024-05-01T08:30:00+08:00\ncategories: [生活]\ndraft: false\n---\n\n"
        "## 车厢\n\n早晨的**车厢**里，[几个人](https://example.org)正在看书：\n\n* 小说\n* 报纸\n\n```text\ncode\n```\n"
    ),
}
FOR_OTHER_FILES = {
    "charset_normalizer": "bytes that are no UTF-8",
    "dateutil": "dates in words",
    "langdetect": "languages of one script",
    "ingest.language.profiles": "the same",
    "tomllib": "TOML",
    "html": "entities",
    "ingest.body.html_blocks": "HTML that is no inline tag",
    "textwrap": "MDX with indented Markdown",
    "wcwidth": "carets below a finding",
    "ingest.reporters.paragraphs": "a finding",
    "ingest.frontmatter.recovery.search": "a broken block",
    "ingest.source.drafts": "the same",
    "ingest.frontmatter.json": "JSON",
    "ingest.frontmatter.toml": "TOML",
    "ingest.rules.ignore_comments": "comments that silence rules",
}
FOR_OTHER_RUNS = {
    "pydantic": "a configuration, a site's own model, or a caller of the library",
    "ingest.config.values": "a configuration",
    "orjson": "records",
    "ingest.record": "records",
    "multiprocessing": "folders of a thousand files",
    "pathspec": "patterns",
    "ingest.engine.finder": "folders and globs",
    "ingest.engine.incremental": "the memory of earlier runs",
    "ingest.engine.baseline": "baselines",
    "ingest.sinks": "exports",
    "pathlib": "what deals with folders",
    "shutil": "nothing of ours: argparse asks it how wide the terminal is",
}


def loaded(folder: Path, *arguments: str) -> set[str]:
    """Return the modules that are loaded when a command line has been run."""
    code = f"""
import sys
from ingest.__main__ import main
sys.argv = ["ingest", *{arguments!r}]
code = main()
sys.stdout.write("\\n".join(sys.modules))
sys.exit(code)
"""
    ended = subprocess.run(
        [sys.executable, "-S", "-c", f"import sys; sys.path[:] = {sys.path!r}\n{code}"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    return set(ended.stdout.split())


@pytest.fixture(scope="module", params=ARTICLES)
def modules(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    folder = tmp_path_factory.mktemp("cold")
    (folder / request.param).write_text(ARTICLES[request.param], encoding="utf-8")
    return loaded(folder, "check", "--quiet", "--fail-on", "error", "--ignore", "FM001", request.param)


@pytest.fixture(scope="module")
def exporting(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    folder = tmp_path_factory.mktemp("cold")
    for name, text in ARTICLES.items():
        (folder / name).write_text(text, encoding="utf-8")
    return loaded(folder, "export", "--quiet", "--no-cache", "--fail-on", "error", "--output", "records.jsonl", ".")


def test_the_check_reads_the_article(modules: set[str]) -> None:
    assert {"ingest.article.reading", "ingest.language.chinese", "ingest.rules.registry"} <= modules


@pytest.mark.parametrize("name", FOR_OTHER_FILES)
def test_what_a_healthy_file_does_not_need(name: str, modules: set[str]) -> None:
    assert name not in modules


@pytest.mark.parametrize("name", FOR_OTHER_RUNS)
def test_what_a_check_of_one_file_does_not_need(name: str, modules: set[str]) -> None:
    assert name not in modules


@pytest.mark.parametrize("name", ["pathlib", "urllib.parse", "textwrap", "pydantic"])
def test_what_an_export_of_a_folder_does_not_need(name: str, exporting: set[str]) -> None:
    assert name not in exporting


def test_the_version_loads_nothing_else(tmp_path: Path) -> None:
    modules = loaded(tmp_path, "--version")
    ours = {name for name in modules if name.partition(".")[0] == "ingest"}
    assert ours == {"ingest", "ingest.__main__", "ingest.version"}
    assert modules.isdisjoint({"argparse", "dataclasses", "re", "typing", "yaml"})


def test_the_public_names_are_loaded_when_they_are_asked_for(tmp_path: Path) -> None:
    code = "import sys, ingest; print('pydantic' in sys.modules); ingest.Metadata; print('pydantic' in sys.modules)"
    ended = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert ended.stdout.split() == ["False", "True"]
