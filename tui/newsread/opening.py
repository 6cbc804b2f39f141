"""Follows one source on its way to the screen, in a thread that waits for what does the work.

An opening begins before Textual is imported, and is often done when the screen asks for it. A daemon thread, not one of
Textual's workers: leaving the program must not wait for a server that does not answer.
"""

from collections.abc import Callable
from threading import Lock, Thread

from msgspec import Struct

from newsread.layout.index import Index
from newsread_filters.model import Reading, Unreadable


class Progress(Struct, frozen=True):
    """How far an opening has come, in words, and how many bytes of how many (None: not known) were received."""

    stage: str
    done: int = 0
    total: int | None = None


class Failure(Struct, frozen=True):
    """Why a source cannot be shown; `kind` is one of the error kinds that `newsread clean --format json` prints."""

    kind: str
    message: str


Outcome = Index | Failure
Report = Callable[[Progress], None]
Work = Callable[[Report], Reading]


class Refused(Exception):  # noqa: N818 - it says what became of the source
    """A source cannot be had."""

    def __init__(self, failure: Failure) -> None:
        """Keep what is to be told."""
        super().__init__(failure.message)
        self.failure = failure


Opener = Callable[..., "Opening"]
"""Makes an opening of a source; or of the page that is there already, and with overrides: see `Readings.opening`."""


class Opening:
    """One source on its way to the screen."""

    def __init__(self, source: str | None, work: Work, stop: Callable[[], None] = lambda: None) -> None:
        """Prepare to `work` on `source` (the sample when None); `stop` ends the work when nobody wants it any more."""
        self.source = source
        self.outcome: Outcome | None = None
        self.progress = Progress("Opening")
        """How far it is."""
        self._work = work
        self._stop = stop
        self._cancelled = False
        self._thread = Thread(target=self._run, name="opening", daemon=True)
        self._lock = Lock()
        self._listener: Callable[[Progress | Outcome], object] | None = None

    def start(self) -> "Opening":
        """Begin."""
        self._thread.start()
        return self

    def wait(self) -> None:
        """Wait for the outcome."""
        self._thread.join()

    def follow(self, listener: Callable[[Progress | Outcome], object]) -> None:
        """Tell `listener` everything from now on, in the opening's thread; an outcome that is there is not told."""
        with self._lock:
            if self.outcome is None:
                self._listener = listener

    def cancel(self) -> None:
        """Stop, and tell nobody anything more."""
        self._cancelled = True
        self._stop()

    def _run(self) -> None:
        try:
            outcome: Outcome = Index(self._work(self._tell))
        except Refused as error:
            outcome = error.failure
        except Unreadable as error:
            outcome = Failure(error.kind, error.message)
        except Exception as error:  # noqa: BLE001 - a fault of ours: the program stays and says so
            from newsread import crash

            outcome = Failure("unreadable", f"This page could not be read: {crash.report(error)}")
        with self._lock:
            self.outcome = outcome
        self._tell(outcome)

    def _tell(self, what: Progress | Outcome) -> None:
        if isinstance(what, Progress):
            self.progress = what
        if self._listener is not None and not self._cancelled:
            self._listener(what)
