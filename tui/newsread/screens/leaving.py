"""Leaving when the system says so: a signal ends the program as its own keys do, with the terminal as it was.

When the terminal is gone, or takes nothing any more, whoever draws on it may wait for ever: then the program goes
without more ado.
"""

import asyncio
import contextlib
import os
import signal
import termios
import threading
from collections.abc import Callable
from types import FrameType

_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT)
_PATIENCE = 4.0
"""Seconds that leaving may take."""
_AS_IT_WAS = b"\x1b[?2004l\x1b[?7h\x1b[?1000l\x1b[?1003l\x1b[?1006l\x1b[<u\x1b[?1049l\x1b[?25h\x1b[?1004l"


def leave_on_signals(leave: Callable[[int], object]) -> None:
    """From now on call `leave` in the running loop, with the status that a shell expects, when a signal comes."""
    loop = asyncio.get_running_loop()
    modes = _modes()

    # Not a handler of the loop's own: it would never run while the loop waits for a terminal that takes nothing.
    def ring(number: int, _: FrameType | None) -> None:
        status = 128 + number
        watch = threading.Timer(_PATIENCE, _go, (status, modes))
        watch.daemon = True
        watch.start()
        loop.call_soon_threadsafe(leave, status)

    for number in _SIGNALS:
        signal.signal(number, ring)


def _modes() -> list[object] | None:
    """The modes of the terminal's line as they are before it is drawn on."""
    try:
        return termios.tcgetattr(0)
    except (termios.error, OSError, ValueError):
        return None


def _go(status: int, modes: list[object] | None) -> None:
    with contextlib.suppress(OSError, termios.error):
        os.set_blocking(2, False)
        os.write(2, _AS_IT_WAS)
        if modes is not None:
            termios.tcsetattr(0, termios.TCSANOW, modes)  # type: ignore[arg-type]
    os._exit(status)
