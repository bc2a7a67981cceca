"""The commands with their options, as data: read from the parsers, so that whoever shows them is never behind."""

import argparse
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module

from ingest.cli.main import COMMANDS
from ingest.rules import RULES

# The metavar says what a value is: rules can be listed, paths are known to the shell, the rest is the user's.
RULE_METAVARS = frozenset({"RULES", "CODE"})
PATH_METAVARS = frozenset({"SRC", "FILE", "FOLDER", "PATH"})


@dataclass(frozen=True, slots=True)
class Value:
    """What can stand in one place: one of some words, or a path, or (neither) anything."""

    name: str
    words: tuple[str, ...] = ()
    is_path: bool = False


@dataclass(frozen=True, slots=True)
class Option:
    """An option; without a value it is a switch."""

    names: tuple[str, ...]
    help: str
    value: Value | None = None
    repeatable: bool = False


@dataclass(frozen=True, slots=True)
class Command:
    """A command, its options, and what stands after them (the last one any number of times where `open_ended`)."""

    name: str
    help: str
    options: tuple[Option, ...]
    arguments: tuple[Value, ...]
    open_ended: bool


def commands() -> Iterator[Command]:
    """Yield every command in the order of the help."""
    for name, text in COMMANDS.items():
        parser = argparse.ArgumentParser(prog=f"ingest {name}", allow_abbrev=False)
        import_module(f"ingest.cli.{name}").add_arguments(parser)
        actions = [action for action in parser._actions if action.help is not argparse.SUPPRESS]  # noqa: SLF001 - argparse has no public way to list what was declared
        positional = [action for action in actions if not action.option_strings]
        yield Command(
            name,
            text,
            tuple(_option(action) for action in actions if action.option_strings),
            tuple(_value(action) for action in positional),
            open_ended=any(action.nargs in ("*", "+") for action in positional),
        )


def _option(action: argparse.Action) -> Option:
    return Option(
        tuple(action.option_strings),
        (action.help or "").replace("%%", "%"),
        None if action.nargs == 0 else _value(action),
        repeatable=type(action).__name__ == "_AppendAction",
    )


def _value(action: argparse.Action) -> Value:
    name = action.metavar if isinstance(action.metavar, str) else action.dest
    if action.choices is not None:
        return Value(name, tuple(map(str, action.choices)))
    if name in RULE_METAVARS:
        return Value(name, tuple(RULES) + tuple(rule.code.name for rule in RULES.values()))
    return Value(name, is_path=name in PATH_METAVARS)
