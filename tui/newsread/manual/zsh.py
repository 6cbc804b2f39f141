"""The completion for zsh."""

from collections.abc import Iterable, Iterator

from newsread.manual.declared import Declared, Option, Values

_HEAD = """\
#compdef newsread
# Completion of newsread for zsh; `newsread completions zsh` prints it.

_newsread_first() {
    local -a commands=(
"""
_COMMAND = """\
    )
    _describe -t commands command commands
    _files
}

_newsread() {
    local at=2 command=
    [[ $words[2] == --config=* ]] && at=3
    [[ $words[2] == --config ]] && at=4
    if ((CURRENT > at)); then
        command=$words[at]
    fi
    case $command in
"""
_BEHIND = """\
            words=(newsread "${(@)words[at + 1,-1]}")
            ((CURRENT -= at - 1))
            ;;
    esac
    case $command in
"""
_TAIL = """\
    esac
}

if [[ $funcstack[1] == _newsread ]]; then
    _newsread "$@"
else
    compdef _newsread newsread
fi
"""


def written(declared: Iterable[Declared]) -> str:
    """The whole completion."""
    reader, *others = declared
    commands = "".join(f"        {_quoted(f'{each.name}:{each.title}')}\n" for each in others)
    names = "|".join(each.name for each in others)
    branches = "".join(_branch(each.name, each, _words(each)) for each in others)
    first = _branch("*", reader, ["1: :_newsread_first"])
    return f"{_HEAD}{commands}{_COMMAND}        {names})\n{_BEHIND}{branches}{first}{_TAIL}"


def _branch(pattern: str, command: Declared, words: list[str]) -> str:
    return f"        {pattern})\n            _arguments -S {_specs(command, words)}\n            ;;\n"


def _words(command: Declared) -> list[str]:
    """Any number of files, else one word."""
    if command.values.kind == "nothing":
        return []
    many = "*" if command.values.kind == "files" else "1"
    return [f"{many}:{command.name}:{_action(command.values)}"]


def _specs(command: Declared, words: list[str]) -> str:
    specs = [*(spec for option in command.options for spec in _option(option)), *words]
    return " ".join(f"\\\n                {_quoted(spec)}" for spec in specs)


def _option(option: Option) -> Iterator[str]:
    """A specification for each of its names, which exclude each other."""
    others = f"({' '.join(option.names)})"
    about = option.about.replace("\\", "\\\\").replace("[", r"\[").replace("]", r"\]").replace(":", r"\:")
    for name in option.names:
        if option.takes:
            yield f"{others}{name}=[{about}]:{name.lstrip('-')}:{_action(option.values)}"
        else:
            yield f"{others}{name}[{about}]"


def _action(values: Values) -> str:
    words = " ".join(values.words)
    return {
        "files": "_files", "words": f"({words})", "list": f"_sequence -s , compadd - {words}",
    }.get(values.kind, " ")  # fmt: skip


def _quoted(words: str) -> str:
    return "'" + words.replace("'", "'\\''") + "'"
