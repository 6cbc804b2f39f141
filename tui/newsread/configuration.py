"""The user's configuration as the screen uses it: the file to change, and an eye on what others change in it."""

import re
from collections import deque
from collections.abc import Callable
from pathlib import Path
from threading import Event, Thread
from typing import NamedTuple

from newsread.filternotes import FilterNote
from newsread.readings import Prepared, Readings
from newsread.worker import JobFailed

_LINE = re.compile(r":\d+: ")
_Stamp = tuple[int, int, int]
"""When a file was written last, in nanoseconds, its size in bytes, and which file it is."""


class Changed(NamedTuple):
    """The file has changed."""

    prepared: Prepared
    problems: tuple[str, ...] = ()
    """What is wrong with it that was not before; then the settings before stay in force."""
    ours: bool = False
    """Whether the reader itself wrote it."""


class Configuration:
    """The file `path`, which need not be there yet, and `readings` that heed it."""

    def __init__(self, path: Path, readings: Readings, every: float = 0.5) -> None:
        """Note what it holds, before anything is read by it; when it is watched, look at it `every` so many seconds."""
        self.path = path
        self.broken = ""
        """What is wrong with the file while the settings before it stay in force."""
        self._readings = readings
        self._every = every
        self._ours: deque[str] = deque()
        """What the reader wrote and the eye has not seen yet: it sees late, and one by one."""
        self._ended = Event()
        self._stamp, self._text = self._look(), self._read()  # in this order: an edit between them is seen later

    def watch(self, prepared: Prepared, tell: Callable[[Changed], object]) -> None:
        """From now on, `tell` of every change, in a thread, also of one since the beginning; `prepared` held then."""
        Thread(target=self._watch, args=(prepared, tell), name="configuration", daemon=True).start()

    def filters(self, site: str | None) -> tuple[FilterNote, ...]:
        """What the filters are, and how they are set on `site`; waits for that, and raises JobFailed."""
        return self._readings.filters(site)

    def wrote(self, text: str) -> None:
        """Note that the reader has written `text`."""
        self._ours.append(text)

    def end(self) -> None:
        """Watch no longer."""
        self._ended.set()

    def _watch(self, prepared: Prepared, tell: Callable[[Changed], object]) -> None:
        """An editor may take the file away for a moment while it writes: what is not there counts the second time."""
        stamp, text = self._stamp, self._text
        good, known = text, _unnumbered(prepared.problems)
        while not self._ended.wait(self._every):
            before, stamp = stamp, self._look()
            if stamp == before or (stamp is None and self._ended.wait(self._every)):
                continue
            now = self._read()
            if now == text:
                self._is_ours(now)
                continue
            text = now
            try:
                found = self._readings.check()
            except JobFailed:
                continue
            new = tuple(each for each in found.problems if _unnumbered([each]) - known)
            self.broken, self._readings.held = (new[0], good) if new else ("", None)
            if not new:
                good, known = text, _unnumbered(found.problems)
            if not self._ended.is_set():
                tell(Changed(found, new, ours=self._is_ours(text)))

    def _is_ours(self, text: str) -> bool:
        """Whether the reader wrote `text`; what it wrote before that is seen no longer."""
        ours = text in self._ours
        while self._ours and self._ours.popleft() != text:
            pass
        return ours

    def _look(self) -> _Stamp | None:
        try:
            found = self.path.stat()
        except OSError:
            return None
        return found.st_mtime_ns, found.st_size, found.st_ino

    def _read(self) -> str:
        try:
            return self.path.read_text("utf-8-sig")
        except (OSError, ValueError):
            return ""


def _unnumbered(problems: tuple[str, ...] | list[str]) -> set[str]:
    """Problems without the lines that they stand on: those move with every line that is written above."""
    return {_LINE.sub(": ", each, count=1) for each in problems}
