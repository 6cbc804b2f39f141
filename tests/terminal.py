"""The real program in a real terminal: a pty, and pyte to read what it drew."""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Callable
from pathlib import Path

import pyte

PATIENCE = 60.0
"""Seconds until something that should come is given up."""

NEWSREAD = (sys.executable, "-m", "newsread")
"""The program."""

_UNKNOWN = re.compile(rb"\x1b\[[<=>][0-9;:]*[a-zA-Z]|\x1b\[\?[0-9;]*\$[a-z]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)")
"""Sequences that pyte would print as text."""


def printable(drawn: bytes) -> bytes:
    """What pyte understands of what was drawn."""
    return _UNKNOWN.sub(b"", drawn)


class Terminal:
    """Runs newsread in a terminal of its own, `piped` into its standard input if given."""

    def __init__(
        self,
        *arguments: str,
        cwd: Path,
        size: tuple[int, int] = (100, 30),
        piped: bytes | None = None,
        program: tuple[str, ...] = NEWSREAD,
    ) -> None:
        """Start the program, or another `program` that brings it along."""
        columns, rows = size
        self.screen = pyte.Screen(columns, rows)
        self.drawn = b""
        self.status: int | None = None
        self._stream = pyte.ByteStream(self.screen)
        master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.modes_before = termios.tcgetattr(slave)
        self._slave = slave
        self._master = master
        reads, writes = os.pipe()
        self.pid = os.fork()
        if self.pid == 0:
            _become((*program, *arguments), slave, reads if piped is not None else slave, cwd)
        os.close(reads)
        if piped is not None:
            os.write(writes, piped)
        os.close(writes)

    @property
    def text(self) -> str:
        """What the terminal shows."""
        return "\n".join(line.rstrip() for line in self.screen.display)

    def wait_for(self, words: str) -> None:
        """Wait until `words` are on the screen."""
        self.wait_until(lambda: words in self.text)

    def wait_for_cursor(self, words: str) -> None:
        """Wait until the cursor of the terminal stands before `words`, or behind all of its row if there are none."""

        def here() -> bool:
            behind = self.screen.display[self.screen.cursor.y][self.screen.cursor.x :]
            return behind.startswith(words) if words else not behind.strip()

        self._wait(here)

    def wait_until(self, condition: Callable[[], bool]) -> None:
        """Wait until `condition` holds."""
        self._wait(condition)

    def press(self, keys: str) -> None:
        """Type `keys`."""
        os.write(self._master, keys.encode())

    def resize(self, columns: int, rows: int) -> None:
        """Change the size of the window."""
        self.screen.resize(rows, columns)
        fcntl.ioctl(self._slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        os.kill(self.pid, signal.SIGWINCH)

    def settle(self, seconds: float = 0.02) -> None:
        """Take what was drawn meanwhile, if anything, and what comes within `seconds` from now."""
        self._take(seconds)

    def wait_for_bytes(self, sequence: bytes, times: int = 1) -> None:
        """Wait until `sequence` has come so many times: what this terminal does not show, such as its other screen."""
        self._wait(lambda: self.drawn.count(sequence) >= times)

    def hang_up(self) -> None:
        """Go away, as a window that is closed; `close` must still be called."""
        os.close(self._master)
        self._master = os.open(os.devnull, os.O_RDWR)

    def end(self) -> int:
        """Wait for the program to end; its exit status."""
        self._wait(self._ended)
        self._take()
        assert self.status is not None
        return self.status

    @property
    def modes(self) -> list[object]:
        """The modes of the terminal's line."""
        return termios.tcgetattr(self._slave)

    def close(self) -> None:
        """Put everything away, and end the program if it has not ended."""
        if self.status is None:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        os.close(self._master)
        os.close(self._slave)

    def _ended(self) -> bool:
        pid, status = os.waitpid(self.pid, os.WNOHANG) if self.status is None else (0, 0)
        if pid:
            self.status = os.waitstatus_to_exitcode(status)
        return self.status is not None

    def _wait(self, condition: Callable[[], bool]) -> None:
        end = time.monotonic() + PATIENCE
        while not condition():
            if time.monotonic() > end:
                raise AssertionError(f"it did not come to pass; the terminal shows:\n{self.text}")
            self._take(0.05)

    def _take(self, seconds: float = 0.0) -> None:
        """Take what the program has drawn."""
        while select.select([self._master], [], [], seconds)[0]:
            drawn = os.read(self._master, 1 << 16)
            self.drawn += drawn
            self._stream.feed(printable(drawn))
            seconds = 0.0


def _become(command: tuple[str, ...], slave: int, stdin: int, cwd: Path) -> None:
    """In the child: lead a session with the terminal, and become `command`."""
    try:
        os.setsid()
        fcntl.ioctl(slave, termios.TIOCSCTTY, 0)
        for number, descriptor in enumerate((stdin, slave, slave)):
            os.dup2(descriptor, number)
        os.closerange(3, 256)
        os.chdir(cwd)
        memory = {"XDG_STATE_HOME": str(cwd / "state")}  # no test begins where another one left the article
        environment = memory | os.environ | {"TERM": "xterm-256color", "COLORTERM": "truecolor"}
        os.execvpe(command[0], command, environment)  # noqa: S606 - no shell
    finally:
        os._exit(127)


Start = Callable[..., Terminal]
"""Starts the program, or another one, and ends it when the test is over."""


def left_clean(terminal: Terminal) -> bool:
    """Whether the terminal is as it was: main screen, cursor, no mouse reports, no bracketed paste, its modes."""
    ends = (b"\x1b[?1049l", b"\x1b[?25h", b"\x1b[?1000l", b"\x1b[?1003l", b"\x1b[?2004l")
    begins = (b"\x1b[?1049h", b"\x1b[?25l", b"\x1b[?1000h", b"\x1b[?1003h", b"\x1b[?2004h")
    undone = all(
        terminal.drawn.rfind(end) > terminal.drawn.rfind(begin) for begin, end in zip(begins, ends, strict=True)
    )
    return undone and terminal.modes == terminal.modes_before
