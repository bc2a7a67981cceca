"""`python -m ingest` and the `ingest` command."""

import sys


def main() -> int:
    """Run the command line and return its exit code."""
    if sys.argv[1:] in (["--version"], ["-V"]):
        from ingest.version import __version__  # noqa: PLC0415 - asking for the version loads nothing else

        sys.stdout.write(f"ingest {__version__}\n")
        return 0
    from ingest.cli.main import run  # noqa: PLC0415 - same

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
