"""The command as users run it: in a folder of its own, with a small environment."""

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ARTICLE = "---\ntitle: A night in the lighthouse\n---\n\nThe keeper still climbs the stairs each evening.\n"
BROKEN = "---\ntitle: The light: a history\n---\n\nThe keeper still climbs the stairs each evening.\n"
LIMIT_SECONDS = 60
# Where the script `ingest` lies depends on the installation.
COMMAND = (sys.executable, "-m", "ingest")


@dataclass(frozen=True)
class Command:
    """Runs `ingest` in a folder, in a process of its own."""

    folder: Path
    environment: Mapping[str, str] = field(default_factory=dict)

    @property
    def environ(self) -> dict[str, str]:
        """Return the environment: nothing of the caller's that colours, sizes or names a CI server."""
        kept = {name: os.environ[name] for name in ("PATH", "HOME", "SYSTEMROOT") if name in os.environ}
        return {**kept, **self.environment}

    def __call__(self, *arguments: str | os.PathLike[str], stdin: bytes = b"") -> "subprocess.CompletedProcess[bytes]":
        """Run one command line and return its exit code, output and errors."""
        return subprocess.run(
            [*COMMAND, *arguments],
            cwd=self.folder,
            env=self.environ,
            input=stdin,
            capture_output=True,
            timeout=LIMIT_SECONDS,
            check=False,
        )

    def start(self, *arguments: str | os.PathLike[str], **streams: Any) -> "subprocess.Popen[bytes]":  # noqa: ANN401 - as Popen has them
        """Begin a run and return its process."""
        return subprocess.Popen([*COMMAND, *arguments], cwd=self.folder, env=self.environ, **streams)

    def under(self, **environment: str) -> "Command":
        """Return the same with more in the environment."""
        return Command(self.folder, {**self.environment, **environment})

    def write(self, name: str, text: str = ARTICLE) -> Path:
        """Write a file into the folder, with the folders above it."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path
