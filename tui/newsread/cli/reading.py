"""Reads one source after the other; where others' filters are installed, in a process that can be stopped."""

import threading
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from msgspec import Struct, msgpack
from msgspec.structs import replace

from newsread import fence
from newsread.cli.status import FAILED, NOTHING_READABLE
from newsread.config.declaration import SourceSettings
from newsread.sources import SourceError, load
from newsread.worker import JobFailed, Worker
from newsread_filters.cleaning import Cleaning
from newsread_filters.filter import Filter
from newsread_filters.model import Notice, Page, Unreadable
from newsread_filters.reading import Reading, read
from newsread_filters.registry import BUILTIN

SECONDS = 10.0
"""How long a page may take by itself when it is read in a process of its own."""


class Failure(Struct, frozen=True):
    """Why a source gave no reading."""

    kind: str
    message: str

    @property
    def status(self) -> int:
        """The exit status it means."""
        return NOTHING_READABLE if self.kind in {"not-an-article", "nothing-readable"} else FAILED


class _Answer(Struct, frozen=True):
    """What comes back from the other process."""

    reading: Reading | None = None
    failure: Failure | None = None


Understand = Callable[[Page], Reading | Failure]
ReadSource = Callable[[str], Reading | Failure]


@contextmanager
def reading(settings: SourceSettings, cleaning: Cleaning) -> Iterator[ReadSource]:
    """Hand out what reads a source; a failure is a value, because the next source goes on."""
    others = _others(cleaning)
    if not others:  # ours end, so they are spared a process
        yield lambda source: _loaded(source, settings, lambda page: _understood(page, cleaning))
        return
    worker = Worker(lambda request, _: _answer(request, cleaning))
    try:
        yield lambda source: _loaded(source, settings, lambda page: _apart(worker, page, cleaning, others))
    finally:
        worker.close()


def _loaded(source: str, settings: SourceSettings, understand: Understand) -> Reading | Failure:
    try:
        return understand(load(source, settings))
    except SourceError as error:
        return Failure(error.kind, error.message)


def _understood(page: Page, cleaning: Cleaning) -> Reading | Failure:
    try:
        return read(page, cleaning, guard=fence.fence)
    except Unreadable as error:
        return Failure(error.kind, error.message)
    except Exception as error:  # noqa: BLE001 - a fault of ours on one page costs that page, not all that follow
        last = traceback.extract_tb(error.__traceback__)[-1]
        where = f"{type(error).__name__} in {Path(last.filename).name}, line {last.lineno}"
        return Failure("unreadable", f"newsread failed on this page ({where}). Please report it, with the page.")


def _others(cleaning: Cleaning) -> dict[str, Filter]:
    """The filters in force that are not ours, by name."""
    everywhere = (*cleaning.filters, *(each for filters in cleaning.sites.values() for each in filters))
    return {each.name: each for each in everywhere if type(each) not in BUILTIN}


def _ours(filters: tuple[Filter, ...]) -> tuple[Filter, ...]:
    return tuple(each for each in filters if type(each) in BUILTIN)


def _answer(request: bytes, cleaning: Cleaning) -> bytes:
    """In the other process: understand one page; its bytes need not go back."""
    result = _understood(msgpack.decode(request, type=Page), cleaning)
    if isinstance(result, Failure):
        return msgpack.encode(_Answer(failure=result))
    return msgpack.encode(_Answer(reading=replace(result, page=Page(source="", data=b""))))


def _apart(worker: Worker, page: Page, cleaning: Cleaning, others: dict[str, Filter]) -> Reading | Failure:
    """Understand `page` in the other process; when that does not end well, here and without the others' filters."""
    job = worker.start(msgpack.encode(replace(page, source="")))  # a file's name may hold what is no Unicode
    timer = threading.Timer(SECONDS + fence.SECONDS * len(others), job.stop)
    timer.start()
    try:
        answer = msgpack.decode(job.result(), type=_Answer)
    except JobFailed as error:
        return _without_others(page, cleaning, f"{', '.join(others)}: {error}")
    finally:
        timer.cancel()
    return replace(answer.reading, page=page) if answer.reading else answer.failure or Failure("unreadable", "")


def _without_others(page: Page, cleaning: Cleaning, told: str) -> Reading | Failure:
    ours = Cleaning(
        filters=_ours(cleaning.filters),
        rules=cleaning.rules,
        sites={host: _ours(filters) for host, filters in cleaning.sites.items()},
    )
    result = _understood(page, ours)
    if isinstance(result, Failure):
        return result
    notice = Notice("filter-failed", f"The filters that others wrote were left out ({told}).")
    return replace(result, notices=(*result.notices, notice))
