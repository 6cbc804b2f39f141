"""Reads sources in a process that can be stopped: what a page does to it, however long it takes, stays there.

That process also gathers the settings, because they are all about fetching and cleaning but for two, and those come
back with the first answer. It is forked before Textual is imported: the first article is fetched and read while that
import lasts, and the program on the screen never loads a filter.
"""

import pickle
from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from msgspec import msgpack

from newsread.asked import Answer, Inquiry, Prepared, Request, Said
from newsread.attempt import READ_SECONDS, Attempt
from newsread.filternotes import FilterNote
from newsread.opening import Opening, Report
from newsread.worker import Job, JobFailed, Worker
from newsread_filters.model import Overrides, Page, Reading

if TYPE_CHECKING:
    from newsread.config.declaration import Settings
    from newsread_filters.cleaning import Cleaning

__all__ = ["Gather", "Prepared", "Readings"]

Gather = Callable[..., "tuple[Settings, Sequence[object]]"]
"""Gathers the settings, and what is wrong with them; called in the other process.

It is called with the text of a configuration when that is to hold in place of what the file says now.
"""


class Readings:
    """Opens sources with the settings that `gather` gathers for each; `close` stops what is still being opened."""

    def __init__(
        self,
        gather: Gather,
        state: Path | None = None,
        seconds: float = READ_SECONDS,
        cleaning: "Cleaning | None" = None,
    ) -> None:
        """Fork at once: make this before anything starts a thread. The file `state` has what was changed before.

        A page that takes longer than `seconds` to read is shown as it stands. It is cleaned as the settings say, or
        as `cleaning` does.
        """
        self.held: str | None = None
        """The text of the configuration that holds; None for the file as it is at each opening."""
        self._state = state
        self._seconds = seconds
        self._worker = Worker(lambda request, report: _answer(request, report, gather, cleaning))
        self._prepared = Prepared()
        self._is_prepared = Event()

    def opening(
        self, source: str | None, page: Page | None = None, overrides: Overrides | None = None, *, whole: bool = False
    ) -> Opening:
        """An opening of `source`, or of its `page` when that is there; with `overrides`, or those remembered.

        Of the `whole` page when that is wanted, with no column chosen.
        """
        attempt = Attempt(Request(source, page, overrides, self._state, whole, self.held), self._start, self._seconds)

        def work(report: Report) -> Reading:
            try:
                return attempt.reading(lambda said: self._heard(said, report))
            finally:
                self._is_prepared.set()

        return Opening(source, work, attempt.stop)

    def read(self, page: Page, dropped: dict[str, str]) -> Reading:
        """Read `page` here and now, without the filters `dropped`, to which it adds what it has to; raises Refused."""
        return Attempt(Request(page=page), self._start, self._seconds, dropped).reading(lambda _: None)

    def prepared(self) -> Prepared:
        """What the screen needs of the settings; waits until the first opening has said so."""
        self._is_prepared.wait()
        return self._prepared

    def prepare(self) -> Prepared:
        """The same, before there is an opening."""
        try:
            self._start(None).result(lambda said: self._heard(msgpack.decode(said, type=Said), lambda _: None))
        except JobFailed:
            self._is_prepared.set()
        return self.prepared()

    def check(self) -> Prepared:
        """What the screen would need of the settings as the file has them now; raises JobFailed."""
        heard: list[Prepared] = []
        job = self._start(None)
        job.result(lambda said: heard.extend(filter(None, [msgpack.decode(said, type=Said).prepared])))
        return heard[0]

    def filters(self, site: str | None) -> tuple[FilterNote, ...]:
        """What the filters are, and how they are set on `site`; waits, and raises JobFailed."""
        job = self._start(Inquiry(site, self.held))
        return msgpack.decode(job.result(), type=Answer).filters

    def close(self) -> None:
        """Stop everything."""
        self._worker.close()

    def _start(self, asked: Request | Inquiry | None) -> Job:
        return self._worker.start(pickle.dumps(asked))

    def _heard(self, said: Said, report: Report) -> None:
        if said.prepared is not None:
            self._prepared = said.prepared
            self._is_prepared.set()
        if said.progress is not None:
            report(said.progress)


def _answer(request: bytes, report: Callable[[bytes], None], gather: Gather, cleaning: "Cleaning | None") -> bytes:
    """In the other process: do what is asked for. What that needs is imported there."""
    from newsread.answering import answer

    asked: Request | Inquiry | None = pickle.loads(request)  # noqa: S301 - from our own process
    return msgpack.encode(answer(asked, lambda said: report(msgpack.encode(said)), gather, cleaning))
