"""The fenced blocks of a Markdown page, and the commands in them."""

import re
from dataclasses import dataclass
from pathlib import Path

PROJECT = Path(__file__).parents[2]
READMES = ("README.md", "README.zh-CN.md")
FENCE = re.compile(r"^(`{3,})(\S+)[^\n]*\n(.*?)^\1$", re.MULTILINE | re.DOTALL)
SHELLS = frozenset({"console", "bash", "sh"})
RUN = frozenset({"python", "pycon"})


@dataclass(frozen=True)
class Block:
    """A fenced block: its language and its text."""

    language: str
    text: str


@dataclass(frozen=True)
class Call:
    """A command line, and the output that the page shows below it (None: none is shown)."""

    line: str
    output: str | None


def text_of(page: str) -> str:
    return (PROJECT / page).read_text(encoding="utf-8")


def blocks_of(page: str, *languages: str) -> list[Block]:
    """Return the blocks of a page in some languages, or all."""
    found = [Block(match[2], match[3]) for match in FENCE.finditer(text_of(page))]
    return [block for block in found if not languages or block.language in languages]


def calls_of(block: Block) -> list[Call]:
    """Return the command lines of a shell block that begin with `ingest`."""
    if block.language == "console":
        parts = re.split(r"^\$ ", block.text, flags=re.MULTILINE)[1:]
        calls = [Call(line, output) for line, _, output in (part.partition("\n") for part in parts)]
    else:
        calls = [Call(line, None) for line in block.text.splitlines()]
    return [call for call in calls if call.line.startswith("ingest ")]
