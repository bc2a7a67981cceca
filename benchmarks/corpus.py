"""A folder of any size, made from the project's own samples: the same number gives the same files."""

import argparse
import re
import shutil
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

SAMPLES = Path(__file__).parents[1] / "samples"
HEALTHY = ("hexo", "hugo", "jekyll", "docusaurus")
FILLING = (*HEALTHY, "broken")
"""Of the broken samples only paragraphs are taken: a peer would end at their front matter."""
OTHER_LANGUAGES = frozenset({"norway", "mixed-body"})
"""Samples whose paragraphs would make an English article a mixed one."""
BYTES = 4096
"""About the mean of the news site's articles."""
PER_FOLDER = 500
# Addresses would be the same in every copy; `published: false` and unknown templates stop Hugo.
_ADDRESS = re.compile(r"^(?:slug|permalink|url|aliases|id|layout|published)\s*:.*\n", re.MULTILINE)
_TITLE = re.compile(r"^(title\s*:\s*)(['\"]?)", re.MULTILINE)
_TEMPLATE = re.compile(r"\{\{|\{%|^:::|^<|^---$|```", re.MULTILINE)
_HAN = re.compile("[\u4e00-\u9fff]")


@dataclass(frozen=True, slots=True)
class Sample:
    """A healthy front matter in YAML and the paragraphs below it."""

    front_matter: str
    paragraphs: tuple[str, ...]
    chinese: bool


def read_samples(folders: tuple[str, ...]) -> tuple[Sample, ...]:
    """Return the samples below some folders that have YAML and paragraphs without template code."""
    paths = chain.from_iterable(sorted((SAMPLES / name).rglob("*.md")) for name in folders)
    paths = (path for path in paths if path.stem not in OTHER_LANGUAGES)
    return tuple(sample for path in paths if (sample := _sample(path)) is not None)


def _sample(path: Path) -> Sample | None:
    match = re.fullmatch(r"---\n(.*?\n)---\n(.*)", path.read_text(encoding="utf-8"), re.DOTALL)
    if match is None:
        return None
    paragraphs = tuple(part.strip("\n") for part in match[2].split("\n\n") if part.strip())
    paragraphs = tuple(part for part in paragraphs if not _TEMPLATE.search(part))
    chinese = len(_HAN.findall(match[2])) * 3 > len(match[2])
    return Sample(_ADDRESS.sub("", match[1]), paragraphs, chinese) if len(paragraphs) > 1 else None


def article(samples: tuple[Sample, ...], filling: tuple[Sample, ...], number: int, size: int = BYTES) -> str:
    """Return an article: a sample with a number in its title, filled up with others of its language."""
    sample = samples[number % len(samples)]
    front_matter = _TITLE.sub(rf"\g<1>\g<2>{number} ", sample.front_matter, count=1)
    others = [other for other in filling if other.chinese == sample.chinese and other != sample]
    start = number % len(others)
    body = list(sample.paragraphs)
    length = sum(len(paragraph.encode()) for paragraph in body)
    for paragraph in chain.from_iterable(other.paragraphs for other in (*others[start:], *others[:start])):
        if length >= size:
            break
        body.append(paragraph)
        length += len(paragraph.encode())
    text = "\n\n".join(body)
    return f"---\n{front_matter}---\n\n{text.strip()}\n\n{number}\n"


def write_corpus(folder: Path, files: int, size: int = BYTES) -> None:
    """Write that many articles below a folder, unless they are there."""
    done = folder / ".complete"
    if done.exists() and done.read_text() == f"{files} {size}":
        return
    samples, filling = read_samples(HEALTHY), read_samples(FILLING)
    for first in range(0, files, PER_FOLDER):
        part = folder / f"part-{first // PER_FOLDER:04}"
        part.mkdir(parents=True, exist_ok=True)
        for number in range(first, min(first + PER_FOLDER, files)):
            (part / f"{number:06}.md").write_text(article(samples, filling, number, size), encoding="utf-8")
    done.write_text(f"{files} {size}")


def repeat(source: Path, folder: Path, times: int) -> Path:
    """Return a folder with that many copies of another one, which it makes unless it is there."""
    for number in range(times):
        copy = folder / f"copy-{number:04}"
        if not copy.exists():
            shutil.copytree(source, copy)
    return folder


def main() -> None:
    """Write a folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--files", type=int, default=1000)
    parser.add_argument("--bytes", type=int, default=BYTES, help="of an article's text, about")
    options = parser.parse_args()
    write_corpus(options.folder, options.files, options.bytes)


if __name__ == "__main__":
    main()
