"""Lists in front matter, however deep they are nested, as one run of items."""

from collections.abc import Iterator

from ingest.frontmatter.model import KeyPath, Value


def items_of(value: Value) -> Iterator[tuple[Value, KeyPath]]:
    """Yield what is no list in a value, with its path from there, in order; nulls say nothing and are left out."""
    pending: list[tuple[Value, KeyPath]] = [(value, ())]
    while pending:
        item, path = pending.pop()
        if isinstance(item, list):
            pending.extend((item[index], (*path, index)) for index in reversed(range(len(item))))
        elif item is not None:
            yield item, path
