"""What a person at a real terminal sees, and no other reader: colours, the bar of a long run, lines that fit."""

import fcntl
import os
import pty
import re
import struct
import termios
import unicodedata
from collections.abc import Callable
from typing import Any

import pytest
from command import BROKEN, LIMIT_SECONDS, Command

COLOUR = "\x1b["
CLEAR_LINE = "\r\x1b[2K"
ESCAPES = re.compile(r"\x1b\[[0-9;]*[A-Za-z]")
# A site's own model under which the clock says that every article took more than half a second.
SLOW_MODEL = """
import time
from ingest import Metadata

real_clock, late = time.monotonic, [0.0]
time.monotonic = lambda: real_clock() + late[0]

class Slow(Metadata):
    def model_post_init(self, context):
        late[0] += 0.6
"""


def seen(cli: Command, *arguments: str, columns: int = 80) -> tuple[int, str]:
    """Return the exit code of a run at a terminal, and what the terminal received."""
    leader, follower = pty.openpty()
    fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    process = cli.start(*arguments, stdin=follower, stdout=follower, stderr=follower)
    os.close(follower)
    received = b""
    while True:
        try:
            chunk = os.read(leader, 4096)
        except OSError:  # how Linux says that the other end is closed
            break
        if not chunk:
            break
        received += chunk
    os.close(leader)
    return process.wait(LIMIT_SECONDS), received.decode().replace("\r\n", "\n")


def cells(text: str) -> int:
    """Return the columns that a line takes: two for a Chinese character."""
    return sum(2 if unicodedata.east_asian_width(character) in "FW" else 1 for character in text)


@pytest.mark.parametrize(
    ("environment", "coloured"),
    [
        ({"TERM": "xterm-256color"}, True),
        ({"TERM": "dumb"}, False),
        ({"TERM": "xterm", "NO_COLOR": "1"}, False),
        ({"TERM": "xterm", "NO_COLOR": ""}, True),
        ({"TERM": "dumb", "FORCE_COLOR": "1"}, True),
        ({"TERM": "xterm", "FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
    ],
)
def test_colours_at_a_terminal(cli: Command, environment: dict[str, str], *, coloured: bool) -> None:
    cli.write("a.md", BROKEN)
    code, received = seen(cli.under(**environment), "check", "a.md")
    assert code == 1
    assert (COLOUR in received) == coloured
    assert "a.md:2:8: error FM010" in ESCAPES.sub("", received)


@pytest.mark.parametrize(("environment", "coloured"), [({}, False), ({"FORCE_COLOR": "1"}, True)])
@pytest.mark.parametrize("arguments", ["check a.md", "export a.md -o records.jsonl"])
def test_colours_in_a_pipe(cli: Command, environment: dict[str, str], arguments: str, *, coloured: bool) -> None:
    cli.write("a.md", BROKEN)
    result = cli.under(**environment, TERM="xterm")(*arguments.split())
    assert (COLOUR.encode() in result.stdout + result.stderr) == coloured


@pytest.mark.parametrize("output_format", ["json", "sarif", "junit", "github", "gitlab", "markdown"])
def test_machine_formats_have_no_colours(
    cli: Command, here: Callable[..., Any], monkeypatch: pytest.MonkeyPatch, output_format: str
) -> None:
    cli.write("a.md", BROKEN)
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert COLOUR in here("check", "a.md").out
    assert COLOUR not in here("check", "a.md", "--output-format", output_format).out


@pytest.mark.parametrize("columns", [20, 40, 80])
def test_every_line_of_an_excerpt_fits_the_terminal(cli: Command, columns: int) -> None:
    title = "城市图书馆为什么在午夜开门：一份" * 12
    cli.write("a.md", f"---\ntitle: {title}: 记录\n---\n\n图书馆的灯从前九点就熄了，现在一直亮到两点。\n")
    code, received = seen(cli.under(TERM="dumb"), "check", "a.md", columns=columns)
    excerpt = [line for line in received.split("\n") if " | " in line]
    assert code == 1
    assert len(excerpt) >= 3
    assert max(map(cells, excerpt)) <= columns


def test_the_caret_stands_under_chinese_text(cli: Command) -> None:
    cli.write(
        "a.md", "---\n标题: 菜市场里的天气预报员\ntags: [天气, 城市]\n日期: 明天\n---\n\n菜市场里的人都听他的。\n"
    )
    _, received = seen(cli.under(TERM="dumb"), "check", "a.md", "--select", "SC004")
    source, carets = received.split("\n")[3:5]
    assert cells(source[: source.index("明天")]) == carets.index("^")
    assert carets.count("^") == cells("明天")


def test_a_run_of_more_than_a_second_shows_how_far_it_is(cli: Command) -> None:
    cli.write("ingest.toml", 'metadata_model = "slow:Slow"\n')
    cli.write("slow.py", SLOW_MODEL)
    for name in "abc":
        cli.write(f"{name}.md")
    arguments = ("export", ".", "-o", "records.jsonl", "--workers", "1")
    _, received = seen(cli.under(TERM="xterm"), *arguments, columns=60)
    bars = [bar for bar in received.split(CLEAR_LINE) if " files, " in bar]
    assert bars
    assert all(re.fullmatch(r"(\[#*\.*\])? \d/3 files, \d/s, \d:\d\d left", bar) for bar in bars)
    assert all(cells(bar) < 60 for bar in bars)
    assert received.rpartition(CLEAR_LINE)[2].startswith("records")
    assert b" files, " not in cli(*arguments).stderr


def test_a_short_run_shows_no_bar(cli: Command) -> None:
    cli.write("a.md")
    _, received = seen(cli.under(TERM="xterm"), "export", "a.md", "-o", "records.jsonl")
    assert CLEAR_LINE not in received


def test_ctrl_c_at_a_terminal(cli: Command) -> None:
    cli.write("ingest.toml", 'metadata_model = "waiting:Post"\n')
    cli.write("waiting.py", "import os, signal\nos.kill(os.getpid(), signal.SIGINT)\n")
    cli.write("a.md")
    assert seen(cli.under(TERM="xterm"), "check", ".") == (130, "ingest: interrupted\n")
