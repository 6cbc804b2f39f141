"""Reads sources in a process that can be stopped: what a page does to it, however long it takes, stays there.

That process also gathers the settings, because they are all about fetching and cleaning but for two, and those come
back with the first answer. It is forked before Textual is imported: the first article is fetched and read while that
import lasts, and the program on the screen never loads a filter.
"""

import pickle
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Literal

from msgspec import Struct, msgpack

from newsread.filternotes import FilterNote
from newsread.screens.opening import Failure, Opening, Progress, Refused, Report
from newsread.worker import Job, JobFailed, Worker
from newsread_filters.gate import clean_line
from newsread_filters.model import Overrides, Page, Reading

if TYPE_CHECKING:
    from newsread.config.declaration import Settings

Gather = Callable[..., "tuple[Settings, Sequence[object]]"]
"""Gathers the settings, and what is wrong with them; called in the other process.

It is called with the text of a configuration when that is to hold in place of what the file says now.
"""


class Prepared(Struct, frozen=True):
    """What the screen needs of the settings."""

    theme: str = "newsread-dark"
    measure: int = 70
    most_bytes: int = 50_000_000
    """The largest page that is read."""
    problems: tuple[str, ...] = ()
    """What is wrong with the settings."""
    keys: Mapping[str, tuple[str, ...]] = {}
    """The keys of the commands whose keys the user changed."""
    quote_style: str = "lines"
    """How copied quotes are written."""
    spacing: Literal["close", "normal", "wide"] = "normal"
    ascii: bool = False
    """Whether the program draws with nothing but ASCII."""
    filters: Mapping[str, bool] = {}
    """Whether each of the installed filters is on, by their names."""


class Said(Struct, frozen=True):
    """What a job says while it is at work."""

    prepared: Prepared | None = None
    progress: Progress | None = None


class Answer(Struct, frozen=True):
    """What a job comes to. MessagePack carries it: pickle takes seven times as long to build a long article again."""

    reading: Reading | None = None
    failure: Failure | None = None
    filters: tuple[FilterNote, ...] = ()


class Request(Struct, frozen=True):
    """What a job is asked for: a source (the sample when None), or a page that is there already. Pickle carries it."""

    source: str | None = None
    page: Page | None = None
    overrides: Overrides | None = None
    """What the user changed in it; None for what the state file has of it."""
    state: Path | None = None
    whole: bool = False
    """Whether all of the page's text is wanted, no column chosen."""
    held: str | None = None
    """The text of the configuration to heed; None for the file as it is."""


class Inquiry(Struct, frozen=True):
    """Asks what the filters are, and how they are set on a site."""

    site: str | None = None
    held: str | None = None


class Readings:
    """Opens sources with the settings that `gather` gathers for each; `close` stops what is still being opened."""

    def __init__(self, gather: Gather, state: Path | None = None) -> None:
        """Fork at once: make this before anything starts a thread. The file `state` has what was changed before."""
        self.held: str | None = None
        """The text of the configuration that holds; None for the file as it is at each opening."""
        self._state = state
        self._worker = Worker(lambda request, report: _answer(request, report, gather))
        self._prepared = Prepared()
        self._is_prepared = Event()

    def opening(
        self, source: str | None, page: Page | None = None, overrides: Overrides | None = None, *, whole: bool = False
    ) -> Opening:
        """An opening of `source`, or of its `page` when that is there; with `overrides`, or those remembered.

        Of the `whole` page when that is wanted, with no column chosen.
        """
        request = pickle.dumps(Request(source, page, overrides, self._state, whole, self.held))
        job: list[Job] = []

        def work(report: Report) -> Reading:
            job.append(self._worker.start(request))
            return self._reading(job[0], report)

        return Opening(source, work, lambda: job[0].stop() if job else None)

    def prepared(self) -> Prepared:
        """What the screen needs of the settings; waits until the first opening has said so."""
        self._is_prepared.wait()
        return self._prepared

    def prepare(self) -> Prepared:
        """The same, before there is an opening."""
        try:
            self._worker.start(pickle.dumps(None)).result(lambda said: self._heard(said, lambda _: None))
        except JobFailed:
            self._is_prepared.set()
        return self.prepared()

    def check(self) -> Prepared:
        """What the screen would need of the settings as the file has them now; raises JobFailed."""
        heard: list[Prepared] = []
        job = self._worker.start(pickle.dumps(None))
        job.result(lambda said: heard.extend(filter(None, [msgpack.decode(said, type=Said).prepared])))
        return heard[0]

    def filters(self, site: str | None) -> tuple[FilterNote, ...]:
        """What the filters are, and how they are set on `site`; waits, and raises JobFailed."""
        job = self._worker.start(pickle.dumps(Inquiry(site, self.held)))
        return msgpack.decode(job.result(), type=Answer).filters

    def close(self) -> None:
        """Stop everything."""
        self._worker.close()

    def _reading(self, job: Job, report: Report) -> Reading:
        """Wait for a job's answer; raises Refused."""
        try:
            answer = msgpack.decode(job.result(lambda said: self._heard(said, report)), type=Answer)
        except JobFailed as error:
            raise Refused(Failure("unreadable", f"This page could not be read: {clean_line(str(error))}.")) from None
        finally:
            self._is_prepared.set()
        if answer.reading is None:
            raise Refused(answer.failure or Failure("unreadable", "This page could not be read."))
        return answer.reading

    def _heard(self, said: bytes, report: Report) -> None:
        what = msgpack.decode(said, type=Said)
        if what.prepared is not None:
            self._prepared = what.prepared
            self._is_prepared.set()
        if what.progress is not None:
            report(what.progress)


def _answer(request: bytes, report: Callable[[bytes], None], gather: Gather) -> bytes:
    """In the other process: do what is asked for. What that needs is imported there."""
    from newsread.answering import answer

    asked: Request | Inquiry | None = pickle.loads(request)  # noqa: S301 - from our own process
    return msgpack.encode(answer(asked, lambda said: report(msgpack.encode(said)), gather))
