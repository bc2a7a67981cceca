"""A fix as a patch that `patch -p0` applies."""

import difflib
from collections.abc import Iterator

NO_NEWLINE = "\\ No newline at end of file\n"


def unified_diff(before: str, after: str, path: str) -> str:
    """Return the unified diff of two texts of one file, empty where they are equal.

    Lines are split where patch splits them, at LF only.
    """
    # GNU diff ends a name with a tab where it has a blank; without it patch takes the name up to the blank.
    name = f"{path}\t" if " " in path else path
    lines = difflib.unified_diff(_lines(before), _lines(after), name, name)
    return "".join(line if line.endswith("\n") else f"{line}\n{NO_NEWLINE}" for line in lines)


def _lines(text: str) -> list[str]:
    return list(_split(text))


def _split(text: str) -> Iterator[str]:
    start = 0
    while start < len(text):
        end = text.find("\n", start) + 1 or len(text)
        yield text[start:end]
        start = end
