"""The text of the configuration that `ingest init` writes, and the snippets to paste."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from textwrap import wrap

from ingest.config.model import DEFAULT_INCLUDE
from ingest.engine.generators import Site
from ingest.engine.survey import Survey
from ingest.version import __version__

# Of 50 articles one may be in another language by mistake, or be read wrongly; a language of the site is in more.
RARE = 0.02
FEW_ARTICLES = 10
NEARLY_ALL = 0.95
MOST_NAMED = 12
COLUMNS = 100
LONGEST_KEY = 40
# Without a title there is no article; a draft, a slug or an address is what some articles have.
NEVER_REQUIRED = frozenset({"title", "draft", "slug", "url", "source_url"})


@dataclass(frozen=True, slots=True)
class Plan:
    """What goes into the configuration."""

    sites: tuple[Site, ...]
    survey: Survey
    languages: tuple[str, ...]
    languages_fit: bool = True
    """False where naming the languages would make the check say more than without."""

    @property
    def exclude(self) -> tuple[str, ...]:
        """Return what is left out."""
        return tuple(dict.fromkeys(pattern for site in self.sites for pattern in site.generated))

    @property
    def generators(self) -> str:
        """Return the generators in words, with the folders that they are not right in."""
        names = (site.generator.name + (f" in {site.folder}" if site.folder else "") for site in self.sites)
        return ", ".join(names) or "no generator that is known"


def languages_of(survey: Survey) -> tuple[str, ...]:
    """Return the languages that are no rare exception, most first."""
    enough = max(RARE * survey.articles, 1 if survey.articles < FEW_ARTICLES else 2)
    return tuple(name for name, count in _ranked(survey.languages) if count >= enough)


def required_of(survey: Survey) -> tuple[str, ...]:
    """Return the fields that nearly all articles have."""
    return tuple(
        name
        for name, count in survey.fields.items()
        if name not in NEVER_REQUIRED and count >= NEARLY_ALL * survey.articles
    )


def config_text(plan: Plan) -> str:
    """Return the commented TOML."""
    parts = (_head(plan), _languages(plan), INCLUDE, _exclude(plan), _required(plan.survey), _rules(plan.survey))
    return "\n".join(parts)


def _head(plan: Plan) -> str:
    survey = plan.survey
    looked_at = (
        f"{survey.read:,} of {survey.files:,} files" if survey.read < survey.files else f"{survey.files:,} files"
    )
    keys = [(key, count) for key, count in _ranked(survey.keys) if key.isprintable() and len(key) <= LONGEST_KEY]
    return (
        _comment(f"Written by `ingest init` after a look at {looked_at}: {plan.generators}.")
        + _comment("Every key has a default and may be removed; `ingest schema config` describes them all.")
        + _comment(f"Keys in use: {_counted(keys)}.")
    )


def _languages(plan: Plan) -> str:
    comment = (
        f"The languages to expect. Found in articles and their titles: {_counted(_ranked(plan.survey.languages))}."
    )
    if not plan.languages_fit:
        comment += " Not switched on: with it the check would find more than without."
    mark = "" if plan.languages and plan.languages_fit else "# "
    return f"{_comment(comment)}{mark}languages = {_array(plan.languages)}\n"


def _exclude(plan: Plan) -> str:
    comment = (
        "What is left out, as in .gitignore: what generators write, and templates. What git ignores needs no entry."
    )
    return f"{_comment(comment)}exclude = {_array(plan.exclude)}\n"


def _required(survey: Survey) -> str:
    fields = required_of(survey)
    comment = f"Fields that every article must have (SC002). At least {NEARLY_ALL:.0%} of the articles have these:"
    return f"{_comment(comment)}# required = {_array(fields)}\n" if fields else REQUIRED


def _rules(survey: Survey) -> str:
    found = _counted(_ranked(survey.findings)) if survey.findings else "nothing"
    return (
        _comment(f"Rules that are silent. Today the check finds: {found}. `ingest explain CODE` says what it means.")
        + RULES
    )


INCLUDE = f"""\
# What is an article, as in .gitignore. README, CHANGELOG and the like and hidden files are none.
include = {json.dumps(DEFAULT_INCLUDE)}
"""

REQUIRED = """\
# Fields that every article must have (SC002).
# required = ["date", "authors"]
"""

RULES = """\
# ignore = ["BD002"]

# [per_file_ignores]
# "drafts/" = ["LG", "SC009"]

# [rules.LG001]
# severity = "error"
"""


def snippets(folders: Sequence[str]) -> str:
    """Return what to paste for pre-commit and for GitHub Actions, for these folders of articles."""
    paths = " ".join(f"'{folder}'" if " " in folder else folder for folder in folders)
    return PRE_COMMIT.format(version=__version__) + "\n" + WORKFLOW.format(version=__version__, paths=paths)


PRE_COMMIT = """\
# .pre-commit-config.yaml
repos:
  - repo: local
    hooks:
      - id: ingest-check
        name: ingest check
        language: python
        additional_dependencies: ["bilingual-ingest=={version}"]
        entry: ingest check --force-exclude
        args: ["--"]
        types_or: [markdown, mdx]
"""

WORKFLOW = """\
# .github/workflows/articles.yml
name: articles
on: [push, pull_request]
jobs:
  ingest:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-python@v5
        with:
          python-version: "3.13"
      - run: pip install bilingual-ingest=={version}
      - run: ingest check {paths}
"""


def _ranked(counts: Mapping[str, int]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))


def _counted(ranked: Sequence[tuple[str, int]]) -> str:
    shown = ", ".join(f"{name} ({count:,})" for name, count in ranked[:MOST_NAMED]) or "none"
    return f"{shown}, …" if len(ranked) > MOST_NAMED else shown


def _comment(text: str) -> str:
    # A count stays on the line of what it counts: `wrap` does not break at a no-break space.
    lines = wrap(text.replace(" (", "\N{NO-BREAK SPACE}("), COLUMNS - 2, break_on_hyphens=False)
    return "".join(f"# {line}\n" for line in lines).replace("\N{NO-BREAK SPACE}", " ")


def _array(values: Iterable[str]) -> str:
    # A JSON string is a basic string of TOML 1.0 as long as it has no lone surrogate.
    texts = [json.dumps(value, ensure_ascii=False) for value in values]
    line = f"[{', '.join(texts)}]"
    return (
        line if len(line) < COLUMNS - len("# languages = ") else "[\n" + "".join(f"  {text},\n" for text in texts) + "]"
    )
