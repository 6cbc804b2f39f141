"""The completion for fish, 3.0 and later."""

from collections.abc import Iterable, Iterator

from newsread.manual.declared import Declared, Option, Values

_HEAD = """\
# Completion of newsread for fish; `newsread completions fish` prints it.

function __newsread_words --description 'what is typed behind newsread, without --config'
    set -l words (commandline -opc)
    set -e words[1]
    if test "$words[1]" = --config
        set -e words[1..2]
    else if string match -q -- '--config=*' "$words[1]"
        set -e words[1]
    end
    printf '%s\\n' $words
end

function __newsread_first --description 'whether a command may stand here'
    test -z (__newsread_words | string collect)
end

function __newsread_in --description 'whether this command is typed already'
    set -l words (__newsread_words)
    contains -- "$words[1]" $argv
end

"""


def written(declared: Iterable[Declared]) -> str:
    """The whole completion."""
    reader, *others = declared
    names = " ".join(each.name for each in others)
    lines = [f"complete -c newsread -n __newsread_first -a {each.name} -d {_quoted(each.title)}" for each in others]
    lines += _options(f"not __newsread_in {names}", reader)
    for each in others:
        lines += _options(f"__newsread_in {each.name}", each)
        if each.values.kind != "files":
            lines.append(f"complete -c newsread -n '__newsread_in {each.name}' {_offer(each.values)}".rstrip())
    return _HEAD + "\n".join(lines) + "\n"


def _options(condition: str, command: Declared) -> Iterator[str]:
    return (f"complete -c newsread -n {_quoted(condition)} {_option(option)}" for option in command.options)


def _option(option: Option) -> str:
    names = " ".join(f"-l {name[2:]}" if name.startswith("--") else f"-s {name[1:]}" for name in option.names)
    takes = {"nothing": "", "files": "-rF"}.get(option.values.kind, f"-r {_offer(option.values)}")
    return f"{names} {takes} -d {_quoted(option.about)}".replace("  ", " ")


def _offer(values: Values) -> str:
    """What to offer instead of files."""
    words = " ".join(values.words)
    return {"words": f"-f -a {_quoted(words)}", "list": f"-f -a {_quoted(f'(__fish_append , {words})')}"}.get(
        values.kind, "-f"
    )


def _quoted(words: str) -> str:
    return "'" + words.replace("\\", "\\\\").replace("'", "\\'") + "'"
