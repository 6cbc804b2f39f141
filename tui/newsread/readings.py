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
from msgspec.structs import replace

from newsread.filternotes import FilterNote
from newsread.screens.opening import Failure, Opening, Progress, Refused, Report
from newsread.worker import Job, JobFailed, Watch, Worker
from newsread_filters.gate import clean_line
from newsread_filters.model import Overrides, Page, Reading

if TYPE_CHECKING:
    from newsread.config.declaration import Settings

READ_SECONDS = 5.0
"""How long a page may take that is there; then it is shown as it stands. Its steps give up sooner, where they can."""
READING = "Reading"
"""The stage of an opening whose page is there."""

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
    page: Page | None = None
    """The page that was loaded: whatever becomes of the job, its text is there."""


class Answer(Struct, frozen=True):
    """What a job comes to. MessagePack carries it: pickle takes seven times as long to build a long article again."""

    reading: Reading | None = None
    """What was understood; the bytes of the page are there already."""
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
    raw: str | None = None
    """Why the page's text is wanted as it stands; None when it is to be understood."""


class Inquiry(Struct, frozen=True):
    """Asks what the filters are, and how they are set on a site."""

    site: str | None = None
    held: str | None = None


class Readings:
    """Opens sources with the settings that `gather` gathers for each; `close` stops what is still being opened."""

    def __init__(self, gather: Gather, state: Path | None = None, seconds: float = READ_SECONDS) -> None:
        """Fork at once: make this before anything starts a thread. The file `state` has what was changed before.

        A page that takes longer than `seconds` to read is shown as it stands.
        """
        self.held: str | None = None
        """The text of the configuration that holds; None for the file as it is at each opening."""
        self._state = state
        self._seconds = seconds
        self._worker = Worker(lambda request, report: _answer(request, report, gather))
        self._prepared = Prepared()
        self._is_prepared = Event()

    def opening(
        self, source: str | None, page: Page | None = None, overrides: Overrides | None = None, *, whole: bool = False
    ) -> Opening:
        """An opening of `source`, or of its `page` when that is there; with `overrides`, or those remembered.

        Of the `whole` page when that is wanted, with no column chosen.
        """
        attempt = _Attempt(Request(source, page, overrides, self._state, whole, self.held), self._start, self._seconds)

        def work(report: Report) -> Reading:
            try:
                return attempt.reading(lambda said: self._heard(said, report))
            finally:
                self._is_prepared.set()

        return Opening(source, work, attempt.stop)

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


class _Attempt:
    """Reads a page once more, as it stands, when the process that should understand it hangs or comes to grief."""

    def __init__(self, asked: Request, start: Callable[[Request], Job], seconds: float) -> None:
        self._asked = asked
        self._start = start
        self._seconds = seconds
        self._page = asked.page
        self._job: Job | None = None
        self._is_stopped = False

    def reading(self, hear: Callable[[Said], None]) -> Reading:
        """Wait for what the page comes to; raises Refused."""
        try:
            return self._read(self._asked, hear)
        except JobFailed as error:
            why = clean_line(str(error))
        if self._page is not None and not self._is_stopped:
            try:
                return self._read(replace(self._asked, page=self._page, raw=why), hear)
            except JobFailed as error:
                why = clean_line(str(error))
        raise Refused(Failure("unreadable", f"This page could not be read: {why}."))

    def stop(self) -> None:
        """End it at once, from any thread."""
        self._is_stopped = True
        if self._job is not None:
            self._job.stop()

    def _read(self, asked: Request, hear: Callable[[Said], None]) -> Reading:
        self._job = self._start(asked)
        if self._is_stopped:  # just before there was a job to stop
            self._job.stop()
        watch = Watch(self._job)

        def listen(told: bytes) -> None:
            said = msgpack.decode(told, type=Said)
            self._page = said.page or self._page
            if said.progress is not None and said.progress.stage == READING:
                watch.allow(self._seconds)
            hear(said)

        answer = msgpack.decode(watch.result(listen), type=Answer)
        if answer.reading is None or self._page is None:
            raise Refused(answer.failure or Failure("unreadable", "This page could not be read."))
        return replace(answer.reading, page=self._page)


def _answer(request: bytes, report: Callable[[bytes], None], gather: Gather) -> bytes:
    """In the other process: do what is asked for. What that needs is imported there."""
    from newsread.answering import answer

    asked: Request | Inquiry | None = pickle.loads(request)  # noqa: S301 - from our own process
    return msgpack.encode(answer(asked, lambda said: report(msgpack.encode(said)), gather))
