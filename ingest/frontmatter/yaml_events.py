"""The events of a YAML text: libyaml's, or pure Python's where PyYAML was built without it."""

from typing import TYPE_CHECKING, Protocol, cast

from yaml.events import Event, NodeEvent

from ingest.findings import Span

if TYPE_CHECKING:
    from collections.abc import Callable

try:
    from yaml._yaml import CParser as _Parser
except ImportError:
    from yaml import BaseLoader as _Parser  # type: ignore[assignment] # its events are the same


class Events(Protocol):
    """A stream of parser events: those of nodes, and between them the begins and ends that have no more to say."""

    def get_event(self) -> NodeEvent:
        """Return the next event, StreamEndEvent as the last; raises `yaml.YAMLError` where the text is no YAML."""


events_of = cast("Callable[[str], Events]", _Parser)
"""Returns the events of a text; raises UnicodeEncodeError where it has lone surrogates."""


def start_of(event: Event) -> int:
    """Return where an event begins, in code points of the parsed text."""
    return event.start_mark.index  # type: ignore[union-attr] # both parsers set it


def end_of(event: Event) -> int:
    """Return where an event ends, in code points of the parsed text."""
    return event.end_mark.index  # type: ignore[union-attr] # both parsers set it


def span_of(event: Event, base: int) -> Span:
    """Return where an event lies, in the text that the parsed one begins in at `base`."""
    return Span(base + event.start_mark.index, base + event.end_mark.index)  # type: ignore[union-attr] # both set it
