"""The completion scripts of bash, zsh and fish."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import TypeAlias

from ingest.cli.command_line import Command, Option, Value

Script: TypeAlias = Callable[[Sequence[Command]], str]

# bash 3.2 is what macOS has: no mapfile, no associative arrays. `=` is a word of its own to readline.
BASH = """\
# Completion of ingest for bash, made by `ingest completion bash`.
_ingest() {{
    local cur="${{COMP_WORDS[COMP_CWORD]}}" previous="${{COMP_WORDS[COMP_CWORD-1]}}" command="${{COMP_WORDS[1]}}"
    local options="" words="" index
    COMPREPLY=()
    if [ "$cur" = "=" ]; then
        cur=""
    elif [ "$previous" = "=" ]; then
        previous="${{COMP_WORDS[COMP_CWORD-2]}}"
    fi
    if [ "$COMP_CWORD" -eq 1 ]; then
        COMPREPLY=($(compgen -W "{commands} --help --version" -- "$cur"))
        return
    fi
    for ((index = 2; index < COMP_CWORD; index++)); do
        [ "${{COMP_WORDS[index]}}" = "--" ] && return
    done
    case "$command $previous" in
{values}
    esac
    case "$command" in
{cases}
    esac
    case "$cur" in
        -*) words="$options" ;;
    esac
    COMPREPLY=($(compgen -W "$words" -- "$cur"))
}}
complete -o default -o bashdefault -F _ingest ingest
"""

ZSH = """\
#compdef ingest
# Completion of ingest for zsh, made by `ingest completion zsh`.
_ingest() {{
  local curcontext="$curcontext" state line
  typeset -A opt_args
  local -a commands
  commands=(
{commands}
  )
  _arguments -C '--version[print the version]' '--help[say what there is]' '1: :->command' '*:: :->arguments'
  case $state in
    command) _describe command commands ;;
    arguments)
      case $words[1] in
{cases}
      esac ;;
  esac
}}
if [ "$funcstack[1]" = "_ingest" ]; then
  _ingest "$@"
else
  compdef _ingest ingest
fi
"""

FISH = """\
# Completion of ingest for fish, made by `ingest completion fish`.
complete -c ingest -n __fish_use_subcommand -f -l version -d 'print the version'
{lines}
"""


def bash_script(commands: Sequence[Command]) -> str:
    """Return the script for bash: source it."""
    return BASH.format(
        commands=" ".join(command.name for command in commands),
        values="\n".join(line for command in commands for line in _bash_values(command)),
        cases="\n".join(map(_bash_case, commands)),
    )


def _bash_values(command: Command) -> Iterator[str]:
    for option in command.options:
        if option.value:
            patterns = "|".join(f'"{command.name} {name}"' for name in option.names)
            yield f"        {patterns}) {_bash_value(option.value)} ;;"


def _bash_case(command: Command) -> str:
    options = " ".join(name for option in command.options for name in option.names)
    words = " ".join(word for value in command.arguments for word in value.words)
    return f'        {command.name}) options="{options}" words="{words}" ;;'


def _bash_value(value: Value) -> str:
    # With nothing in COMPREPLY readline offers file names.
    return f'COMPREPLY=($(compgen -W "{" ".join(value.words)}" -- "$cur")); return' if value.words else "return"


def zsh_script(commands: Sequence[Command]) -> str:
    """Return the script for zsh: `_ingest` in a folder of `$fpath`, or sourced."""
    return ZSH.format(
        commands="\n".join("    " + _quoted(f"{command.name}:{command.help}") for command in commands),
        cases="\n".join(map(_zsh_case, commands)),
    )


def _zsh_case(command: Command) -> str:
    specs = " \\\n          ".join(_zsh_specs(command))
    return f"        {command.name}) _arguments \\\n          {specs} ;;"


def _zsh_specs(command: Command) -> Iterator[str]:
    for option in command.options:
        text = option.help.replace("\\", r"\\").replace("[", r"\[").replace("]", r"\]")
        value = f":{_zsh_value(option.value)}" if option.value else ""
        for name in option.names:
            yield _quoted(f"{'*' if option.repeatable else ''}{name}[{text}]{value}")
    for number, argument in enumerate(command.arguments, start=1):
        is_last = number == len(command.arguments)
        yield _quoted(f"{'*' if command.open_ended and is_last else number}:{_zsh_value(argument)}")


def _zsh_value(value: Value) -> str:
    if value.words:
        return f"{value.name}:({' '.join(value.words)})"
    return f"{value.name}:{'_files' if value.is_path else ' '}"


def fish_script(commands: Sequence[Command]) -> str:
    """Return the script for fish: `ingest.fish` in a completions folder."""
    lines: list[str] = []
    for command in commands:
        lines.append(
            f"complete -c ingest -n __fish_use_subcommand -f -a {command.name} -d {_fish_quoted(command.help)}"
        )
        condition = f"complete -c ingest -n '__fish_seen_subcommand_from {command.name}'"
        lines += [f"{condition} {_fish_option(option)}" for option in command.options]
        lines += [f"{condition} -f -a '{' '.join(value.words)}'" for value in command.arguments if value.words]
    return FISH.format(lines="\n".join(lines))


def _fish_option(option: Option) -> str:
    names = " ".join(f"-l {name[2:]}" if name.startswith("--") else f"-s {name[1:]}" for name in option.names)
    return f"{names}{_fish_value(option.value) if option.value else ''} -d {_fish_quoted(option.help)}"


def _fish_value(value: Value) -> str:
    if value.words:
        return f" -x -a '{' '.join(value.words)}'"
    return " -r -F" if value.is_path else " -x"


def _quoted(text: str) -> str:
    """Return a text as one word of zsh."""
    return "'" + text.replace("'", r"'\''") + "'"


def _fish_quoted(text: str) -> str:
    return "'" + text.replace("\\", "\\\\").replace("'", r"\'") + "'"


SCRIPTS: Mapping[str, Script] = MappingProxyType({"bash": bash_script, "zsh": zsh_script, "fish": fish_script})
