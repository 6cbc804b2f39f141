"""The program's end: start jobs, follow them, stop them."""

import os
import socket
import threading
from collections.abc import Callable
from itertools import count

from newsread.detaching import leave_terminal
from newsread.worker import frames, nursery

MEMORY = 500_000_000
"""Bytes that a job may take on top of what it was forked with."""
SECONDS = 60
"""Processor time that it may take."""


class JobFailed(Exception):  # noqa: N818 - it says what became of the job
    """A job ended without a result; the message says why."""


class Job:
    """One running job. `result` waits for it in the calling thread; `stop` ends it from any."""

    def __init__(self, answers: int, stop: Callable[[], None]) -> None:
        """Follow the job that answers on the descriptor `answers`, which this object closes."""
        self._answers = answers
        self._stop = stop
        self._stopped = threading.Event()

    def result(self, on_report: Callable[[bytes], None] = lambda _: None) -> bytes:
        """Wait for the result, handing reports on as they come; raises JobFailed when there is none."""
        try:
            while (frame := frames.read(self._answers)) is not None:
                kind, body = frame
                if kind == frames.RESULT:
                    return body
                if kind == frames.FAILURE:
                    raise JobFailed(body.decode("utf8", "replace"))
                on_report(body)
        finally:
            os.close(self._answers)
        raise JobFailed("it was stopped" if self._stopped.is_set() else "it ended without an answer")

    def stop(self) -> None:
        """Kill the job's process; `result` then raises JobFailed. Harmless when it has ended already."""
        self._stopped.set()
        self._stop()


class Worker:
    """Forks the nursery at once: make it before anything starts a thread; `close` ends it and all its jobs."""

    def __init__(self, task: nursery.Task) -> None:
        """Prepare to run `task` on requests, each in a process of its own that is bounded to MEMORY and SECONDS."""
        self._control, other = socket.socketpair()
        self._numbers = count(1)
        self._pid = os.fork()
        if self._pid == 0:
            try:
                self._control.close()
                os.setsid()
                leave_terminal()
                nursery.run(other, task, (MEMORY, SECONDS))
            finally:
                os._exit(0)
        other.close()

    def start(self, request: bytes) -> Job:
        """Begin a job on `request`; raises JobFailed when this is closed, or the nursery gone."""
        number = next(self._numbers)
        child_reads, request_end = os.pipe()
        answers, child_writes = os.pipe()
        try:
            socket.send_fds(self._control, [nursery.ORDER.pack(nursery.START, number)], [child_reads, child_writes])
        except OSError as error:
            os.close(request_end)
            os.close(answers)
            raise JobFailed("there is no process any more that would do it") from error
        finally:
            os.close(child_reads)
            os.close(child_writes)
        threading.Thread(target=_send, args=(request_end, request), daemon=True).start()
        return Job(answers, lambda: self._order_stop(number))

    def close(self) -> None:
        """End the nursery and every job in it."""
        self._control.close()
        os.waitpid(self._pid, 0)

    def _order_stop(self, number: int) -> None:
        try:
            self._control.send(nursery.ORDER.pack(nursery.STOP, number))
        except OSError:  # closed: the nursery has stopped its children already
            return


def _send(fd: int, request: bytes) -> None:
    """Send the request from a thread, so that a child that never reads it holds nothing up."""
    try:
        frames.write(fd, frames.REPORT, request)
    except OSError:  # the job was stopped before it read its request
        return
    finally:
        os.close(fd)
