"""The collector of cyclic garbage runs seldom in the process of the command line, and memory stays flat."""

import subprocess
import sys
from pathlib import Path

import pytest

ARTICLE = "---\ntitle: A night in the lighthouse\n---\n\nThe keeper still climbs the stairs each evening.\n"


@pytest.mark.parametrize("command", ["check", "export"])
def test_articles_leave_no_garbage(tmp_path: Path, command: str) -> None:
    for number in range(1500):
        (tmp_path / f"{number}.md").write_text(ARTICLE)
    arguments = [command, ".", "--quiet", "--no-cache", "--workers", "1", "--fail-on", "never"]
    code = (
        "import gc, sys\n"
        "from ingest.__main__ import main\n"
        f"sys.argv = ['ingest', *{arguments!r}]\n"
        "main()\n"
        "young = gc.get_stats()[0]\n"
        "print(young['collections'], len(gc.get_objects()) + gc.get_freeze_count(), file=sys.stderr)\n"
    )
    ended = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True)
    collections, objects = map(int, ended.stderr.split())
    assert collections < 10, "at Python's own threshold there are 60"
    assert objects < 150_000, "about 60,000 are modules and what they hold"


def test_the_library_leaves_the_collector_alone(tmp_path: Path) -> None:
    code = (
        "import gc, ingest; before = gc.get_threshold(); ingest.parse_article(b''); assert gc.get_threshold() == before"
    )
    subprocess.run([sys.executable, "-c", code], cwd=tmp_path, check=True)
