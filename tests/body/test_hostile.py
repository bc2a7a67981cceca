"""Input made to take long or to raise; each is read in a process of its own that is stopped after twenty seconds.

The work of a linear reader on these takes well under a second; a quadratic one takes minutes.
"""

import subprocess
import sys

import pytest

SIZE = 100_000
REPEATED = [
    "![](",
    "![](a){ ",
    "<!--",
    "<!-- a",
    "[",
    "[a][a]",
    "[^1]",
    "*",
    "_ a*",
    "> ",
    "- ",
    "-  \n",
    "1. a\n",
    "{{<",
    "](",
    "]({{a}}",
    "]({{<",
    "]: {{a}}",
    "[a]({{b}})",
    "href={{a}}",
    "\ufdd00\ufdd1]({{a}}",
    "{{",
    "{%",
    "{%\n",
    "{% highlight %}",
    "{",
    "{}",
    "{/*",
    "<",
    "</",
    "<a ",
    '<a ">"',
    "<a '>",
    "<a \"'>",
    "<a b=",
    '<img src="',
    "<?",
    "<!A",
    "<![CDATA[",
    "<b>",
    "<h2>",
    "<blockquote>",
    "<blockquote>\n\n",
    "<svg>",
    "<pre>\n\n",
    "<div><pre>\n\n",
    "<code>",
    '<a href="x">',
    "<div>\n",
    "<A b={",
    "<A>{",
    "`",
    "~",
    "~~a",
    "```\n",
    "a\n---\n",
    "a\n===\n",
    "---\n",
    "# a\n",
    ":::",
    "\n:::",
    "\n!!! a",
    "\n!!! a\n\n    ",
    '=== "a"\n',
    '??? "',
    "!!! a ",
    ":::{ ",
    "|",
    "$",
    "$$ \\",
    "https://",
    "https://a)",
    "&#",
    "&#x",
    "**a:**b",
    "*中：*b",
    "__中",
    "\\",
    "\x1f",
    "\x1e",
    "\r",
    "a  \n",
    " ",
    "\n",
    "a\n: b\n",
    "import {\n",
    "import { a",
    "export const a\n\n",
    "title: a\n",
    "---\ntitle: a\n",
    "Sure! ",
    "注意：",
    "如果需要",
    "感谢",
    "。",
    "a'",
    "a-",
    "中",
    "\ud800",
]
BUILT = {
    "nested lists": "''.join('  ' * i + '- a\\n' for i in range(440))",
    "nested quotes": "''.join('> ' * i + 'a\\n' for i in range(440))",
    "code spans of every length": "' '.join('`' * i for i in range(440))",
    "an address of brackets": "'https://' + ')' * 100000",
    "a long table": "'|a|\\n|-|\\n' + '|b|\\n' * 20000",
    "a tag with many quotes": "'<a ' + '\"\"' * 40000 + '>'",
    "a component with many quotes": "'import a from \"b\"\\n\\n<A ' + '\"\"' * 40000 + '>'",
    "a tag with many attributes": "'<img ' + ' a=\"' * 20000 + '>'",
    "a character reference": "'<p>&#' + '9' * 100000 + ';'",
    "Markdown by indentation": "'import a from \"b\"\\n\\n' + '\\n\\n'.join(' ' * (4 * i) + 'x' for i in range(200))",
    "tags in tags": "'\\n'.join('<A' + '{' * i for i in range(440))",
    "a container line": "':::' + ' ' * 100000 + '{x'",
    "nested admonitions": "'\\n'.join(' ' * 4 * i + '!!! a' for i in range(220))",
    "an admonition and empty lines": "'!!! a' + '\\n' * 100000",
    "a line of blanks and a fence": "' ' * 100000 + '```'",
    "a key": "'title: a\\n' + 'k' * 100000 + ':'",
}
SCRIPT = """
import sys
from ingest.body import Stated, assistant_phrases, has_readable_text, metadata_block, read_body
for case in eval(sys.stdin.read()):
    body = read_body(case, Stated("b", ("a",)))
    lines = case.replace("\\r\\n", "\\n").replace("\\r", "\\n").count("\\n") + 1
    assert all(1 <= passage.line <= passage.end_line <= lines for passage in body.passages), case[:20]
    assistant_phrases(body), metadata_block(case), has_readable_text(body)
"""


def run(cases: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT], input=cases, text=True, capture_output=True, timeout=20, check=False
    )
    assert done.returncode == 0, done.stderr[-500:]


@pytest.mark.parametrize("batch", range(0, len(REPEATED), 8))
def test_repeated(batch: int) -> None:
    units = REPEATED[batch : batch + 8]
    run("[" + ", ".join(f"{unit!a} * {SIZE // len(unit)}" for unit in units) + "]")


def test_built() -> None:
    run("[" + ", ".join(BUILT.values()) + "]")
