"""A datatrove pipeline as one is written for a corpus: a reader of front matter, a filter, JSON Lines.

Its own language filter loads a model from a hub, so there is none here: this is what the pipeline itself costs.
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import ClassVar

import frontmatter
from datatrove.data import Document
from datatrove.executor import LocalPipelineExecutor
from datatrove.pipeline.filters import LambdaFilter
from datatrove.pipeline.readers.base import BaseDiskReader
from datatrove.pipeline.writers import JsonlWriter


class ArticleReader(BaseDiskReader):
    """One document for each Markdown file, front matter as its metadata."""

    name = "Articles"
    _requires_dependencies: ClassVar[list[str]] = []

    def read_file(self, filepath: str) -> Iterator[Document]:
        """Yield the document in a file; one whose front matter cannot be read is left out."""
        with self.data_folder.open(filepath, "rt", encoding="utf-8") as file:
            try:
                post = frontmatter.loads(file.read())
            except Exception as error:  # noqa: BLE001 - as the other scripts do
                print(filepath, type(error).__name__, file=sys.stderr)
                return
        metadata = {key: str(value) for key, value in post.metadata.items()}
        document = self.get_document_from_dict({"text": post.content, **metadata}, filepath, 0)
        if document:
            yield document


if __name__ == "__main__":
    source, output = sys.argv[1:]
    folder = Path(output).parent
    LocalPipelineExecutor(
        pipeline=[
            ArticleReader(source, glob_pattern="**/*.md"),
            LambdaFilter(lambda document: bool(document.metadata.get("title"))),
            JsonlWriter(str(folder), output_filename=Path(output).name, compression=None),
        ],
        tasks=1,
        workers=1,
        skip_completed=False,
        logging_dir=str(folder / "datatrove-logs"),
    ).run()
