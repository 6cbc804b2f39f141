"""The fence around the steps of a reading: time limits, and for code that is not ours, silence on the terminal."""

import contextlib
import io
import signal
import threading
import time
from collections.abc import Callable, Iterator

SECONDS = 2.0
"""How long the filters of others may take over one article, all together."""
OUR_SECONDS = 4.0
"""How long our own steps may take, all together: far longer than they do over any page that is not too large."""
_LEAST = 0.2
"""What a step is given when those before it took all the time: nearly every one needs less."""


class TookTooLong(TimeoutError):  # noqa: N818 - it says what became of the step
    """A step went past its time."""


def fences() -> Callable[[object], contextlib.AbstractContextManager[None]]:
    """What stands around each step of one reading, which all draw on the same time."""
    left = {True: OUR_SECONDS, False: SECONDS}

    @contextlib.contextmanager
    def around(step: object) -> Iterator[None]:
        is_ours = type(step).__module__.startswith("newsread_filters.")
        started = time.monotonic()
        try:
            with _limit(max(_LEAST, left[is_ours])) if is_ours else fence(max(_LEAST, left[is_ours])):
                yield
        finally:
            left[is_ours] -= time.monotonic() - started

    return around


@contextlib.contextmanager
def fence(seconds: float = SECONDS) -> Iterator[None]:
    """Stop somebody's code inside after `seconds`, and swallow what it prints."""
    with (
        contextlib.redirect_stdout(io.StringIO()),
        contextlib.redirect_stderr(io.StringIO()),
        _limit(seconds),
    ):
        yield


@contextlib.contextmanager
def _limit(seconds: float) -> Iterator[None]:
    """Raise TookTooLong inside after `seconds`.

    An alarm interrupts Python code and `re`; it works in the main thread of a process only, elsewhere there is no
    limit. What even the alarm cannot interrupt is stopped with its process (see `newsread.worker`).
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def ring(*_: object) -> None:
        raise TookTooLong(f"it was stopped after {seconds:.2g} seconds")

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, seconds, seconds)  # again and again: a filter may swallow the first
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
