"""The state file as the screen uses it: in a thread of its own, so that no key waits for a disk or another newsread.

The thread opens the file when something is first noted or asked, after the first paint; SQLite is imported there.
"""

from collections.abc import Callable
from pathlib import Path
from queue import SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from newsread.state import State

Told = TypeVar("Told")
Job = Callable[["State"], object]

_PATIENCE = 3.0
"""Seconds that leaving the program waits for what is still to be written."""


class Memory:
    """What is remembered in the file `path`; nothing when that is None. `complain` is called in the memory's thread."""

    def __init__(self, path: Path | None, complain: Callable[[str], object]) -> None:
        """Remember nothing yet: the file is not touched."""
        self._path = path
        self._complain = complain
        self._jobs: SimpleQueue[Job | None] = SimpleQueue()
        self._thread: Thread | None = None

    def note(self, job: Job) -> None:
        """Let `job` write, after everything noted before."""
        if self._path is None:
            return
        self._jobs.put(job)
        if self._thread is None:
            self._thread = Thread(target=self._run, args=(self._path,), name="memory", daemon=True)
            self._thread.start()

    def ask(self, question: Callable[["State"], Told], answer: Callable[[Told], object]) -> None:
        """Hand what `question` finds to `answer`, in the memory's thread; it never comes when nothing is remembered."""
        self.note(lambda state: answer(question(state)))

    def close(self) -> None:
        """Write what was noted; nothing can be noted any more."""
        if self._thread is not None:
            self._jobs.put(None)
            self._thread.join(_PATIENCE)
        self._path = None

    def _run(self, path: Path) -> None:
        from sqlite3 import Error

        from newsread.state import State, StateError

        try:
            state = State(path)
        except StateError as error:
            self._path = None
            self._complain(str(error))
            return
        for job in iter(self._jobs.get, None):
            try:
                job(state)
            except StateError as error:
                self._complain(str(error))
            except Error as error:
                self._complain(f"{path} cannot be read ({error}).")
            except Exception as error:  # noqa: BLE001 - a fault of ours costs one note, not all that follow
                from newsread import crash

                self._complain(crash.report(error))
        state.close()
