"""What every stage of `ingest export` costs an article, measured by pyperf in processes of their own.

    python benchmarks/stages.py                  1,000 articles made from the project's samples
    python benchmarks/stages.py FOLDER           your own

A stage is timed alone over all articles of the folder; "the rest" is what the whole takes beyond the stages.
"""

import argparse
import gc
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import environment

OUT = Path(__file__).parent / "out"
FILES = 1000


@dataclass(frozen=True)
class Inputs:
    """What each stage is given: everything of the stages before it, made once in every process."""

    folder: Path

    @cached_property
    def data(self) -> list[tuple[bytes, str]]:
        """Return the bytes and the name of every file."""
        return [(path.read_bytes(), path.name) for path in sorted(self.folder.rglob("*.md"))]

    @cached_property
    def judge(self) -> Any:  # noqa: ANN401 - ingest is imported in the environment only
        """Return what reads and judges under the default configuration."""
        from ingest import Config  # noqa: PLC0415
        from ingest.engine.judging import Judge  # noqa: PLC0415

        return Judge.of(Config())

    @cached_property
    def articles(self) -> list[Any]:
        """Return the files that are articles."""
        from ingest import Article  # noqa: PLC0415

        read = [self.judge.read(data, path) for data, path in self.data]
        return [article for article in read if isinstance(article, Article)]


def stages(inputs: Inputs) -> dict[str, Callable[[], object]]:
    """Return, by name, a function that runs a stage over all articles."""
    import orjson  # noqa: PLC0415 - all of it is in the environment only

    from ingest.article.reading import read_article, read_front_matter  # noqa: PLC0415
    from ingest.body import assistant_phrases, has_readable_text, read_body  # noqa: PLC0415
    from ingest.body.parsing import PLAIN  # noqa: PLC0415
    from ingest.engine.job import BATCH_ITEMS  # noqa: PLC0415
    from ingest.engine.judging import Given  # noqa: PLC0415
    from ingest.metadata import read_metadata  # noqa: PLC0415
    from ingest.record import record_of, to_json_line  # noqa: PLC0415
    from ingest.rules import check_article  # noqa: PLC0415
    from ingest.source import decode  # noqa: PLC0415

    def over(function: Callable[[Any], object]) -> Callable[[], object]:
        return lambda: [function(article) and None for article in inputs.articles]

    def whole() -> None:
        files = [Given(data, path) for data, path in inputs.data]
        for start in range(0, len(files), BATCH_ITEMS):
            results = inputs.judge.read_all(files[start : start + BATCH_ITEMS])
            records = [record_of(result) for result in results if hasattr(result, "body")]
            for record in records:
                to_json_line(record)

    front_matters = cache(lambda: [read_front_matter(article.source) for article in inputs.articles])
    records = cache(lambda: [record_of(article) for article in inputs.articles])
    metadata_options = lambda: inputs.judge.options.metadata  # noqa: E731
    return {
        "whole, from bytes to JSON": whole,
        "floor: decode, write JSON": lambda: [
            orjson.dumps({"text": data.decode("utf-8", "replace")}) for data, _ in inputs.data
        ],
        "decode": lambda: [decode(data, path) and None for data, path in inputs.data],
        "front matter": over(lambda article: read_front_matter(article.source)),
        "metadata": lambda: [read_metadata(each, metadata_options()) and None for each in front_matters()],
        "body": over(lambda article: read_body(article.body.markdown)),
        "… the parser on whole texts (few need it)": over(
            lambda article: list(PLAIN.events_with_range(article.body.markdown, merge_text=True))
        ),
        "anything readable?": over(lambda article: has_readable_text(article.body)),
        "read_article, with languages": over(lambda article: read_article(article.source, inputs.judge.options)),
        "rules": over(lambda article: list(check_article(article, inputs.judge.selection.enabled))),
        "… an assistant's words": over(lambda article: assistant_phrases(article.body)),
        "record": over(record_of),
        "JSON": lambda: [to_json_line(record) and None for record in records()],
    }


def main() -> None:
    """Time every stage and print the table."""
    environment.enter()
    import pyperf  # noqa: PLC0415 - in the environment
    from corpus import write_corpus  # noqa: PLC0415 - same

    runner = pyperf.Runner(processes=3, values=5, warmups=1, loops=1, add_cmdline_args=_pass_on)
    runner.argparser.description = __doc__
    runner.argparser.add_argument("folder", nargs="?", type=Path)
    options = runner.parse_args()
    folder = options.folder or OUT / f"articles-{FILES}"
    if options.folder is None:
        write_corpus(folder, FILES)
    files = sum(1 for _ in folder.rglob("*.md"))
    found = {name: runner.bench_func(name, _frozen(stage)) for name, stage in stages(Inputs(folder)).items()}
    if not options.worker and all(found.values()):
        # The fastest of many values: a busy neighbour only ever adds.
        _report({name: min(each.get_values()) / files * 1e6 for name, each in found.items()})


def _frozen(stage: Callable[[], object]) -> Callable[[], object]:
    """Return the stage with its inputs kept out of the garbage collector's sight, as a short-lived article would be."""
    state = {"ready": False}

    def run() -> object:
        if not state["ready"]:
            stage()
            gc.collect()
            gc.freeze()
            state["ready"] = True
        return stage()

    return run


def _pass_on(command: list[str], options: argparse.Namespace) -> None:
    if options.folder is not None:
        command.append(str(options.folder))


def _report(micros: dict[str, float]) -> None:
    whole = micros["whole, from bytes to JSON"]
    language = micros["read_article, with languages"] - sum(
        micros[name] for name in ("front matter", "metadata", "body", "anything readable?")
    )
    micros = {**micros, "languages (read_article without the above)": language}
    lines = ["| stage | µs an article | share |", "|---|--:|--:|"]
    lines += [f"| {name} | {value:.1f} | {value / whole:.0%} |" for name, value in micros.items()]
    OUT.mkdir(exist_ok=True)
    (OUT / "stages.md").write_text("\n".join((*lines, "")), encoding="utf-8")
    print("\n".join(lines))


if __name__ == "__main__":
    main()
