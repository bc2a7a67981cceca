"""What a YAML block costs once its aliases are written out: a 400-byte block can stand for gigabytes."""

from typing import NamedTuple

from yaml.events import AliasEvent, NodeEvent

from ingest.findings.codes import FM008, FM015
from ingest.frontmatter.model import Value
from ingest.frontmatter.reading import Block, Refused
from ingest.frontmatter.yaml_events import span_of


class _Anchored(NamedTuple):
    """A value with an anchor, and what an alias to it costs."""

    value: Value
    nodes: int
    characters: int


class Budget:
    """Counts the nodes and characters of a block and keeps its anchors; raises Refused over a limit."""

    __slots__ = ("_anchors", "_block", "characters", "nodes")

    def __init__(self, block: Block) -> None:
        self._block = block
        self._anchors: dict[str, _Anchored | None] = {}
        self.nodes = self.characters = 0

    def count(self, event: NodeEvent, nodes: int, characters: int) -> None:
        """Add to the counts."""
        limits = self._block.limits
        self.nodes += nodes
        self.characters += characters
        if self.nodes > limits.nodes:
            self._refuse(event, f"The block has more than {limits.nodes:,} values, aliases written out.")
        if self.characters > limits.front_matter_bytes:
            self._refuse(
                event, f"The block has more than {limits.front_matter_bytes:,} characters, aliases written out."
            )

    def enter(self, event: NodeEvent, depth: int) -> None:
        """Go into a list or a mapping."""
        self.count(event, 1, 0)
        if depth > self._block.limits.depth:
            self._refuse(event, f"The values are nested deeper than {self._block.limits.depth} levels.")
        if event.anchor:
            self._anchors[event.anchor] = None  # until it is complete: it may not contain itself

    def remember(self, anchor: str, value: Value, nodes: int, characters: int) -> None:
        """Keep an anchored value for its aliases; the counts are its own."""
        self._anchors[anchor] = _Anchored(value, nodes, characters)

    def alias(self, event: AliasEvent, depth: int) -> Value:
        """Return the value that an alias stands for."""
        anchored = self._anchors.get(event.anchor or "")
        if anchored is None:
            loop = event.anchor in self._anchors
            reason = "stands inside the value that it repeats" if loop else "repeats no value"
            message = f"The YAML cannot be read: `*{event.anchor}` {reason}; put it in quotes if it is text."
            raise Refused(FM008.at(span_of(event, self._block.base), message))
        self.count(event, anchored.nodes, anchored.characters)
        if depth + height(anchored.value) > self._block.limits.depth:
            self._refuse(event, f"The values are nested deeper than {self._block.limits.depth} levels.")
        return anchored.value

    def _refuse(self, event: NodeEvent, message: str) -> None:
        raise Refused(FM015.at(span_of(event, self._block.base), message))


def height(value: Value) -> int:
    """Return how many levels of lists and mappings a value has."""
    if isinstance(value, dict):
        return 1 + max(map(height, value.values()), default=0)
    if isinstance(value, list):
        return 1 + max(map(height, value), default=0)
    return 0
