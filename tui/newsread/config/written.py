"""Settings as TOML, with a comment for everything that is declared with a description."""

import inspect
import json
from collections.abc import Iterator, Mapping
from textwrap import wrap

import msgspec

from newsread.commands import COMMANDS
from newsread.config.declaration import ReaderSettings, Settings, SourceSettings
from newsread.config.fields import described, listed
from newsread.keymap import Keymap
from newsread.keys import written as key_as_written
from newsread_filters.filter import Filter
from newsread_filters.rules import Rule

_ABOUT_KEYS = (
    'The keys of every command: characters ("j", "]", "G"), names ("space", "pgdn", "f5"), with "ctrl+", "alt+" or '
    '"shift+" before them, or two in a row ("g g"). Several each; [] for none. No key may mean two things.'
)


def general(settings: Settings) -> str:
    """The tables of the program itself."""
    parts = [
        *_table("[reader]", settings.reader, _first_sentence(ReaderSettings)),
        *_table("[sources]", settings.sources, _first_sentence(SourceSettings)),
        *_keys(Keymap(settings.keys)),
    ]
    return "\n".join(parts)


def filters(settings: Settings) -> str:
    """A table for each filter, in the order they run."""
    tables = (_table(f"[filters.{name}]", each, _first_sentence(type(each))) for name, each in settings.filters.items())
    return "\n".join(line for table in tables for line in table)


def own(settings: Settings) -> str:
    """The user's rules, and what differs on single sites."""
    parts = [line for rule in settings.rules for line in ("", "[[rules]]", *_values(_changed(rule, Rule())))]
    for host, changed in settings.sites.items():
        parts += ["", f"[sites.{value(host)}]"]
        for name, each in changed.items():
            if values := _changed(each, settings.filters[name]):
                parts += ["", f"[sites.{value(host)}.filters.{name}]", *_values(values)]
    return "\n".join(parts)


def value(anything: object) -> str:
    """`anything` that TOML can hold, written in TOML."""
    if isinstance(anything, list | tuple | frozenset | set):
        return "[" + ", ".join(map(value, anything)) + "]"
    if isinstance(anything, dict):
        return "{" + ", ".join(f"{value(key)} = {value(each)}" for key, each in anything.items()) + "}"
    if isinstance(anything, str | bool):
        return json.dumps(anything, ensure_ascii=False).replace("\x7f", "\\u007f")
    return str(anything)


def _table(header: str, table: msgspec.Struct, about: str) -> Iterator[str]:
    yield ""
    yield from _comment(about)
    yield header
    for each in listed(table):
        yield from _comment(described(each))
        now = getattr(table, each.name)
        yield f"# {each.encode_name} is not set" if now is None else f"{each.encode_name} = {value(now)}"


def _keys(keymap: Keymap) -> Iterator[str]:
    yield from ("", *_comment(_ABOUT_KEYS), "[keys]")
    for command in COMMANDS:
        yield from _comment(command.title + ".")
        yield f"{command.name} = {value([*map(key_as_written, keymap.keys(command.name))])}"


def _comment(text: str) -> list[str]:
    return wrap(text, 116, initial_indent="# ", subsequent_indent="# ", break_on_hyphens=False)


def _values(values: Mapping[str, object]) -> list[str]:
    return [f"{key} = {value(each)}" for key, each in values.items()]


def _changed(now: msgspec.Struct, before: msgspec.Struct) -> dict[str, object]:
    """What `now` says otherwise than `before`."""
    values = {each.encode_name: getattr(now, each.name) for each in msgspec.structs.fields(now)}
    return {key: each for key, each in values.items() if each is not None and each != getattr(before, key)}


def _first_sentence(kind: type[ReaderSettings | SourceSettings | Filter]) -> str:
    return (inspect.getdoc(kind) or "").partition("\n\n")[0].replace("\n", " ")
