"""An article's title: from front matter, else from its first heading."""

from typing import NamedTuple

from ingest.body import Body
from ingest.findings import Finding, Span
from ingest.findings.codes import SC001
from ingest.frontmatter import FrontMatter
from ingest.frontmatter.vocabulary import FIELDS_BY_KEY, fold_key
from ingest.frozen import new_tuple
from ingest.metadata import MetadataFields, is_title_placeholder, normalise_title

# VitePress's and Starlight's landing pages carry their headline here.
HERO_KEYS = ("name", "title", "text")


class TitleReading(NamedTuple):
    """The title, or None with the finding that says so."""

    text: str | None
    findings: tuple[Finding, ...] = ()


def read_title(front_matter: FrontMatter, metadata: MetadataFields, body: Body) -> TitleReading:
    """Return the title of an article: front matter's, a landing page's headline, or the first heading's text."""
    if title := _title_in(metadata.title):
        return new_tuple(TitleReading, (title, ()))
    for candidate in (_hero_title(front_matter), body.outline[0].text if body.outline else None):
        if title := _title_in(candidate):
            if _is_metadata(candidate, body):
                break
            return TitleReading(title)
    place = front_matter.span_of(("title",)) or Span(0, 0)
    message = "There is no title: write `title: …` into the front matter, or begin the body with a heading."
    return TitleReading(None, (SC001.at(place, message, field="title"),))


def _title_in(candidate: str | None) -> str:
    """Return the title that a text gives, empty where it gives none."""
    title = normalise_title(candidate) if candidate else ""
    return "" if not title or is_title_placeholder(title) else title


def _hero_title(front_matter: FrontMatter) -> str | None:
    hero = front_matter.data.get("hero")
    if not isinstance(hero, dict):
        return None
    return next((value for key in HERO_KEYS if isinstance(value := hero.get(key), str)), None)


def _is_metadata(title: str | None, body: Body) -> bool:
    """Return whether the first heading is a `key: value` line of a broken block, underlined by its delimiter."""
    name, colon, _ = (title or "").replace("\uff1a", ":").partition(":")
    if not (colon and body.outline) or fold_key(name.strip("*_`\"' ")) not in FIELDS_BY_KEY:
        return False
    lines = body.markdown.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return not lines[body.outline[0].line - 1].lstrip().startswith(("#", "<"))
