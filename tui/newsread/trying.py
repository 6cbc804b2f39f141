"""Tries in a process of its own what may hang, or end the process that it is done in."""

import os
import select
import signal
from collections.abc import Callable

from newsread.detaching import leave_terminal

PATIENCE = 3
"""How many times as long as it may work it may take: what else the machine does must not change what is found."""
_ENDED = b"!"


def tried(work: Callable[[], object], seconds: float) -> str | None:
    """Why `work` must not be done here; None when it comes to an end, be it by an exception.

    The `seconds` are the processor's.
    """
    reads, writes = os.pipe()
    pid = os.fork()
    if pid == 0:
        _try(work, seconds, writes)
    try:
        os.close(writes)
        ready = select.select([reads], [], [], seconds * PATIENCE)[0]
        told = os.read(reads, 100) if ready else b""
    finally:
        os.close(reads)
        os.kill(pid, signal.SIGKILL)
        status = os.waitpid(pid, 0)[1]
    if told == _ENDED:
        return None
    if not ready:
        return f"it was stopped after {seconds * PATIENCE:.1f} seconds"
    if os.waitstatus_to_exitcode(status) == -signal.SIGPROF:
        return f"it was stopped after {seconds:.1f} seconds"
    return told.decode() or "it ended the process"


def _try(work: Callable[[], object], seconds: float, writes: int) -> None:
    """In the child: what it says on the way is nobody's business, and keys are for those that wait for it."""
    try:
        leave_terminal()
        signal.signal(signal.SIGPROF, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_PROF, seconds)  # ends it also where no handler would be called
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
