"""Reads one source after the other; where others' filters are installed, in a process that can be stopped."""

import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from msgspec import Struct

from newsread.cli.status import FAILED, NOTHING_READABLE
from newsread.config.declaration import SourceSettings
from newsread.fence import fences
from newsread.sources import SourceError, load
from newsread_filters.cleaning import Cleaning
from newsread_filters.model import Page, Unreadable
from newsread_filters.pipeline import Guard
from newsread_filters.reading import Reading, read
from newsread_filters.registry import BUILTIN


class Failure(Struct, frozen=True):
    """Why a source gave no reading."""

    kind: str
    message: str

    @property
    def status(self) -> int:
        """The exit status it means."""
        return NOTHING_READABLE if self.kind in {"not-an-article", "nothing-readable"} else FAILED


ReadSource = Callable[[str], Reading | Failure]


@contextmanager
def reading(settings: SourceSettings, cleaning: Cleaning) -> Iterator[ReadSource]:
    """Hand out what reads a source; a failure is a value, because the next source goes on."""
    others = {name for name, ours in _origins(cleaning).items() if not ours}
    if not others:  # the built-in filters end, so they are spared a process
        yield lambda source: _loaded(source, settings, lambda page: understood(page, cleaning, fences()))
        return
    from newsread.cli.apart import Apart

    apart = Apart(cleaning, others)
    try:
        yield lambda source: _loaded(source, settings, apart.read)
    finally:
        apart.close()


def _loaded(
    source: str, settings: SourceSettings, understand: Callable[[Page], Reading | Failure]
) -> Reading | Failure:
    try:
        return understand(load(source, settings))
    except SourceError as error:
        return Failure(error.kind, error.message)


def understood(page: Page, cleaning: Cleaning, guard: Guard) -> Reading | Failure:
    """Read `page`; whatever goes wrong is a failure of this page alone."""
    try:
        return read(page, cleaning, guard=guard)
    except Unreadable as error:
        return Failure(error.kind, error.message)
    except Exception as error:  # noqa: BLE001 - a fault of ours on one page costs that page, not all that follow
        last = traceback.extract_tb(error.__traceback__)[-1]
        where = f"{type(error).__name__} in {Path(last.filename).name}, line {last.lineno}"
        return Failure("unreadable", f"newsread failed on this page ({where}). Please report it, with the page.")


def _origins(cleaning: Cleaning) -> dict[str, bool]:
    """The filters in force by name, and whether they are ours."""
    everywhere = (*cleaning.filters, *(each for filters in cleaning.sites.values() for each in filters))
    return {each.name: type(each) in BUILTIN for each in everywhere}
