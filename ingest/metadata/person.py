"""A person as front matter names one."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who wrote, translated, edited or reviewed; `url` is their page, if the file names one."""

    name: str
    url: str | None = None
