"""The obvious script: python-frontmatter, langdetect on title and body, json."""

import json
import sys
from pathlib import Path

import frontmatter
from langdetect import DetectorFactory, LangDetectException, detect

DetectorFactory.seed = 0


def language(text: str) -> str | None:
    """Return the language of a text, None where there is nothing to tell it by."""
    try:
        return detect(text)
    except LangDetectException:
        return None


source, output = sys.argv[1:]
with Path(output).open("w", encoding="utf-8") as lines:
    for path in sorted(Path(source).rglob("*.md")):
        try:
            post = frontmatter.load(str(path))
        except Exception as error:  # noqa: BLE001 - a script like this skips what it cannot read
            print(path, type(error).__name__, file=sys.stderr)
            continue
        title = str(post.get("title", ""))
        record = {
            "path": str(path),
            "title": title,
            "title_language": language(title),
            "language": language(post.content),
            "date": str(post.get("date")),
            "author": post.get("author"),
            "content": post.content,
        }
        lines.write(json.dumps(record, ensure_ascii=False) + "\n")
