"""Jobs in processes of their own."""

import itertools
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from newsread.worker import JobFailed, Worker
from newsread.worker.nursery import Report


def task(request: bytes, report: Report) -> bytes:
    """What the tests ask for, by name."""
    match request:
        case b"raise":
            raise ValueError("no such page")
        case b"die":
            os.kill(os.getpid(), 9)
        case b"hang":
            report(b"hanging")
            for _ in itertools.count():  # in C: no signal handler of Python's would ever run
                sum(itertools.repeat(1, sys.maxsize))
        case b"greedy":
            return bytes(1 << 40)
    if request.startswith(b"leave "):
        left = request.removeprefix(b"leave ").decode()
        subprocess.Popen(["sh", "-c", f"exec > {left}; sleep 20; echo still there"])
    report(b"working")
    return request.upper()


@pytest.fixture
def worker() -> Iterator[Worker]:
    """A worker on `task`."""
    made = Worker(task)
    yield made
    made.close()


def test_a_job_reports_and_answers(worker: Worker) -> None:
    """The reports come in order, then the result; large requests and answers pass whole."""
    reports: list[bytes] = []
    big = b"page " * 1_000_000
    assert worker.start(big).result(reports.append) == big.upper()
    assert reports == [b"working"]


def test_a_job_for_a_worker_that_is_closed_fails_as_any_job() -> None:
    """A thread may ask for something while the program is being left; nothing that was opened for it stays open."""
    closed = Worker(task)
    closed.close()
    before = len(list(Path("/dev/fd").iterdir()))
    with pytest.raises(JobFailed, match="no process any more"):
        closed.start(b"page")
    assert len(list(Path("/dev/fd").iterdir())) == before


def test_jobs_run_side_by_side(worker: Worker) -> None:
    """A job that hangs does not hold up the next one, and can be stopped from outside, even inside C code."""
    hanging = worker.start(b"hang")
    assert worker.start(b"page").result() == b"PAGE"
    with pytest.raises(JobFailed, match="was stopped"):
        hanging.result(lambda _: hanging.stop())


@pytest.mark.parametrize(
    ("request_", "message"),
    [(b"raise", "ValueError: no such page"), (b"die", "ended without an answer"), (b"greedy", "more memory")],
)
def test_what_goes_wrong_in_a_job_stays_there(worker: Worker, request_: bytes, message: str) -> None:
    """An exception, a crash and a memory bomb each give one answer, and the next job runs."""
    with pytest.raises(JobFailed, match=message):
        worker.start(request_).result()
    assert worker.start(b"page").result() == b"PAGE"


def test_closing_stops_what_still_runs() -> None:
    """No child outlives the worker."""
    worker = Worker(task)
    hanging = worker.start(b"hang")
    with pytest.raises(JobFailed, match="without an answer"):
        hanging.result(lambda _: worker.close())


def test_what_a_job_has_started_ends_with_it(worker: Worker, tmp_path: Path) -> None:
    """At the latest when the next job begins."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    worker.start(f"leave {pipe}".encode()).result()
    with pipe.open() as left:
        for _ in range(2):  # the first may be ordered before the one that left it is seen to have ended
            worker.start(b"page").result()
        assert left.read() == ""


def test_stopping_a_finished_job_is_harmless(worker: Worker) -> None:
    """Stopping after the end does nothing, and other jobs go on."""
    job = worker.start(b"page")
    assert job.result() == b"PAGE"
    job.stop()
    assert worker.start(b"next").result() == b"NEXT"
