"""Finds the filters that others wrote: installed packages, and the files in the user's filters folder.

A package names its filters as entry points of the group `newsread.filters`. A file in the folder needs no more than a
subclass of Filter in it. Whatever goes wrong with one is said in a notice, and costs the others nothing.
"""

import importlib.util
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple, TypeVar

from newsread.fence import SECONDS, fence
from newsread.trying import PATIENCE, tried
from newsread_filters import Filter, Notice
from newsread_filters.gate import clean_line
from newsread_filters.registry import BUILTIN

GROUP = "newsread.filters"
Loaded = TypeVar("Loaded")
_NAME = re.compile(r"[a-z][a-z0-9_]*")


class Installed(NamedTuple):
    """A kind of filter and where it comes from, in words."""

    kind: type[Filter]
    origin: str


class Inventory(NamedTuple):
    """Every filter there is, in the order they run, and what could not be loaded."""

    filters: tuple[Installed, ...]
    notices: tuple[Notice, ...]


def inventory(folder: Path) -> Inventory:
    """The built-in filters, then those of packages and of `folder`, by name; the last of a name counts."""
    found = {kind.name: Installed(kind, "built in") for kind in BUILTIN}
    others: dict[str, Installed] = {}
    notices = []
    for each in (*_from_packages(), *_from_folder(folder)):
        if isinstance(each, Notice):
            notices.append(each)
        else:
            others[each.kind.name] = each
    return Inventory(tuple((found | dict(sorted(others.items()))).values()), tuple(notices))


def _from_packages() -> Iterator[Installed | Notice]:
    if not any(map(_may_hold_a_filter, sys.path)):
        return
    from importlib.metadata import entry_points

    for entry in entry_points(group=GROUP):
        origin = f"package {entry.dist.name} {entry.dist.version}" if entry.dist else "package"
        try:
            loaded = _fenced(entry.load)
        except (Exception, SystemExit) as error:  # noqa: BLE001 - anyone's code
            yield _failed(entry.value, error)
        else:
            yield from _checked([loaded], clean_line(origin))


def _may_hold_a_filter(place: str) -> bool:
    """Whether a package in `place` may bring filters: asking costs a start as much as gathering all other settings."""
    folder = Path(place)
    if not folder.is_dir():
        return folder.is_file()  # an archive of packages
    return any(GROUP.encode() in each.read_bytes() for each in folder.glob("*.*-info/entry_points.txt"))


def _from_folder(folder: Path) -> Iterator[Installed | Notice]:
    try:
        files = sorted(each for each in folder.iterdir() if each.match("[!_]*.py"))
    except (FileNotFoundError, NotADirectoryError):
        return
    except OSError as error:
        yield Notice("plugin-failed", clean_line(f"{folder} cannot be read: {error.strerror or error}."))
        return
    for path in files:
        try:
            module = _load(path)
        except (Exception, SystemExit) as error:  # noqa: BLE001 - anyone's code
            yield _failed(str(path), error)
            continue
        own = [each for each in vars(module).values() if getattr(each, "__module__", None) == module.__name__]
        kinds = [each for each in own if isinstance(each, type) and issubclass(each, Filter)]
        if not kinds:
            yield Notice("plugin-failed", f"{clean_line(str(path))} holds no filter: no subclass of Filter is in it.")
        yield from _checked(kinds, clean_line(str(path)))


@cache  # a second module of the same file would make a second class, and a filter of the one is none of the other
def _load(path: Path) -> ModuleType:
    name = f"newsread_user_filters_{path.stem}"
    spec = importlib.util.spec_from_file_location(name, path)
    if spec is None or spec.loader is None:
        raise ImportError("Python cannot load it")
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module  # before it runs, as the import system does: pickling its filters looks here
    loader = spec.loader
    _fenced(lambda: loader.exec_module(module))
    return module


def _fenced(load: Callable[[], Loaded]) -> Loaded:
    """Load what may do anything: first where it can do no harm, and here when it has come to an end there."""
    if why := tried(load, SECONDS):
        raise ImportError(why)
    with fence(SECONDS * PATIENCE):
        return load()


def _checked(kinds: Iterable[Any], origin: str) -> Iterator[Installed | Notice]:
    for kind in kinds:
        name = getattr(kind, "name", None)
        if not (isinstance(kind, type) and issubclass(kind, Filter)):
            yield Notice("plugin-failed", f"{origin}: {clean_line(repr(kind))} is not a subclass of Filter.")
        elif not isinstance(name, str) or not _NAME.fullmatch(name):
            told = f"its name is {clean_line(repr(name))}, not lower-case letters, digits and underscores"
            yield Notice("plugin-failed", f"{origin}: the filter {kind.__name__} is left out, {told}.")
        else:
            yield Installed(kind, origin)


def _failed(what: str, error: BaseException) -> Notice:
    told = clean_line(f"{what} could not be loaded: {type(error).__name__}: {error}")
    return Notice("plugin-failed", told)
