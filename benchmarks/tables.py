"""Costs as Markdown tables."""

from collections.abc import Iterator, Mapping, Sequence

from measuring import Costs
from peers import FLOOR, INGEST, Peer

MILLION = 1_000_000


def comparison(peers: Sequence[Peer], costs: Mapping[str, Costs], files: int) -> Iterator[str]:
    """Yield the lines of the table; ratios are to `ingest export` in one process and to the floor."""
    own, floor = costs[INGEST], costs[FLOOR]
    ratios = "CPU, ingest = 1 | CPU, floor = 1"
    yield f"| command | does | CPU µs/file | {ratios} | wall s | wall, ingest = 1 | peak MB | spread |"
    yield "|---|---|--:|--:|--:|--:|--:|--:|--:|"
    for peer in peers:
        cost = costs.get(peer.name)
        if cost is None or cost.problem:
            said = " ".join((peer.missing or cost.problem if cost else peer.missing).split())[:80].replace("|", "/")
            yield f"| {peer.name} | {peer.does} | left out: {said} | | | | | | |"
            continue
        yield (
            f"| {peer.name} | {peer.does} | {cost.cpu / files * MILLION:,.0f} | {cost.cpu / own.cpu:.2f} "
            f"| {cost.cpu / floor.cpu:.1f} | {cost.wall:.2f} | {cost.wall / own.wall:.2f} "
            f"| {cost.memory / MILLION:.0f} | {cost.spread:.0%} |"
        )


def scaling(rows: Mapping[int, Mapping[str, Costs]]) -> Iterator[str]:
    """Yield the lines of the table of sizes."""
    yield "| files | command | CPU µs/file | wall µs/file | peak MB |"
    yield "|--:|---|--:|--:|--:|"
    for size, costs in rows.items():
        for name, cost in costs.items():
            if cost.problem:
                yield f"| {size:,} | {name} | failed: {cost.problem[:60]!r} | | |"
                continue
            yield (
                f"| {size:,} | {name} | {cost.cpu / size * MILLION:,.0f} | {cost.wall / size * MILLION:,.0f} "
                f"| {cost.memory / MILLION:.0f} |"
            )
