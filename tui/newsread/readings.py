"""Reads sources in a process that can be stopped: what a page does to it, however long it takes, stays there.

The process is forked before Textual is imported, so that the first article is loaded and read while that import lasts.
"""

import pickle
from collections.abc import Callable

from msgspec import Struct, msgpack
from msgspec.structs import replace

from newsread.config.declaration import Settings
from newsread.fence import fence
from newsread.screens.opening import Failure, Opening, Progress, Refused, Report
from newsread.sources import SourceError, load, sample
from newsread.worker import Job, JobFailed, Worker
from newsread_filters.gate import clean_line
from newsread_filters.model import Page, Unreadable
from newsread_filters.reading import Reading, read


class _Answer(Struct, frozen=True):
    """What a job comes to. MessagePack carries it: pickle takes seven times as long to build a long article again."""

    reading: Reading | None = None
    failure: Failure | None = None


class Readings:
    """Opens sources with the settings it was made with; `close` stops whatever is still being opened."""

    def __init__(self, settings: Settings) -> None:
        """Fork at once: make this before anything starts a thread."""
        self._worker = Worker(lambda request, report: _answer(request, report, settings))

    def opening(self, source: str | None, page: Page | None = None) -> Opening:
        """An opening of `source` (the sample when None), or of a `page` that is there already."""
        request = pickle.dumps(page or source)
        job: list[Job] = []

        def work(report: Report) -> Reading:
            job.append(self._worker.start(request))
            return _reading(job[0], report)

        return Opening(source, work, lambda: job[0].stop() if job else None)

    def close(self) -> None:
        """Stop everything."""
        self._worker.close()


def _reading(job: Job, report: Report) -> Reading:
    """Wait for a job's answer; raises Refused."""
    try:
        answer = msgpack.decode(job.result(lambda told: report(msgpack.decode(told, type=Progress))), type=_Answer)
    except JobFailed as error:
        raise Refused(Failure("unreadable", f"This page could not be read: {error}.")) from None
    if answer.reading is None:
        raise Refused(answer.failure or Failure("unreadable", "This page could not be read."))
    return answer.reading


def _answer(request: bytes, report: Callable[[bytes], None], settings: Settings) -> bytes:
    """In the child: load and read what is asked for."""
    asked: Page | str | None = pickle.loads(request)  # noqa: S301 - from our own process

    def tell(stage: str, done: int = 0, total: int | None = None) -> None:
        report(msgpack.encode(Progress(stage.capitalize(), done, total)))

    try:
        page = _page(asked, settings, tell)
        tell("reading", len(page.data), len(page.data))
        reading = read(page, settings.cleaning, guard=fence)
    except (SourceError, Unreadable) as error:
        return msgpack.encode(_Answer(failure=Failure(error.kind, error.message)))
    named = replace(page, source=clean_line(page.source))  # a file's name may hold what is no Unicode
    return msgpack.encode(_Answer(reading=replace(reading, page=named)))


def _page(asked: Page | str | None, settings: Settings, tell: Callable[[str, int, int | None], None]) -> Page:
    if isinstance(asked, Page):
        return asked
    return sample() if asked is None else load(asked, settings.sources, tell)
