"""The completion for bash, 3.2 and later, with nothing else installed."""

from collections.abc import Iterable, Iterator

from newsread.manual.declared import Declared, Values

_HEAD = """\
# Completion of newsread for bash; `newsread completions bash` prints it.

_newsread_words() {
    COMPREPLY+=($(compgen -W "$1" -- "$cur"))
}

_newsread_list() {
    local before=""
    [[ $cur == *,* ]] && before=${cur%,*},
    COMPREPLY+=($(compgen -P "$before" -W "$1" -- "${cur##*,}"))
}

_newsread_commands_and_files() {
    local file
    _newsread_words "$1"
    while IFS= read -r file; do COMPREPLY+=("$file"); done < <(compgen -f -- "$cur")
}

# Where nothing is offered, bash completes names of files by itself.
_newsread() {
    local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD - 1]} at=1 command="" word
    COMPREPLY=()
    if [[ $cur == = ]]; then # --option=value comes in three words
        cur=""
    elif [[ $prev == = ]]; then
        prev=${COMP_WORDS[COMP_CWORD - 2]}
    fi
    for word in "${COMP_WORDS[@]:1:COMP_CWORD - 1}"; do
        [[ $word == -- ]] && return
    done
    if [[ ${COMP_WORDS[1]} == --config ]]; then
        at=3
        [[ ${COMP_WORDS[2]} == = ]] && at=4
    fi
    ((at < COMP_CWORD)) && command=${COMP_WORDS[at]}
    case $command in
"""
_TAIL = """\
    esac
}

complete -o filenames -o default -F _newsread newsread
"""


def written(declared: Iterable[Declared]) -> str:
    """The whole completion."""
    reader, *others = declared
    names = " ".join(each.name for each in others)
    branches = [line for each in others for line in _branch(each.name, each, _offer(each.values))]
    first = ["if ((at == COMP_CWORD)); then", f'    _newsread_commands_and_files "{names}"', "fi"]
    return _HEAD + "".join(f"        {line}\n" for line in [*branches, *_branch("*", reader, first)]) + _TAIL


def _branch(pattern: str, command: Declared, otherwise: list[str]) -> Iterator[str]:
    """What is offered behind a command: values of the option before, else options, else its words."""
    yield f"{pattern})"
    yield "    case $prev in"
    for option in command.options:
        if option.takes:
            offer = "; ".join([*_offer(option.values), "return"])
            yield f"        {'|'.join(option.names)}) {offer} ;;"
    yield "    esac"
    names = " ".join(name for option in command.options for name in option.names)
    yield "    if [[ $cur == -* ]]; then"
    yield f'        _newsread_words "{names}"'
    if otherwise:
        yield "    else"
        yield from (f"        {line}" for line in otherwise)
    yield "    fi"
    yield "    ;;"


def _offer(values: Values) -> list[str]:
    words = " ".join(values.words)
    return {"words": [f'_newsread_words "{words}"'], "list": [f'_newsread_list "{words}"']}.get(values.kind, [])
