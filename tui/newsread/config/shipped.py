"""The shipped config.toml, written from the declarations: `python -m newsread.config.shipped` prints it."""

import inspect
import json
import sys
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from textwrap import wrap

import msgspec

from newsread.config.declaration import ReaderSettings, Settings, SourceSettings
from newsread_filters.filter import Filter

_HEAD = """\
# newsread's configuration: every setting, with its default value. This file is also the documentation.
# Your own file holds only what you change. `newsread config path` tells where it lies, `newsread config init` makes
# one, `newsread config check` says what is wrong with it.
"""
_FILTERS = """
# ---- Filters: each names one sort of clutter. `enabled = false` turns one off; `newsread filters NAME` shows what it
# does. They run in this order.
"""
_TAIL = """
# ---- Your own rules, as many as you like. Each has exactly one test, made on a whole line of the article:
# equals, contains, starts_with, ends_with, or pattern (a regular expression).
#
# [[rules]]
# starts_with = "TIDES TODAY"
# action = "remove"                # or "keep" (no filter removes such a line), or "end" (the article ends there)
# in_links = false                 # true: test the words of the line's links instead of the line
# sites = ["gannet.example"]       # only there, subdomains too; without it everywhere
# name = "tide tables"
# reason = "the tide table"

# ---- What differs on one site (and its subdomains; the most exact name wins).
#
# [sites."gannet.example".filters.captions]
# enabled = false
"""


def text() -> str:
    """The packaged file: beside the package in a wheel, at the top of a checkout."""
    packaged = files("newsread") / "config.toml"
    if packaged.is_file():
        return packaged.read_text("utf8")
    return (Path(__file__).parents[3] / "config.toml").read_text("utf8")


def written(settings: Settings) -> str:
    """The whole file for `settings`."""
    parts = [_HEAD]
    parts += _table("reader", settings.reader, _first_line(ReaderSettings))
    parts += _table("sources", settings.sources, _first_line(SourceSettings))
    parts.append(_FILTERS)
    for name, each in settings.filters.items():
        parts += _table(f"filters.{name}", each, _first_line(type(each)))
    parts.append(_TAIL)
    return "".join(parts)


def _table(name: str, table: msgspec.Struct, told: str) -> Iterator[str]:
    yield "".join(f"\n{line}" for line in wrap(told, 116, initial_indent="# ", subsequent_indent="# "))
    yield f"\n[{name}]\n"
    for each in sorted(msgspec.structs.fields(table), key=lambda field: field.name != "enabled"):
        if about := described(each):
            yield "".join(f"{line}\n" for line in wrap(about, 116, initial_indent="# ", subsequent_indent="# "))
        yield f"{each.encode_name} = {_value(getattr(table, each.name))}\n"


def described(each: msgspec.structs.FieldInfo) -> str:
    """What a field is described as in its declaration; empty when it is not."""
    metadata = getattr(each.type, "__metadata__", ())
    return next((meta.description for meta in metadata if isinstance(meta, msgspec.Meta) and meta.description), "")


def _value(value: object) -> str:
    if isinstance(value, list | tuple | frozenset | set):
        return "[" + ", ".join(map(_value, value)) + "]"
    return json.dumps(value, ensure_ascii=False)


def _first_line(kind: type[ReaderSettings | SourceSettings | Filter]) -> str:
    return (inspect.getdoc(kind) or "").partition("\n\n")[0].replace("\n", " ")


if __name__ == "__main__":
    sys.stdout.write(written(Settings()))
