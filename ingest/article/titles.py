"""An article's title: from front matter, else from its first heading."""

from typing import NamedTuple

from ingest.body import Body
from ingest.findings import Finding, Span
from ingest.findings.codes import SC001
from ingest.frontmatter import FrontMatter
from ingest.metadata import MetadataFields, is_title_placeholder, normalise_title

# VitePress's and Starlight's landing pages carry their headline here.
HERO_KEYS = ("name", "title", "text")


class TitleReading(NamedTuple):
    """The title, or None with the finding that says so."""

    text: str | None
    findings: tuple[Finding, ...] = ()


def read_title(front_matter: FrontMatter, metadata: MetadataFields, body: Body) -> TitleReading:
    """Return the title of an article: front matter's, a landing page's headline, or the first heading's text."""
    candidates = (metadata.title, _hero_title(front_matter), body.outline[0].text if body.outline else None)
    for candidate in candidates:
        title = normalise_title(candidate) if candidate else ""
        if title and not is_title_placeholder(title):
            return TitleReading(title)
    place = front_matter.span_of(("title",)) or Span(0, 0)
    message = "There is no title: write `title: …` into the front matter, or begin the body with a heading."
    return TitleReading(None, (SC001.at(place, message, field="title"),))


def _hero_title(front_matter: FrontMatter) -> str | None:
    hero = front_matter.data.get("hero")
    if not isinstance(hero, dict):
        return None
    return next((value for key in HERO_KEYS if isinstance(value := hero.get(key), str)), None)
