"""The manual page newsread(1)."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from newsread import commands
from newsread.keys import sign
from newsread.linear import commands as linear
from newsread.manual import roff
from newsread.manual.declared import Declared, Option

_FILES = (
    ("~/.config/newsread/config.toml", "your configuration; `newsread config init` makes one that explains itself"),
    ("~/.config/newsread/filters/*.py", "filters of your own"),
    ("~/.local/state/newsread/newsread.sqlite", "what newsread remembers: places, stars, corrections"),
)
_ENVIRONMENT = (
    ("NEWSREAD_CONFIG", "the configuration to read instead of your own"),
    ("XDG_CONFIG_HOME, XDG_STATE_HOME", "the folders that stand for ~/.config and ~/.local/state"),
    ("BROWSER", "the commands that start your browser, with colons between them"),
    ("VISUAL, EDITOR", "the command that starts your editor"),
    ("NO_COLOR", "when it is set, the reader is shown without colours"),
)
_STATUS = (
    ("0", "everything is fine"),
    ("1", "it failed; with several sources, one of them"),
    ("2", "the command line is wrong"),
    ("3", "there is nothing readable on the page"),
    ("130", "you interrupted it"),
)


def written(declared: Iterable[Declared], version: str) -> str:
    """The whole page, as roff."""
    reader, *others = declared
    return "".join([
        f'.TH NEWSREAD 1 "" "newsread {version}" "User Commands"\n',
        *_beginning(reader, others),
        *_options(reader.options),
        roff.section("COMMANDS"), *(part for each in others for part in _command(each)),
        roff.section("KEYS"), *_keys(),
        roff.section("LINEAR MODE"), *_linear(),
        roff.section("FILES"), *_table(_FILES),
        roff.section("ENVIRONMENT"), *_table(_ENVIRONMENT),
        roff.section("EXIT STATUS"), *_table(_STATUS),
        roff.section("EXAMPLES"), roff.verbatim(example for each in others for example in each.examples),
    ])  # fmt: skip


def _beginning(reader: Declared, others: Iterable[Declared]) -> Iterator[str]:
    yield roff.section("NAME") + rf"newsread \- {roff.text(_title(reader.about))}" + "\n"
    yield roff.section("SYNOPSIS") + ".nf\n"
    yield from (
        f"{roff.bold('newsread')} {roff.text(each.usage.removeprefix('newsread '))}\n" for each in (reader, *others)
    )
    yield ".fi\n"
    yield roff.section("DESCRIPTION") + roff.prose(reader.about)


def _title(about: str) -> str:
    """The beginning of a description, as a name's explanation is written: "read news in a terminal"."""
    beginning = about.partition("\n")[0].partition(":")[0].rstrip(".")
    return beginning[:1].lower() + beginning[1:]


def _options(options: Iterable[Option]) -> Iterator[str]:
    yield roff.section("OPTIONS")
    yield from map(_option, options)


def _command(command: Declared) -> Iterator[str]:
    yield roff.subsection(command.usage.removeprefix("newsread ")) + roff.prose(command.about)
    yield from (_option(option) for option in command.options if not {"--help", "--config"} & set(option.names))


def _option(option: Option) -> str:
    names = ", ".join(map(roff.bold, option.names))
    return roff.entry(f"{names} {roff.italic(option.takes)}" if option.takes else names, option.about)


def _keys() -> Iterator[str]:
    """The reader's keys, group by group."""
    yield roff.prose(
        "These are the keys as shipped. The table [keys] of the configuration gives any command others; ? lists "
        "those in force."
    )
    for group, members in groupby(commands.COMMANDS, key=lambda command: command.group):
        yield roff.subsection(group)
        for command in members:
            keys = ", ".join(roff.bold(sign(key)) for key in command.keys)
            yield roff.entry(keys, ". ".join(filter(None, (command.title, command.help))))


def _linear() -> Iterator[str]:
    yield roff.prose(
        "With --linear newsread prints one paragraph after the other and takes commands at a prompt. Nothing moves on "
        "the screen and nothing is told by colour alone: this is the mode for screen readers and braille displays. "
        "Type a command and press Enter."
    )
    yield from (roff.entry(roff.bold(linear.typed(command)), command.title) for command in linear.COMMANDS)


def _table(rows: Iterable[tuple[str, str]]) -> Iterator[str]:
    return (roff.entry(roff.bold(name), about) for name, about in rows)
