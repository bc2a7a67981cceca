"""What `check --fix` does with one file: read it the way the check does, mend it, prove it, write it."""

import os
from dataclasses import dataclass

from ingest.article import Article, Refusal
from ingest.engine.found import FoundFile
from ingest.engine.judging import Judge
from ingest.engine.settings import Settings
from ingest.findings import Applicability, Finding
from ingest.fixes import NotWritten, Reading, encoded, fix_text, unified_diff, why_not_written, write_fixed
from ingest.source import Newline, Source, Undecodable, Unreadable, decode, read_bytes

LINE_ENDS = {Newline.CRLF: "\r\n", Newline.CR: "\r"}


@dataclass(frozen=True, slots=True)
class Fixed:
    """A file before and after; `applied` are the findings that were mended."""

    source: Source
    text: str
    data: bytes
    applied: tuple[Finding, ...]


def fix_file(file: FoundFile, settings: Settings, applicability: Applicability) -> Fixed | None:
    """Return what a file becomes when its fixes are applied, or None where there is nothing to mend."""
    judge = settings.judge_of(file.absolute)
    if file.problem:
        return None
    data = read_bytes(file.absolute, judge.options.limits, file.root)
    return (
        None
        if isinstance(data, Unreadable)
        else _fixed(data, file.path, _Way(judge, settings.place_of(file.absolute), applicability))
    )


def fix_bytes(data: bytes, path: str, settings: Settings, applicability: Applicability) -> Fixed | None:
    """Return what an article becomes when its fixes are applied, or None where there is nothing to mend."""
    absolute = os.path.abspath(path)
    return _fixed(data, path, _Way(settings.judge_of(absolute), settings.place_of(absolute), applicability))


@dataclass(frozen=True, slots=True)
class _Way:
    judge: Judge
    place: str
    applicability: Applicability


def _fixed(data: bytes, path: str, way: _Way) -> Fixed | None:
    source = decode(data, path, way.judge.options.limits)
    if isinstance(source, Undecodable):
        return None

    def read(text: str) -> Reading:
        result = way.judge.judge(Source(path, data, text, source.encoding, source.bom), way.place)
        return Reading(result.findings, essence_of(result))

    outcome = fix_text(source.text, read, way.applicability, LINE_ENDS.get(source.newline, "\n"))
    if outcome.text == source.text:
        return None
    after = encoded(source, outcome.text)
    return None if after is None else Fixed(source, outcome.text, after, outcome.applied)


def essence_of(result: Article | Refusal) -> object:
    """Return what a safe fix must leave as it is: the metadata, the title and the body, or that there is no article."""
    if isinstance(result, Refusal):
        return None
    body = result.body.markdown.replace("\r\n", "\n").replace("\r", "\n")
    return result.metadata, result.title, body.strip()


def write(file: FoundFile, fixed: Fixed) -> NotWritten | None:
    """Put the mended bytes into the file; return why not, where it was left as it is."""
    return write_fixed(file.absolute, fixed.source.data, fixed.data)


def would_not_write(file: FoundFile, fixed: Fixed) -> NotWritten | None:
    """Return why `write` would leave a file as it is, None where it would write."""
    return why_not_written(file.absolute, fixed.source.data)


def patch_of(fixed: Fixed, name: str) -> bytes | None:
    """Return the patch of a file in the file's own bytes, None where patch could not read them (UTF-16, UTF-32)."""
    if fixed.source.encoding.startswith(("utf-16", "utf-32")):
        return None
    mark = "\ufeff" if fixed.source.bom else ""
    patch = unified_diff(mark + fixed.source.text, mark + fixed.text, name)
    head, body = patch.split("\n@@", 1)
    # The head names the file in the system's bytes, the rest is in the file's.
    return os.fsencode(head) + f"\n@@{body}".encode(fixed.source.encoding)
