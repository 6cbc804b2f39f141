"""`newsread filters`: what is installed, where it comes from, and what one filter does."""

import inspect
from argparse import Namespace
from collections.abc import Iterable, Iterator

from newsread.cli.settings import gathered
from newsread.cli.status import OK, UsageError, complain
from newsread.config.fields import described, listed
from newsread.config.problems import nearest
from newsread.config.written import value
from newsread.fence import fence
from newsread_filters.filter import Example, Filter, show
from newsread_filters.gate import clean


def run(options: Namespace) -> int:
    """List the filters, or show the one that `options` name."""
    settings, problems, found = gathered(options)
    for problem in (*problems, *(notice.message for notice in found.notices)):
        complain(str(problem))
    origins = {each.kind.name: each.origin for each in found.filters}
    lines: Iterable[str]
    if options.name is None:
        lines = [_listed(each, origins[name]) for name, each in settings.filters.items()]
    elif options.name in settings.filters:
        lines = _shown(settings.filters[options.name], origins[options.name])
    else:
        raise UsageError(f"no filter {options.name} is installed.{nearest(options.name, settings.filters)}")
    for line in lines:
        print(clean(line))  # what others wrote is outside text
    return OK


def _listed(each: Filter, origin: str) -> str:
    return f"{'on ' if each.enabled else 'off'}  {each.name:20} {_first_line(each):70.70}  {origin}"


def _first_line(each: Filter) -> str:
    return (inspect.getdoc(type(each)) or "").partition("\n")[0]


def _shown(each: Filter, origin: str) -> Iterator[str]:
    yield f"{each.name}: {'on' if each.enabled else 'off'}, from {origin}"
    if each.covers:
        yield f"names: {', '.join(each.covers)}"
    yield ""
    yield inspect.getdoc(type(each)) or "It has no documentation."
    yield "\nOptions, with their values now:"
    for field in listed(each):
        yield f"  {field.encode_name} = {value(getattr(each, field.name))}    {described(field)}".rstrip()
    for example in type(each).examples:
        yield f"\nExample: {example.note}"
        yield from _run(each, example)


def _run(each: Filter, example: Example) -> Iterator[str]:
    """The lines of an example, run live: `×` what goes, `~` what is left of a line."""
    try:
        with fence():
            shown = show(each, example)
    except Exception as error:  # noqa: BLE001 - anyone's code
        yield f"  It failed: {type(error).__name__}: {error}"
        return
    left = [line for line in shown.after if line not in shown.before]
    for line in shown.before:
        yield f"  {' ' if line in shown.after else '×'} {line}"
    yield from (f"  ~ {line}" for line in left)
