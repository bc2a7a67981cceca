"""One finding for people, as a paragraph: where, what, the line of the source with carets, how to mend it."""

from collections.abc import Iterator

from ingest.findings import Applicability, Finding, Position
from ingest.reporters.colours import Palette, palette
from ingest.reporters.concise import fix_mark
from ingest.reporters.excerpt import clipped, marked
from ingest.reporters.model import FileReport, ReportContext
from ingest.reporters.visible import sentence, visible_path


def paragraphs(file: FileReport, context: ReportContext) -> Iterator[str]:
    """Yield a paragraph for every finding of a file, ended by an empty line."""
    colours = palette(colour=context.colour)
    for finding in file.findings:
        lines = [_header(file, finding, context, colours)]
        lines += _source_lines(file, finding, context, colours)
        lines += _hints(finding, context, colours)
        yield "\n".join((*lines, "", ""))


def _header(file: FileReport, finding: Finding, context: ReportContext, colours: Palette) -> str:
    path = colours.paint(colours.bold, visible_path(file.path))
    place = f"{path}:{finding.position.line}:{finding.position.column}" if finding.position else path
    label = colours.paint(colours.of(finding.severity), f"{finding.severity} {finding.code}")
    mark = colours.paint(colours.fix, fix_mark(finding, context))
    return f"{place}: {label}{mark} {sentence(finding.message)}"


def _source_lines(file: FileReport, finding: Finding, context: ReportContext, colours: Palette) -> Iterator[str]:
    position = finding.position
    if position is None or position.line not in file.lines:
        return
    digits = len(str(position.line + 1))
    room = context.width - digits - len(" | ")
    yield _gutter("", digits, colours)
    for number in range(position.line - 1, position.line + 2):
        text = file.lines.get(number, "")
        if number == position.line:
            shown, carets = _marked_line(text, position, room)
            yield _gutter(number, digits, colours, shown)
            yield _gutter("", digits, colours, carets, colours.of(finding.severity))
        elif text.strip():
            yield _gutter(number, digits, colours, clipped(text, room))


def _marked_line(text: str, position: Position, room: int) -> tuple[str, str]:
    """Return the line as shown and the carets below it; of a span over several lines the first is marked to its end."""
    several = position.end_line > position.line
    start = position.column - 1
    shown = marked(text, start, max(len(text), start) if several else position.end_column - 1, room)
    tail = f" to line {position.end_line}" if several else ""
    fits = shown.indent + shown.carets + len(tail) <= room
    return shown.text, " " * shown.indent + "^" * shown.carets + (tail if fits else "")


def _gutter(number: int | str, digits: int, colours: Palette, text: str = "", style: str = "") -> str:
    blanks = len(text) - len(text.lstrip(" ")) if style else 0
    edge = colours.paint(colours.dim, f"{number:>{digits}} |")
    return f"{edge} {text[:blanks]}{colours.paint(style, text[blanks:])}" if text else edge


def _hints(finding: Finding, context: ReportContext, colours: Palette) -> Iterator[str]:
    if finding.code in context.help:
        yield f"  = {colours.paint(colours.fix, 'help:')} {sentence(context.help[finding.code].text)}"
    if finding.fix is None or not context.show_fixes:
        return
    safe = finding.fix.applicability is Applicability.SAFE
    label = "[*] fix available:" if safe else "unsafe fix available:"
    yield f"  = {colours.paint(colours.fix, label)} {sentence(finding.fix.description)}"
