"""The nursery: a process that does nothing but fork a child for each job, and stop it when told to."""

import contextlib
import os
import resource
import signal
import socket
import struct
from collections.abc import Callable
from pathlib import Path

from newsread.worker import frames

Report = Callable[[bytes], None]
Task = Callable[[bytes, Report], bytes]

START, STOP = b"+", b"-"
ORDER = struct.Struct("!cQ")


def run(control: socket.socket, task: Task, limits: tuple[int, int]) -> None:
    """Serve orders on `control` until the program at its other end is gone, then stop every child.

    `limits` are a child's memory in bytes (on top of what the nursery has) and its processor time in seconds.
    """
    children: dict[int, int] = {}
    while True:
        try:
            order, descriptors, _, _ = socket.recv_fds(control, ORDER.size, 2)
        except OSError:
            order = b""
        _reap(children)
        if len(order) < ORDER.size:
            break
        kind, number = ORDER.unpack(order)
        if kind == START:
            children[number] = _fork(control, descriptors, task, limits)
        elif number in children:
            _kill(children[number])
    for pid in children.values():
        _kill(pid)


def _reap(children: dict[int, int]) -> None:
    """Forget children that ended. Only this process reaps them, so a number in `children` is never somebody else's."""
    for number, pid in list(children.items()):
        if os.waitpid(pid, os.WNOHANG)[0]:
            _kill(pid)  # what it has started, and left behind
            del children[number]


def _kill(pid: int) -> None:
    """End a child and all that it has started."""
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(pid, signal.SIGKILL)


def _fork(control: socket.socket, descriptors: list[int], task: Task, limits: tuple[int, int]) -> int:
    requests, answers = descriptors
    pid = os.fork()
    with contextlib.suppress(OSError):  # in both, so that it leads a group whoever comes first
        os.setpgid(pid, pid)
    if pid:
        os.close(requests)
        os.close(answers)
        return pid
    try:
        control.close()
        _limit(*limits)
        frame = frames.read(requests)
        if frame is not None:
            _work(task, frame[1], answers)
    finally:
        os._exit(0)


def _work(task: Task, request: bytes, answers: int) -> None:
    try:
        result = task(request, lambda body: frames.write(answers, frames.REPORT, body))
    except MemoryError:
        frames.write(answers, frames.FAILURE, b"it needs more memory than a page may take")
    except Exception as error:  # noqa: BLE001 - whatever a page does to the child, the program gets an answer
        with contextlib.suppress(OSError):
            frames.write(answers, frames.FAILURE, f"{type(error).__name__}: {error}".encode("utf8", "replace"))
    else:
        frames.write(answers, frames.RESULT, result)


def _limit(memory: int, seconds: int) -> None:
    """Bound what a child may take on top of what it was forked with.

    Address space is what Linux can bound; where it cannot be, the time still is.
    """
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    with contextlib.suppress(ValueError, OSError):
        most = _address_space() + memory
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _address_space() -> int:
    """The address space of this process in bytes; 0 where the system does not tell."""
    try:
        pages = int(Path("/proc/self/statm").read_text("ascii").split()[0])
    except (OSError, ValueError):
        return 0
    return pages * resource.getpagesize()
