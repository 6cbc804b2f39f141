"""What can be typed, as plain data: read off the parsers, so that manual and completions cannot fall behind them."""

import re
from argparse import Action, ArgumentParser
from collections.abc import Mapping
from typing import Literal, NamedTuple

from newsread_filters.registry import BUILTIN

_OPTIONS_IN_USAGE = re.compile(r"\[(?:--[^\]]*|OPTION\.\.\.)\]")
_LISTED = re.compile(r"^  (\w+)\b.*?  +(\S.*)$", re.MULTILINE)
"""A command in the reader's help, and what it does."""
_FILES = frozenset({"FILE", "SOURCE"})


class Values(NamedTuple):
    """What can stand in a place: names of files, one of the `words`, several with commas between, or any text."""

    kind: Literal["nothing", "text", "files", "words", "list"]
    words: tuple[str, ...] = ()


class Option(NamedTuple):
    """An option of a command."""

    names: tuple[str, ...]
    takes: str
    """What it takes, as the help writes it; empty when it takes nothing."""
    values: Values
    about: str


class Declared(NamedTuple):
    """A command; the reader itself has no name."""

    name: str
    title: str
    """What it does, in a few words."""
    usage: str
    about: str
    """Paragraphs and tables, as --help prints them."""
    options: tuple[Option, ...]
    values: Values
    """What its words can be."""
    examples: tuple[str, ...]
    """Whole commands."""


def declared(parsers: Mapping[str, ArgumentParser]) -> tuple[Declared, ...]:
    """Everything that `parsers`, by the names of their commands, understand."""
    titles = dict(_LISTED.findall(parsers[""].epilog or ""))
    return tuple(_command(name, titles.get(name, ""), parser) for name, parser in parsers.items())


def _command(name: str, title: str, parser: ArgumentParser) -> Declared:
    usage = parser.usage or ""
    words = _OPTIONS_IN_USAGE.sub("", usage.removeprefix("newsread").strip().removeprefix(name)).strip(" [].")
    examples = re.findall(r"^  (.*\bnewsread\b.*)$", parser.epilog or "", re.MULTILINE) if name else []
    return Declared(
        name=name,
        title=title,
        usage=usage,
        about=(parser.description or "").strip(),
        options=tuple(map(_option, parser._actions)),  # noqa: SLF001 - argparse has no other way to tell
        values=_values(words),
        examples=tuple(examples),
    )


def _option(action: Action) -> Option:
    takes = "" if action.nargs == 0 else str(action.metavar or "|".join(map(str, action.choices or ())))
    return Option(tuple(action.option_strings), takes, _values(takes), action.help or "")


def _values(takes: str) -> Values:
    """What is told by the name of the place: FILE, SOURCE, NAME (of a filter), or the words themselves."""
    filters = tuple(kind.name for kind in BUILTIN)
    if not takes:
        return Values("nothing")
    if takes in _FILES:
        return Values("files")
    if takes == "NAME":
        return Values("words", filters)
    words = tuple(takes.split("|"))
    if "NAME,NAME" in words:
        return Values("list", (*(word for word in words if "NAME" not in word), *filters))
    return Values("words", words) if len(words) > 1 else Values("text")
