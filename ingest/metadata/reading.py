"""Front matter in, metadata out: every field read, its names weighed, the result validated by the site's model."""

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from ingest.findings import Finding
from ingest.frontmatter.model import Entry, FrontMatter
from ingest.frontmatter.vocabulary import fold_key, known_keys
from ingest.frozen import new_tuple
from ingest.metadata.draft import MetadataDraft, is_plain
from ingest.metadata.fields import MetadataFields, fields_with
from ingest.metadata.labels import read_labels
from ingest.metadata.languages import read_language
from ingest.metadata.model_plan import DEFAULT_PLAN, ModelPlan
from ingest.metadata.occurrences import Occurrence, find_occurrences
from ingest.metadata.options import DEFAULT_OPTIONS, MetadataOptions
from ingest.metadata.people import read_people
from ingest.metadata.problems import Reading
from ingest.metadata.states import read_date_field, read_draft
from ingest.metadata.texts import read_text, read_title

if TYPE_CHECKING:
    from ingest.metadata.model import Metadata

# Modules that an ordinary article does not need are imported inside functions: the start of the command is measured.

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
    "lang": read_language,
    "draft": read_draft,
    "description": read_text,
    "translation_key": read_text,
}


class _Parts(NamedTuple):
    fields: MetadataFields
    findings: tuple[Finding, ...] = ()
    origins: Mapping[str, Occurrence] = {}
    own: "Metadata | None" = None
    """The metadata as the site's own model holds it, where it has one."""


class MetadataReading(_Parts):
    """The metadata of one file, the findings of the SC family, and where each given field stands in the file."""

    def __repr__(self) -> str:
        """Return what a debugger shows: all but the origins, each of which has the whole text in it."""
        return f"MetadataReading(fields={self.fields!r}, findings={self.findings!r}, own={self.own!r})"

    @cached_property
    def metadata(self) -> "Metadata":
        """Return the metadata as a pydantic model."""
        if self.own is not None:
            return self.own
        from ingest.metadata.validation import model_of  # noqa: PLC0415 - a check never asks for it

        return model_of(self.fields)


def read_metadata(front_matter: FrontMatter, options: MetadataOptions = DEFAULT_OPTIONS) -> MetadataReading:
    """Return what front matter says, normalised and validated by the model of the options; raises nothing on content.

    The findings are SC002 to SC005 and SC007 to SC010. A missing title (SC001)
    is for whoever knows the headings, the date in the file name (SC006) for
    `check_file_name_date`, duplicates (SC011) for whoever sees all files.
    """
    plan = DEFAULT_PLAN if options.model is None else _plan_of(options.model)
    by_field, others = find_occurrences(front_matter)
    draft = MetadataDraft(front_matter, plan, by_field)
    for name, found in by_field.items():
        if len(found) == 1:
            _read_one(draft, name, found[0])
        else:
            _read_several(draft, name, found)
    if others:
        _report_unknown(draft, others)
    if plan is DEFAULT_PLAN and not options.required:
        return new_tuple(MetadataReading, (fields_with(draft.values), tuple(draft.findings), draft.origins, None))
    return _validated(draft, others, options)


def _plan_of(model: "type[Metadata]") -> ModelPlan:
    from ingest.metadata.validation import plan_of  # noqa: PLC0415 - only for a site's own model

    return plan_of(model)


def _read_one(draft: MetadataDraft, name: str, occurrence: Occurrence) -> Reading[Any]:
    """Take the value, if the field has none yet."""
    reading = (_READERS.get(name) or _address_reader(name))(occurrence)
    value, problems = reading
    if value is not None and name not in draft.values:
        draft.values[name] = value
        draft.origins[name] = occurrence
    if problems:
        draft.report(name, occurrence, problems)
    written = occurrence.value
    if not (written.isprintable() if isinstance(written, str) else is_plain(written)):
        draft.report_characters(name, occurrence)
    return reading


def _read_several(draft: MetadataDraft, name: str, found: list[Occurrence]) -> None:
    """Take the value of the first name that has one, and report the others that contradict it."""
    from ingest.metadata.aliases import conflict, has_own_purpose, without_substitutes  # noqa: PLC0415 - rare

    for occurrence in without_substitutes(name, found):
        if name in draft.values and has_own_purpose(name, occurrence):
            continue
        reading = _read_one(draft, name, occurrence)
        kept = draft.origins.get(name, occurrence)
        if kept is not occurrence:
            contradiction = conflict(name, (kept, draft.values[name]), (occurrence, reading.value))
            draft.findings += (contradiction,) if contradiction else ()


def _address_reader(name: str) -> Callable[[Occurrence], Reading[Any]]:
    from ingest.metadata import addresses  # noqa: PLC0415 - few files have one

    return addresses.READERS[name]


def _report_unknown(draft: MetadataDraft, others: list[Entry]) -> None:
    every = draft.plan.extra == "forbid"
    known, own = known_keys(), draft.plan.own
    keys = [(fold_key(entry.key), entry) for entry in others]
    unknown = [entry for key, entry in keys if key not in own and (every or key not in known)]
    if not unknown:
        return
    from ingest.metadata.unknown_keys import report_unknown  # noqa: PLC0415 - few files have a key that nobody knows

    draft.findings += report_unknown(draft.front_matter, unknown, draft.values, every=every)


def _validated(draft: MetadataDraft, others: list[Entry], options: MetadataOptions) -> MetadataReading:
    """Return the reading through a site's own model or required fields."""
    from ingest.metadata.failures import report_failures  # noqa: PLC0415 - only where a site sets them

    if draft.plan.model is None:
        draft.findings += report_failures(draft, (), options.required)
        return MetadataReading(fields_with(draft.values), tuple(draft.findings), draft.origins)
    from ingest.metadata.own_fields import read_own_fields  # noqa: PLC0415 - same
    from ingest.metadata.validation import fields_of, validated  # noqa: PLC0415 - same

    read_own_fields(draft, others)
    metadata, failures = validated(draft.plan.model, draft.plan.inputs, draft.values)
    draft.findings += report_failures(draft, failures, options.required)
    return MetadataReading(fields_of(metadata), tuple(draft.findings), draft.origins, metadata)
