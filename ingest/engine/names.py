"""What a name alone says: an article, boilerplate, hidden, or a folder of somebody else's files."""

import re
from collections.abc import Collection
from enum import StrEnum

CACHE_FOLDER = ".ingest_cache"


class Skip(StrEnum):
    """Why something below a SRC is no article; a skipped folder counts once."""

    NOT_AN_ARTICLE = "not an article"
    BOILERPLATE = "boilerplate"
    HIDDEN = "hidden"
    DEPENDENCY = "dependency"
    LINKED_FOLDER = "linked folder"
    EXCLUDED = "excluded"
    IGNORED = "ignored by git"


# "readme.zh-CN.md" and "CONTRIBUTING_cn.md" are boilerplate, "readme-driven-development.md" and
# "license-plates-of-the-world.md" are articles: only a language may follow the word.
BOILERPLATE = (
    r"(?i)(?:readme|changelog|licen[cs]e|contributing|code[_-]of[_-]conduct)"
    r"(?:[._-]?(?:zh|cn|tw|hk|en|us|ja|jp|ko|kr|de|fr|es|pt|br|ru|uk|it|nl|pl|tr|vi|th|id|ar|fa|hi)"
    r"(?:[_-][a-z]{2,4})?|[._-]?(?:中文|简体中文|繁體中文|繁体中文|英文|english|chinese))?"
    r"\.[a-z]+"
)
BOILERPLATE_INITIALS = frozenset("rRcClL")
DEPENDENCY_FOLDERS = frozenset({"node_modules", "bower_components", "jspm_packages", "site-packages", "__pycache__"})
# `vendor` may be a section of a site. It holds dependencies where Bundler, Go or Composer left their mark in it.
VENDOR_MARKS = frozenset({"bundle", "modules.txt", "autoload.php"})
VIRTUAL_ENVIRONMENT_MARK = "pyvenv.cfg"


def skipped_folder(name: str) -> Skip | None:
    """Return why a folder of this name is not walked, or None."""
    if name.startswith("."):
        return Skip.HIDDEN
    return Skip.DEPENDENCY if name in DEPENDENCY_FOLDERS else None


def skipped_file(name: str) -> Skip | None:
    """Return why a file of this name, though written in Markdown, is no article, or None."""
    if name.startswith("."):
        return Skip.HIDDEN
    # The first letter spares nearly all names the expression.
    if name[0] in BOILERPLATE_INITIALS and re.fullmatch(BOILERPLATE, name):
        return Skip.BOILERPLATE
    return None


def holds_dependencies(name: str, content: Collection[str]) -> bool:
    """Return whether a folder of this name with these entries belongs to a package manager."""
    return VIRTUAL_ENVIRONMENT_MARK in content or (name == "vendor" and not VENDOR_MARKS.isdisjoint(content))
