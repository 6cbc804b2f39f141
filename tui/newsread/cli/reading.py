"""Reads one source after the other, in a process that can be stopped."""

import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from newsread.cli.status import FAILED, NOTHING_READABLE
from newsread.config.declaration import Settings
from newsread.fence import fences
from newsread.sources import SourceError, is_address, load, sample
from newsread_filters.cleaning import Cleaning
from newsread_filters.model import Page, Unreadable
from newsread_filters.pipeline import Guard
from newsread_filters.reading import Reading, read
from newsread_filters.registry import BUILTIN

if TYPE_CHECKING:
    from newsread.readings import Readings

_LITTLE = 100_000
"""Bytes of a plain text that is read here: no library is in it that a signal could not stop, and it takes no memory."""


class Failure(Struct, frozen=True):
    """Why a source gave no reading."""

    kind: str
    message: str

    @property
    def status(self) -> int:
        """The exit status it means."""
        return NOTHING_READABLE if self.kind in {"not-an-article", "nothing-readable"} else FAILED


ReadSource = Callable[[str | None], Reading | Failure]


@contextmanager
def reading(settings: Settings, cleaning: Cleaning) -> Iterator[ReadSource]:
    """Hand out what reads a source, the sample when None; a failure is a value, because the next source goes on."""
    reader = _Reader(settings, cleaning)
    try:
        yield reader.read
    finally:
        reader.close()


class _Reader:
    """Reads sources; what has hung in the other process or brought it down is left out from then on."""

    def __init__(self, settings: Settings, cleaning: Cleaning) -> None:
        self._settings = settings
        self._cleaning = cleaning
        self._has_others = any(type(each) not in BUILTIN for each in cleaning.every())
        self._apart: Readings | None = None
        self._dropped: dict[str, str] = {}

    def read(self, source: str | None) -> Reading | Failure:
        """Load and understand `source`."""
        if source is not None and is_address(source):
            self._readings()  # forked before the network is used: some systems forbid it afterwards
        try:
            page = sample() if source is None else load(source, self._settings.sources)
        except SourceError as error:
            return Failure(error.kind, error.message)
        if len(page.data) <= _LITTLE and b"<" not in page.data and not self._has_others:
            return understood(page, self._cleaning, fences())
        return self._read_apart(page)

    def close(self) -> None:
        """End the other process."""
        if self._apart is not None:
            self._apart.close()

    def _readings(self) -> "Readings":
        if self._apart is None:
            from newsread.readings import Readings

            self._apart = Readings(lambda *_: (self._settings, ()), cleaning=self._cleaning)
        return self._apart

    def _read_apart(self, page: Page) -> Reading | Failure:
        from newsread.opening import Refused

        readings = self._readings()
        try:
            result = readings.read(replace(page, source=""), self._dropped)  # a file's name may hold what is no Unicode
        except Refused as error:
            return Failure(error.failure.kind, error.failure.message)
        return replace(result, page=page)


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
