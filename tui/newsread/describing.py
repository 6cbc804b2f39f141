"""Describes the filters to the reader. Imported in the process that loads them."""

import inspect
from collections.abc import Iterator
from typing import Annotated, Any, get_args, get_origin

from msgspec import Meta
from msgspec.structs import FieldInfo, fields

from newsread.config.declaration import Settings
from newsread.config.fields import choices, described
from newsread.fence import fence
from newsread.filternotes import ExampleNote, FilterNote, OptionNote
from newsread_filters.filter import Example, Filter, show
from newsread_filters.gate import clean, clean_line
from newsread_filters.registry import BUILTIN
from newsread_filters.sites import best


def filters(settings: Settings, site: str | None) -> tuple[FilterNote, ...]:
    """Every installed filter, as it is set on `site` and everywhere."""
    host = best(site, settings.sites)
    there = settings.filters if host is None else settings.sites[host]
    return tuple(_described(there[name], each) for name, each in settings.filters.items())


def _described(here: Filter, everywhere: Filter) -> FilterNote:
    kind = type(here)
    about, *more = (clean(inspect.getdoc(kind) or "It has no documentation.")).split("\n\n")
    return FilterNote(
        name=here.name,
        about=clean_line(about),
        more=tuple(map(clean_line, more)),
        origin="" if kind in BUILTIN else "not one of newsread's own",
        options=tuple(_option(each, here, everywhere) for each in fields(here) if each.name != "enabled"),
        here=here.enabled,
        everywhere=everywhere.enabled,
        examples=tuple(_examples(here)),
    )


def _option(field: FieldInfo, here: Filter, everywhere: Filter) -> OptionNote:
    kind: Any = field.type
    metas = []
    if get_origin(kind) is Annotated:
        kind, *metas = get_args(kind)
    bounds = [each for each in metas if isinstance(each, Meta)]
    name = "choice" if choices(field) else getattr(get_origin(kind) or kind, "__name__", "")
    return OptionNote(
        name=field.encode_name,
        about=clean_line(described(field)),
        kind="list" if name in {"tuple", "frozenset", "set", "list"} else name,
        here=_plain(getattr(here, field.name)),
        everywhere=_plain(getattr(everywhere, field.name)),
        choices=choices(field),
        least=next((each.ge for each in bounds if each.ge is not None), None),
        most=next((each.le for each in bounds if each.le is not None), None),
    )


def _plain(value: Any) -> Any:
    if isinstance(value, tuple | list | frozenset | set):
        return list(value)
    return value if isinstance(value, bool | int | float | str) or value is None else str(value)


def _examples(each: Filter) -> Iterator[ExampleNote]:
    for example in type(each).examples:
        try:
            yield _ran(each, example)
        except Exception as error:  # noqa: BLE001 - anyone's code
            yield ExampleNote(f"{clean_line(example.note)}: it failed ({type(error).__name__})", ())


def _ran(each: Filter, example: Example) -> ExampleNote:
    """The lines of an example: what goes, what stays, and what is left of a line that a part was cut from."""
    with fence():
        shown = show(each, example)
    left = [line for line in shown.after if line not in shown.before]
    lines: list[tuple[bool, str]] = []
    for line in shown.before:
        lines.append((line in shown.after, line))
        if line not in shown.after and left and _is_left_of(left[0], line):
            lines.append((True, left.pop(0)))
    lines += [(True, line) for line in left]
    return ExampleNote(clean_line(example.note), tuple((stays, clean_line(line)) for stays, line in lines))


def _is_left_of(left: str, line: str) -> bool:
    """Whether all words of `left` stand in `line`, which holds more than them."""
    return set(left.split()) <= set(line.split())
