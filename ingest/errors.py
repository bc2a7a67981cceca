"""The one exception for usage and the machine: what is about an article is a Finding, never an exception."""


class IngestError(Exception):
    """A message for the person at the keyboard; the command line prints it and exits with `exit_code`."""

    exit_code = 2


class OutputError(IngestError):
    """The output cannot be written."""

    exit_code = 3
