"""Which site generators a folder belongs to, told by their configuration files or by the shape of their folders."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ingest.engine.names import skipped_folder

# A repository may hold several sites side by side, but not this many.
MOST_FOLDERS = 100
READ_BYTES = 100_000


@dataclass(frozen=True, slots=True)
class Mark:
    """A path (with wildcards) that a generator is known by; `text` must stand in it, one of `beside` next to it."""

    path: str
    text: str = ""
    beside: tuple[str, ...] = ()

    def is_in(self, folder: Path) -> bool:
        """Return whether a folder has this mark."""
        if self.beside and not any((folder / name).exists() for name in self.beside):
            return False
        return any(not self.text or self.text in _beginning(path) for path in folder.glob(self.path))


@dataclass(frozen=True, slots=True)
class Generator:
    """A site generator.

    Attributes:
        name: As its users write it.
        marks: Its configuration files.
        shapes: What its folders look like where the configuration lies elsewhere.
        content: Where articles are.
        generated: Patterns of what it writes, and of templates that look like articles.
    """

    name: str
    marks: tuple[Mark, ...]
    shapes: tuple[Mark, ...] = ()
    content: tuple[str, ...] = ()
    generated: tuple[str, ...] = ()


GENERATORS = (
    Generator(
        "Hugo",
        (Mark("hugo.*"), Mark("config/_default"), Mark("config.*", text="baseURL", beside=("content", "archetypes"))),
        (Mark("content/_index*.md"), Mark("content/*/_index*.md")),
        ("content",),
        ("public/", "resources/", "themes/", "archetypes/"),
    ),
    Generator(
        "Zola",
        (Mark("config.toml", text="base_url", beside=("content", "templates")),),
        content=("content",),
        generated=("public/", "themes/"),
    ),
    Generator(
        "Hexo",
        (Mark("_config.yml", beside=("scaffolds", "source")),),
        (Mark("source/_posts"),),
        ("source",),
        ("public/", "themes/", "scaffolds/"),
    ),
    Generator(
        "Jekyll",
        (Mark("_config.y*ml", beside=("_posts", "_layouts", "_includes", "_drafts", "Gemfile")),),
        (Mark("_posts"),),
        ("_posts",),
        ("_site/", "_layouts/", "_includes/"),
    ),
    Generator("VitePress", (Mark(".vitepress"),)),
    Generator("VuePress", (Mark(".vuepress"),)),
    Generator(
        "Docusaurus",
        (Mark("docusaurus.config.*"),),
        (Mark("i18n/*/docusaurus-plugin-content-*"),),
        ("docs", "blog", "i18n"),
        ("build/",),
    ),
    Generator(
        "Starlight",
        (Mark("astro.config.*", text="starlight"),),
        (Mark("src/content/docs"),),
        ("src/content",),
        ("dist/",),
    ),
    Generator("Astro", (Mark("astro.config.*"),), (Mark("src/content"),), ("src/content",), ("dist/",)),
    Generator("Pelican", (Mark("pelicanconf.py"),), content=("content",), generated=("output/",)),
    Generator("MkDocs", (Mark("mkdocs.y*ml"),), content=("docs",), generated=("site/",)),
    Generator("Eleventy", (Mark("eleventy.config.*"), Mark(".eleventy.js")), generated=("_site/",)),
)
# The name on the left is a special case of the one on the right, or keeps its configuration in a file of the same name.
RATHER = {"Starlight": "Astro", "Hexo": "Jekyll"}


@dataclass(frozen=True, slots=True)
class Site:
    """A generator at work; `folder` is relative to the folder that was looked at, empty or with its slash."""

    generator: Generator
    folder: str

    @property
    def generated(self) -> tuple[str, ...]:
        """Return patterns of what is no article, as .gitignore writes them."""
        return tuple(f"/{self.folder}{pattern}" for pattern in self.generator.generated)

    def content_in(self, root: Path) -> tuple[str, ...]:
        """Return the folders of articles that there are, relative to the folder that was looked at."""
        found = tuple(self.folder + name for name in self.generator.content if (root / self.folder / name).is_dir())
        return found or (self.folder.rstrip("/") or ".",)


def sites_in(root: Path) -> tuple[Site, ...]:
    """Return the sites in a folder and in the folders right below it, in the order of their paths."""
    own = [Site(generator, "") for generator in _generators_of(root, by_shape=True)]
    below = [
        Site(generator, f"{name}/")
        for name in _folders(root)
        for generator in _generators_of(root / name, by_shape=not own)
    ]
    return (*own, *below)


def _generators_of(folder: Path, *, by_shape: bool) -> list[Generator]:
    found = [generator for generator in GENERATORS if any(mark.is_in(folder) for mark in generator.marks)]
    if not found and by_shape:
        found = [generator for generator in GENERATORS if any(mark.is_in(folder) for mark in generator.shapes)]
    superseded = {RATHER.get(generator.name) for generator in found}
    return [generator for generator in found if generator.name not in superseded]


def _folders(root: Path) -> Iterator[str]:
    names = sorted(entry.name for entry in os.scandir(root) if entry.is_dir(follow_symlinks=False))
    for name in names[:MOST_FOLDERS]:
        if skipped_folder(name) is None and name.isprintable():
            yield name


def _beginning(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return file.read(READ_BYTES).decode("utf-8", "replace")
    except OSError:
        return ""
