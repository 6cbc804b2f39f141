"""Reads sources in a process that can be stopped: what a page does to it, however long it takes, stays there.

The process is forked before Textual is imported, so that the first article is loaded and read while that import lasts.
"""

import pickle
from collections.abc import Callable

from newsread.config.declaration import Settings
from newsread.fence import fence
from newsread.screens.opening import Failure, Opening, Progress, Refused, Report
from newsread.sources import SourceError, load, sample
from newsread.worker import Job, JobFailed, Worker
from newsread_filters.model import Page, Unreadable
from newsread_filters.reading import Reading, read


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
        answer = job.result(lambda told: report(Progress(*pickle.loads(told))))  # noqa: S301 - our own process
    except JobFailed as error:
        raise Refused(Failure("unreadable", f"This page could not be read: {error}.")) from None
    reading: Reading | Failure = pickle.loads(answer)  # noqa: S301 - as above
    if isinstance(reading, Failure):
        raise Refused(reading)
    return reading


def _answer(request: bytes, report: Callable[[bytes], None], settings: Settings) -> bytes:
    """In the child: load and read what is asked for."""
    asked: Page | str | None = pickle.loads(request)  # noqa: S301 - as above

    def tell(stage: str, done: int = 0, total: int | None = None) -> None:
        report(pickle.dumps((stage.capitalize(), done, total)))

    try:
        page = _page(asked, settings, tell)
        tell("reading", len(page.data), len(page.data))
        return pickle.dumps(read(page, settings.cleaning, guard=fence))
    except (SourceError, Unreadable) as error:
        return pickle.dumps(Failure(error.kind, error.message))


def _page(asked: Page | str | None, settings: Settings, tell: Callable[[str, int, int | None], None]) -> Page:
    if isinstance(asked, Page):
        return asked
    return sample() if asked is None else load(asked, settings.sources, tell)
