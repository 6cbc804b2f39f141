"""Reads a page in one way after the other, until one of them comes to an end.

First as it is asked for; then without the filters of others that hung or brought the process down; then as it stands.
The work is done in another process (see `newsread.worker`): here is decided what becomes of it.
"""

import time
from collections.abc import Callable
from typing import TypeVar

from msgspec import DecodeError, Struct, msgpack
from msgspec.structs import replace

from newsread.asked import READING, Answer, Request, Said
from newsread.fence import SECONDS
from newsread.opening import Failure, Refused
from newsread.worker import Job, JobFailed, Watch
from newsread_filters.gate import clean_line
from newsread_filters.model import Notice, Reading

_Told = TypeVar("_Told", bound=Struct)

READ_SECONDS = 4.0
"""How long a page may take that is there; then it is shown as it stands, and that takes its time too.

Its steps give up sooner, where they can.
"""
_FILTER_SECONDS = SECONDS + 0.5
"""How long a filter may take: the fence inside had its chance."""
_RAW_SECONDS = 5.0
"""How long a page may take as it stands: ten times what it takes."""
_GATHER_SECONDS = 5.0
"""How long the settings may take, with all filters that are loaded: what hangs there in Python is stopped sooner."""
_LEAST = 0.5
"""Seconds in which it is worth while to begin again."""


class Attempt:
    """Reads one page; `stop` may be called from any thread."""

    def __init__(
        self, asked: Request, start: Callable[[Request], Job], seconds: float, dropped: dict[str, str] | None = None
    ) -> None:
        """Read what is `asked` for within `seconds` from when it is loaded.

        The filters in `dropped` are left out, each for the reason said; what must be left out now is put there.
        """
        self._asked = asked
        self._start = start
        self._seconds = seconds
        self._dropped = {} if dropped is None else dropped
        self._page = asked.page
        self._job: Job | None = None
        self._is_stopped = False
        self._end = 0.0
        self._ran: list[str] = []
        self._running = ""

    def reading(self, hear: Callable[[Said], None]) -> Reading:
        """Wait for what the page comes to; raises Refused."""
        asked: Request | None = replace(self._asked, without=frozenset(self._dropped))
        why = ""
        while asked is not None:
            try:
                return self._read(asked, hear)
            except JobFailed as error:
                why = clean_line(str(error))
                asked = self._otherwise(asked, why)
        raise Refused(Failure("unreadable", f"This page could not be read: {why}."))

    def stop(self) -> None:
        """End it at once, from any thread."""
        self._is_stopped = True
        if self._job is not None:
            self._job.stop()

    def _otherwise(self, asked: Request, why: str) -> Request | None:
        """Another way to read the page after one that failed; None when there is none."""
        if self._page is None or self._is_stopped or asked.raw is not None:
            return None
        if self._running:
            self._dropped[self._running] = f"The filter {self._running} failed and was left out: {why}"
        elif self._left > _LEAST:  # it was not late: a filter may have spoiled what runs behind it
            for name in self._ran:
                self._dropped[name] = f"The filter {name} was left out, because what runs behind it failed: {why}"
        blamed = bool(self._running or self._ran)
        page = replace(asked, page=self._page, without=frozenset(self._dropped))
        return page if blamed and self._left > _LEAST else replace(page, raw=why)

    @property
    def _left(self) -> float:
        return self._end - time.monotonic()

    def _read(self, asked: Request, hear: Callable[[Said], None]) -> Reading:
        self._ran, self._running = [], ""
        self._job = self._start(asked)
        if self._is_stopped:  # just before there was a job to stop
            self._job.stop()
        watch = Watch(self._job)
        watch.allow(_GATHER_SECONDS, f"after {_GATHER_SECONDS:g} seconds, before the filters were loaded")

        def listen(told: bytes) -> None:
            said = _decoded(told, Said)
            self._page = said.page or self._page
            if said.prepared is not None:
                watch.rest()  # a server has time limits of its own
            if said.progress is not None and said.progress.stage == READING:
                self._allow(watch, asked)
            if said.filter is not None:
                self._follow(watch, said.filter)
            hear(said)

        answer = _decoded(watch.result(listen), Answer)
        if answer.reading is None or self._page is None:
            raise Refused(answer.failure or Failure("unreadable", "This page could not be read."))
        left_out = (Notice("filter-failed", told) for told in self._dropped.values())
        return replace(answer.reading, page=self._page, notices=(*answer.reading.notices, *left_out))

    def _allow(self, watch: Watch, asked: Request) -> None:
        """Let the clock run from when the page is there; all ways to read it but the last share the time."""
        self._end = self._end or time.monotonic() + self._seconds
        if asked.raw is None:
            watch.allow(self._left, f"after {self._seconds:g} seconds")
        else:
            watch.allow(_RAW_SECONDS, f"after {_RAW_SECONDS:g} seconds more")

    def _follow(self, watch: Watch, name: str) -> None:
        """Note that somebody's filter runs now, or none any more."""
        self._running = clean_line(name)
        if name:
            self._ran.append(self._running)
        seconds = min(self._left, _FILTER_SECONDS if name else self._seconds)
        watch.allow(seconds, f"after {seconds:.1f} seconds" if name else f"after {self._seconds:g} seconds")


def _decoded(told: bytes, kind: type[_Told]) -> _Told:
    """What the other process says; a filter can write to its descriptors too."""
    try:
        return msgpack.decode(told, type=kind)
    except (DecodeError, ValueError):
        raise JobFailed("its answer was garbled") from None
