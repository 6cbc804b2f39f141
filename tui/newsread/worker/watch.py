"""Stops a job that takes longer than it is allowed to."""

import threading
from collections.abc import Callable

from newsread.worker.client import Job, JobFailed


class Watch:
    """Watches one job. The clock on the wall counts: a person is waiting."""

    def __init__(self, job: Job) -> None:
        """Let the job run as long as it likes, until `allow` is called."""
        self._job = job
        self._timer: threading.Timer | None = None
        self._late = ""

    def allow(self, seconds: float, told: str) -> None:
        """Give the job so long from now on, in place of what it had; `told` says when that is."""

        def stop() -> None:
            self._late = f" {told}"
            self._job.stop()

        self.rest()
        self._timer = threading.Timer(seconds, stop)
        self._timer.daemon = True  # nobody who leaves waits for it
        self._timer.start()

    def result(self, on_report: Callable[[bytes], None]) -> bytes:
        """Wait for the result as `Job.result` does; the JobFailed of a job that was stopped says after how long."""
        try:
            return self._job.result(on_report)
        except JobFailed as error:
            raise JobFailed(f"{error}{self._late}") from None
        finally:
            self.rest()

    def rest(self) -> None:
        """Let it run as long as it likes again."""
        if self._timer is not None:
            self._timer.cancel()
