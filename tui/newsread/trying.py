"""Tries in a process of its own what may hang, or end the process that it is done in."""

import os
import select
import signal
from collections.abc import Callable

from newsread.detaching import leave_terminal

_ENDED = b"!"


def tried(work: Callable[[], object], seconds: float) -> str | None:
    """Why `work` must not be done here; None when it comes to an end, be it by an exception."""
    reads, writes = os.pipe()
    pid = os.fork()
    if pid == 0:
        _try(work, writes)
    try:
        os.close(writes)
        ready = select.select([reads], [], [], seconds)[0]
        told = os.read(reads, 100) if ready else b""
    finally:
        os.close(reads)
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
    if told == _ENDED:
        return None
    return told.decode() or ("it ended the process" if ready else f"it was stopped after {seconds:.1f} seconds")


def _try(work: Callable[[], object], writes: int) -> None:
    """In the child: what it says on the way is nobody's business, and keys are for those that wait for it."""
    try:
        leave_terminal()
        told = _ENDED
        try:
            work()
        except (Exception, SystemExit):  # noqa: BLE001, S110 - whoever does it afterwards tells of it
            pass
        except BaseException as error:  # noqa: BLE001 - this would pass all fences
            told = f"it raised {type(error).__name__}".encode()
        os.write(writes, told)
    finally:
        os._exit(0)
