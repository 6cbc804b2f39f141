"""The fence around the steps of a reading: time limits, and for code that is not ours, silence on the terminal."""

import contextlib
import io
import signal
import threading
import time
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsread_filters.pipeline import Finder, Guard, Step

SECONDS = 1.0
"""How long the filters of others may take over one article, all together."""
OUR_SECONDS = 3.0
"""How long our own steps may take, all together: far longer than they do over any page that is not too large."""
_LEAST = 0.2
"""What a filter of others is given when those before it took all the time: nearly every one needs less."""


class TookTooLong(TimeoutError):  # noqa: N818 - it says what became of the step
    """A step went past its time."""


def fences(tell: Callable[[str], object] = lambda _: None) -> "Guard":
    """What stands around each step of one reading, which all draw on the same time.

    For our own steps that is the processor's: what else the machine does must not change a result. `tell` is told the
    name of somebody's filter when it begins to run, and nothing when it has come to its end.
    """
    ours, others = _Allowance(OUR_SECONDS, time.process_time), _Allowance(SECONDS, time.monotonic)

    @contextlib.contextmanager
    def around(step: "Finder | Step") -> Iterator[None]:
        if type(step).__module__.startswith("newsread_filters."):
            with ours.drawn() as seconds, _limit(seconds, signal.SIGPROF, signal.ITIMER_PROF, _out_of_time):
                yield
        else:
            tell(str(step.name))
            try:
                with others.drawn() as seconds, fence(max(_LEAST, seconds)), _ending_nothing():
                    yield
            finally:
                tell("")

    return around


def _out_of_time() -> Exception:
    from newsread_filters.pipeline import OutOfTime

    return OutOfTime(f"it takes longer than {OUR_SECONDS:g} seconds")


@contextlib.contextmanager
def _ending_nothing() -> Iterator[None]:
    """What means to end the program ends somebody's filter inside."""
    try:
        yield
    except Exception:
        raise
    except BaseException as error:  # noqa: BLE001 - SystemExit, and whatever else would pass all fences
        raise RuntimeError(f"it raised {type(error).__name__}") from None


class _Allowance:
    """Time that several steps share."""

    def __init__(self, seconds: float, clock: Callable[[], float]) -> None:
        self._left = seconds
        self._clock = clock

    @contextlib.contextmanager
    def drawn(self) -> Iterator[float]:
        """Hand out what is left; what is used of it inside is gone."""
        started = self._clock()
        try:
            yield self._left
        finally:
            self._left -= self._clock() - started


@contextlib.contextmanager
def fence(seconds: float = SECONDS) -> Iterator[None]:
    """Stop somebody's code inside after `seconds`, and swallow what it prints."""
    late = TookTooLong(f"it was stopped after {seconds:.1f} seconds")
    with (
        contextlib.redirect_stdout(io.StringIO()),
        contextlib.redirect_stderr(io.StringIO()),
        _limit(seconds, signal.SIGALRM, signal.ITIMER_REAL, lambda: late),
    ):
        yield


@contextlib.contextmanager
def _limit(seconds: float, number: signal.Signals, timer: int, late: Callable[[], Exception]) -> Iterator[None]:
    """Raise `late` inside after `seconds` of the clock that `timer` has, which sends the signal `number`.

    A signal interrupts Python code and `re`; it does so in the main thread of a process only, elsewhere there is no
    limit. What no signal can interrupt is stopped with its process (see `newsread.worker`).
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    if seconds <= 0:
        raise late()

    def ring(*_: object) -> None:
        raise late()

    before = signal.signal(number, ring)
    signal.setitimer(timer, seconds, seconds)  # again and again: a filter may swallow the first
    try:
        yield
    finally:
        signal.setitimer(timer, 0)
        signal.signal(number, before)
