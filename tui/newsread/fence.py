"""The fence around code that is not ours: a time limit, and nothing printed to the terminal."""

import contextlib
import io
import signal
import threading
from collections.abc import Iterator

SECONDS = 2.0
"""How long somebody's filter may take over one article."""


class TookTooLong(Exception):  # noqa: N818 - it says what became of the filter
    """A filter went past its time."""


@contextlib.contextmanager
def fence(finder: object = None, seconds: float = SECONDS) -> Iterator[None]:
    """Stop what runs inside after `seconds`, and swallow what it prints; a `finder` of our own needs no fence.

    What a long article takes our own filters depends on the machine; a result must not.

    An alarm interrupts Python code and `re`; it works in the main thread of a process only, elsewhere there is no
    limit. What even the alarm cannot interrupt is stopped with its process (see `newsread.worker`).
    """
    if type(finder).__module__.startswith("newsread_filters."):
        yield
        return
    if threading.current_thread() is not threading.main_thread():
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
            yield
        return

    def ring(*_: object) -> None:
        raise TookTooLong(f"it was stopped after {seconds:g} seconds")

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, seconds, seconds)  # again and again: a filter may swallow the first
    try:
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
            yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
