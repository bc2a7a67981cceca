"""What is asked of the workers where a file is not simply recalled, and what they answer."""

from collections.abc import Callable, Iterator, Sequence
from typing import Generic, NamedTuple, TypeAlias

from ingest.engine.cache.plan import Plan, Verdict, aligned
from ingest.engine.cache.state import FileState, digest_of, state_of
from ingest.engine.cache.store import StoreReader
from ingest.engine.found import FileList, FoundFile
from ingest.engine.job import Job, Outcome


class Request(NamedTuple):
    """A file to work on; with a digest: unless its bytes have it."""

    file: FoundFile
    digest: bytes | None


class Unchanged(NamedTuple):
    """The bytes of the file have the digest; `state` is from before they were read."""

    state: FileState


class Worked(NamedTuple, Generic[Outcome]):
    """The outcome, and the state of the file before it was read; None where the state does not tell about changes."""

    state: FileState | None
    outcome: Outcome


Answer: TypeAlias = Unchanged | Worked[Outcome]


class Requests:
    """The requests of a run, in order, made as they are drawn."""

    def __init__(self, files: FileList, store: StoreReader, plan: Plan) -> None:
        self._files, self._store, self._plan = files, store, plan

    def __len__(self) -> int:
        return self._plan.requests

    def __iter__(self) -> Iterator[Request]:
        verdicts = iter(self._plan.verdicts)
        for file, _, entry in aligned(self._files, self._store.entries_again()):
            if file is None:
                continue
            verdict = next(verdicts)
            if verdict != Verdict.RECALL:
                yield Request(file, entry.digest if entry and verdict == Verdict.COMPARE else None)


class Comparing(Generic[Outcome]):
    """The work of a job, spared where the bytes of the file have the digest; crosses to worker processes."""

    def __init__(self, work: Callable[[Sequence[FoundFile]], Sequence[Outcome]]) -> None:
        self._work = work

    def __call__(self, requests: Sequence[Request]) -> list[Answer[Outcome]]:
        """Return the answer to each request."""
        states = [state_of(request.file.absolute) for request in requests]
        spared = [_spared(*one) for one in zip(requests, states, strict=True)]
        changed = [request.file for request, unchanged in zip(requests, spared, strict=True) if not unchanged]
        outcomes = iter(self._work(changed))
        return [unchanged or Worked(state, next(outcomes)) for unchanged, state in zip(spared, states, strict=True)]


def _spared(request: Request, state: FileState | None) -> Unchanged | None:
    if request.digest and state and digest_of(request.file.absolute) == request.digest:
        return Unchanged(state)
    return None


def request_job(job: Job[FoundFile, Outcome]) -> Job[Request, Answer[Outcome]]:
    """Return the job that answers requests."""

    def lost(request: Request, reason: str) -> Answer[Outcome]:
        return Worked(None, job.on_lost(request.file, reason))

    return Job(Comparing(job.work), lost, lambda request: job.weigh(request.file), job.prepare)
