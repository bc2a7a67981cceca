"""Front matter in, metadata out: every field read, its names weighed, the result validated by the site's model."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from ingest.findings import Finding
from ingest.frontmatter.model import FrontMatter
from ingest.frontmatter.vocabulary import fold_key
from ingest.metadata.addresses import read_image, read_slug, read_source_url, read_url
from ingest.metadata.aliases import conflict, without_substitutes
from ingest.metadata.draft import MetadataDraft
from ingest.metadata.failures import report_failures
from ingest.metadata.labels import read_labels
from ingest.metadata.model import Metadata
from ingest.metadata.occurrences import Occurrence, find_occurrences
from ingest.metadata.options import DEFAULT_OPTIONS, MetadataOptions
from ingest.metadata.own_fields import read_own_fields
from ingest.metadata.people import read_people
from ingest.metadata.problems import Reading
from ingest.metadata.states import read_date_field, read_draft
from ingest.metadata.texts import read_text, read_title
from ingest.metadata.unknown_keys import report_unknown
from ingest.metadata.validation import plan_of, validated

_READERS: dict[str, Callable[[Occurrence], Reading[Any]]] = {
    "title": read_title,
    "date": read_date_field,
    "updated": read_date_field,
    "authors": read_people,
    "translators": read_people,
    "editors": read_people,
    "reviewers": read_people,
    "tags": read_labels,
    "categories": read_labels,
    "lang": read_text,
    "slug": read_slug,
    "url": read_url,
    "draft": read_draft,
    "description": read_text,
    "image": read_image,
    "translation_key": read_text,
    "source_url": read_source_url,
}


@dataclass(frozen=True, slots=True)
class MetadataReading:
    """The metadata of one file, the findings of the SC family, and where each given field stands in the file."""

    metadata: Metadata
    findings: tuple[Finding, ...] = ()
    origins: Mapping[str, Occurrence] = field(default_factory=dict, repr=False)


def read_metadata(front_matter: FrontMatter, options: MetadataOptions = DEFAULT_OPTIONS) -> MetadataReading:
    """Return what front matter says, normalised and validated by the model of the options; raises nothing on content.

    The findings are SC002 to SC005 and SC007 to SC010. A missing title (SC001)
    is for whoever knows the headings, the date in the file name (SC006) for
    `check_file_name_date`, duplicates (SC011) for whoever sees all files.
    """
    plan = plan_of(options.model)
    occurrences = find_occurrences(front_matter)
    draft = MetadataDraft(front_matter, plan, occurrences.by_field)
    for name, found in occurrences.by_field.items():
        _read_field(draft, name, found)
    if plan.own or plan.extra == "allow":
        read_own_fields(draft, occurrences.others)
    if occurrences.others:
        others = [entry for entry in occurrences.others if fold_key(entry.key) not in plan.own]
        draft.findings += report_unknown(front_matter, others, draft.values, every=plan.extra == "forbid")
    metadata, failures = validated(plan, draft.values)
    if failures or options.required:
        draft.findings += report_failures(draft, failures, options.required)
    return MetadataReading(metadata, tuple(draft.findings), draft.origins)


def _read_field(draft: MetadataDraft, name: str, found: list[Occurrence]) -> None:
    """Take the value of the first name that has one; of the others, report what contradicts it."""
    read = _READERS[name]
    for occurrence in found if len(found) == 1 else without_substitutes(name, found):
        reading = read(occurrence)
        draft.report(name, occurrence, reading.problems)
        if name in draft.values:
            kept = (draft.origins[name], draft.values[name])
            contradiction = conflict(name, kept, (occurrence, reading.value))
            draft.findings += (contradiction,) if contradiction else ()
        elif reading.value is not None:
            draft.values[name] = reading.value
            draft.origins[name] = occurrence
