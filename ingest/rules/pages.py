"""The page of a rule: why it exists, a bad and a good article, how to mend it, its options."""

import re
from dataclasses import dataclass
from importlib.resources import files

SECTION = re.compile(r"^## (Why|Bad|Good|Fix|Options)[ \t]*$", re.MULTILINE)
FENCE = re.compile(r"^(`{3,})[a-z]*(?: (\S+))?\n(.*?)^\1$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Example:
    """An article in a page; `path` is the name that it is read under."""

    path: str
    text: str


@dataclass(frozen=True, slots=True)
class Page:
    """The parts of a rule's page, as Markdown."""

    why: str
    bad: str
    good: str
    fix: str
    options: str

    @property
    def bad_example(self) -> Example | None:
        """Return the article that the rule speaks about; None where it needs no text (a FIFO)."""
        return _example(self.bad)

    @property
    def good_example(self) -> Example | None:
        """Return the article that the rule is silent about."""
        return _example(self.good)


def page_of(code: str) -> Page:
    """Return the page of a rule.

    Raises:
        KeyError: for a code without a page.
    """
    resource = files(__package__) / "pages" / f"{code}.md"
    if not resource.is_file():
        raise KeyError(code)
    parts = SECTION.split(resource.read_text(encoding="utf-8"))
    sections = {parts[index].lower(): parts[index + 1].strip() for index in range(1, len(parts), 2)}
    return Page(**{name: sections.get(name, "") for name in ("why", "bad", "good", "fix", "options")})


def _example(section: str) -> Example | None:
    match = FENCE.search(section)
    return Example(match[2] or "article.md", match[3]) if match else None
