"""What is to be done with each file of a run: its outcome is remembered, or its bytes decide, or it is worked on."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import IntEnum

from ingest.engine.cache.index import Entry
from ingest.engine.cache.state import state_of
from ingest.engine.cache.store import StoreReader
from ingest.engine.found import FileList, FoundFile


class Verdict(IntEnum):
    """What is to be done with a file."""

    WORK = 0
    COMPARE = 1
    """Its size is the remembered one, the rest of its state is not: its bytes decide."""
    RECALL = 2


@dataclass(slots=True)
class Plan:
    """A verdict for every file, in order, and what they amount to."""

    verdicts: bytearray = field(default_factory=bytearray)
    changes: int = 0
    """Files whose entry is missing or has to change."""
    kept_bytes: int = 0
    """What the outcomes of all entries take that are kept as they are."""

    @property
    def requests(self) -> int:
        """Return how many files are not simply recalled."""
        return len(self.verdicts) - self.verdicts.count(Verdict.RECALL)


def plan_of(files: FileList, store: StoreReader) -> Plan:
    """Return the plan for a run; raise DamagedIndexError where the store turns out to be damaged."""
    plan = Plan()
    for file, _, entry in aligned(files, store.entries()):
        if file is None:
            plan.kept_bytes += entry.length if entry else 0
            continue
        state = None if file.problem else state_of(file.absolute)
        verdict = Verdict.WORK
        if state is not None and entry is not None and store.reachable(entry):
            if state == entry[:4]:
                verdict = Verdict.RECALL
            elif state.size == entry.size:
                verdict = Verdict.COMPARE
            plan.kept_bytes += entry.length if verdict else 0
        plan.verdicts.append(verdict)
        plan.changes += state is not None and verdict is not Verdict.RECALL
    return plan


def aligned(
    files: Iterable[FoundFile], entries: Iterator[tuple[str, Entry]]
) -> Iterator[tuple[FoundFile | None, str, Entry | None]]:
    """Yield each file with its path and entry, and in their places the entries without a file.

    Both come ordered by path, so that neither need be in memory.
    """
    remembered = next(entries, None)
    for file in files:
        path = file.path
        while remembered is not None and remembered[0] < path:
            yield None, *remembered
            remembered = next(entries, None)
        if remembered is not None and remembered[0] == path:
            yield file, path, remembered[1]
            remembered = next(entries, None)
        else:
            yield file, path, None
    while remembered is not None:
        yield None, *remembered
        remembered = next(entries, None)
