"""Opens one source in a thread of its own, and tells the screen how it goes.

lxml and httpx are imported here, by what this thread calls, so that the first paint never waits for them. A daemon
thread, not one of Textual's workers: leaving the program must not wait for a server that does not answer.
"""

from collections.abc import Callable
from itertools import count
from threading import Event, Thread

from textual.message import Message

from newsread.layout.index import Index
from newsread.messages import Opened, OpenFailed, Progress
from newsread_filters.model import Page, Unreadable
from newsread_filters.reading import Reading

Report = Callable[[str, int, int | None], None]
"""Takes a stage in words, and how many bytes of how many have come."""

_numbers = count(1)


class Cancelled(Exception):  # noqa: N818 - it says what became of the opening
    """The user does not want this source any more."""


class SourceRefused(Exception):  # noqa: N818 - as above
    """A source cannot be had; `kind` is one of the error kinds."""

    def __init__(self, kind: str, message: str) -> None:
        """Keep both parts."""
        super().__init__(message)
        self.kind = kind
        self.message = message


class Opening:
    """One source on its way to the screen."""

    def __init__(
        self, load: Callable[[Report], Page], read: Callable[[Page], Reading], tell: Callable[[Message], object]
    ) -> None:
        """Prepare to `load` a page, to `read` it, and to `tell` the screen; nothing happens before `start`."""
        self.number = next(_numbers)
        self._load = load
        self._read = read
        self._tell = tell
        self._cancelled = Event()

    def start(self) -> None:
        """Begin."""
        Thread(target=self._run, name=f"opening-{self.number}", daemon=True).start()

    def cancel(self) -> None:
        """Stop at the next step; what comes afterwards is told to nobody."""
        self._cancelled.set()

    def _run(self) -> None:
        try:
            page = self._load(self._report)
            self._report("Reading", len(page.data), len(page.data))
            index = Index(self._read(page))
        except Cancelled:
            return
        except (SourceRefused, Unreadable) as error:
            self._say(OpenFailed(self.number, error.kind, error.message))
        except Exception as error:  # noqa: BLE001 - whatever a page does to us, the program stays and says so
            self._say(
                OpenFailed(self.number, "unreadable", f"This page could not be read ({type(error).__name__}: {error})")
            )
        else:
            self._say(Opened(self.number, index))

    def _report(self, stage: str, done: int, total: int | None) -> None:
        if self._cancelled.is_set():
            raise Cancelled
        self._tell(Progress(self.number, stage, done, total))

    def _say(self, message: Message) -> None:
        if not self._cancelled.is_set():
            self._tell(message)
