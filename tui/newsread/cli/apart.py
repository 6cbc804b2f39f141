"""Understands pages in another process, where filters that others wrote can be stopped and break nothing."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from msgspec import Struct, msgpack
from msgspec.structs import replace

from newsread import fence
from newsread.cli.reading import Failure, understood
from newsread.worker import JobFailed, Watch, Worker
from newsread_filters.cleaning import Cleaning
from newsread_filters.filter import Filter
from newsread_filters.model import Notice, Page
from newsread_filters.pipeline import Finder, Step
from newsread_filters.reading import Reading
from newsread_filters.registry import BUILTIN

PAGE_SECONDS = 10.0
"""How long a page may take by itself."""
FILTER_SECONDS = fence.SECONDS + 1
"""How long a filter may take: the fence inside had its chance."""


class _Request(Struct, frozen=True):
    """A page to understand, and the filters to leave out."""

    page: Page
    without: frozenset[str]


class _Answer(Struct, frozen=True):
    """What comes back."""

    reading: Reading | None = None
    failure: Failure | None = None


class Apart:
    """The other process; what has hung there or brought it down is left out from then on."""

    def __init__(self, cleaning: Cleaning, others: set[str]) -> None:
        """Fork at once; `others` are the filters that are not ours."""
        self._others = others
        self._dropped: dict[str, str] = {}
        self._worker = Worker(lambda request, report: _answer(request, cleaning, report))

    def close(self) -> None:
        """End the other process."""
        self._worker.close()

    def read(self, page: Page) -> Reading | Failure:
        """Understand `page`, if need be without one after the other of the others' filters."""
        sent = replace(page, source="")  # a file's name may hold what is no Unicode
        while True:
            job = _Watched(self._worker, msgpack.encode(_Request(sent, frozenset(self._dropped))))
            try:
                answer = msgpack.decode(job.result(), type=_Answer)
            except JobFailed as error:
                if job.filter not in self._others - self._dropped.keys():
                    return Failure("unreadable", f"This page could not be read: {error}.")
                self._dropped[job.filter] = f"The filter {job.filter} failed and was left out: {error}"
            else:
                return self._completed(page, answer)

    def _completed(self, page: Page, answer: _Answer) -> Reading | Failure:
        if answer.reading is None:
            return answer.failure or Failure("unreadable", "This page could not be read.")
        notices = (Notice("filter-failed", told) for told in self._dropped.values())
        return replace(answer.reading, page=page, notices=(*answer.reading.notices, *notices))


class _Watched:
    """A job that is stopped when the page, or one filter, takes too long."""

    def __init__(self, worker: Worker, request: bytes) -> None:
        """Begin."""
        self.filter = ""
        """Somebody's filter that is running, or was when the job ended."""
        self._watch = Watch(worker.start(request))
        self._watch.allow(PAGE_SECONDS)

    def result(self) -> bytes:
        """Wait for the answer; raises JobFailed."""
        return self._watch.result(self._follow)

    def _follow(self, name: bytes) -> None:
        self.filter = name.decode()
        self._watch.allow(FILTER_SECONDS if name else PAGE_SECONDS)


def _answer(request: bytes, cleaning: Cleaning, report: Callable[[bytes], None]) -> bytes:
    """In the other process: understand one page, reporting when somebody's filter runs; the page need not go back."""
    around = fence.fences()

    @contextmanager
    def guard(each: Finder | Step) -> Iterator[None]:
        is_somebodys = isinstance(each, Filter) and type(each) not in BUILTIN
        if is_somebodys:
            report(each.name.encode())
        try:
            with around(each):
                yield
        except (SystemExit, KeyboardInterrupt) as error:  # meant to end the program; here it ends the filter
            raise RuntimeError(f"it raised {type(error).__name__}") from None
        finally:
            if is_somebodys:
                report(b"")

    asked = msgpack.decode(request, type=_Request)
    result = understood(asked.page, _without(cleaning, asked.without), guard)
    if isinstance(result, Failure):
        return msgpack.encode(_Answer(failure=result))
    return msgpack.encode(_Answer(reading=replace(result, page=Page(source="", data=b""))))


def _without(cleaning: Cleaning, names: frozenset[str]) -> Cleaning:
    return Cleaning(
        filters=tuple(each for each in cleaning.filters if each.name not in names),
        rules=cleaning.rules,
        sites={
            host: tuple(each for each in filters if each.name not in names) for host, filters in cleaning.sites.items()
        },
    )
