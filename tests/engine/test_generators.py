"""Site generators are recognised by their configuration files, and by the shape of their folders."""

from pathlib import Path

import pytest

from ingest.engine.generators import sites_in

CASES = {
    "Hugo": {"hugo.toml": ""},
    "Hugo by its old name": {"config.toml": 'baseURL = "x"', "content/a.md": ""},
    "Hugo by its folders": {"content/zh/_index.md": ""},
    "Zola": {"config.toml": 'base_url = "x"', "content/a.md": ""},
    "Hexo": {"_config.yml": "", "scaffolds/post.md": ""},
    "Hexo by its folders": {"source/_posts/a.md": ""},
    "Jekyll": {"_config.yml": "", "Gemfile": ""},
    "Jekyll by its folders": {"_posts/a.md": ""},
    "VitePress": {".vitepress/config.ts": ""},
    "VuePress": {".vuepress/config.js": ""},
    "Docusaurus": {"docusaurus.config.ts": ""},
    "Docusaurus by its folders": {"i18n/zh/docusaurus-plugin-content-docs/current/a.md": ""},
    "Astro": {"astro.config.mjs": "export default {}"},
    "Astro by its folders": {"src/content/blog/a.md": ""},
    "Starlight": {"astro.config.mjs": "import starlight from '@astrojs/starlight'"},
    "Pelican": {"pelicanconf.py": ""},
    "MkDocs": {"mkdocs.yml": ""},
    "Eleventy": {"eleventy.config.js": ""},
}


def make(root: Path, files: dict[str, str]) -> None:
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content)


def found(root: Path) -> list[tuple[str, str]]:
    return [(site.generator.name, site.folder) for site in sites_in(root)]


@pytest.mark.parametrize("case", CASES)
def test_each_generator(case: str, tmp_path: Path) -> None:
    make(tmp_path, CASES[case])
    assert found(tmp_path) == [(case.partition(" ")[0], "")]


@pytest.mark.parametrize("case", CASES)
def test_each_generator_one_folder_down(case: str, tmp_path: Path) -> None:
    make(tmp_path / "website", CASES[case])
    assert found(tmp_path) == [(case.partition(" ")[0], "website/")]


@pytest.mark.parametrize(
    "files",
    [
        {"a.md": ""},
        {"config.toml": "title = 'x'", "content/a.md": ""},
        {"_config.yml": ""},
        {"docs/a.md": ""},
        {"node_modules/x/mkdocs.yml": "", "node_modules/mkdocs.yml": ""},
    ],
)
def test_other_folders_are_no_site(files: dict[str, str], tmp_path: Path) -> None:
    make(tmp_path, files)
    assert found(tmp_path) == []


def test_folders_of_a_known_site_are_no_sites_of_their_own(tmp_path: Path) -> None:
    make(tmp_path, {"_config.yml": "", "source/_posts/a.md": "", "website/mkdocs.yml": ""})
    assert found(tmp_path) == [("Hexo", ""), ("MkDocs", "website/")]


def test_what_a_site_generates_and_where_its_articles_are(tmp_path: Path) -> None:
    make(tmp_path, {"web/hugo.yaml": "", "web/content/a.md": "", "mkdocs.yml": "", "docs/.vitepress/config.ts": ""})
    mkdocs, vitepress, hugo = sites_in(tmp_path)
    assert "/web/public/" in hugo.generated
    assert "/site/" in mkdocs.generated
    assert hugo.content_in(tmp_path) == ("web/content",)
    assert mkdocs.content_in(tmp_path) == vitepress.content_in(tmp_path) == ("docs",)
