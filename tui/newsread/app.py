"""Starts the reader. This module is light: the source is being opened before Textual is imported."""

import gc
import os
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from newsread.config.declaration import Settings
from newsread.layout.head import HeadLine
from newsread.readings import Readings
from newsread.screens.opening import Failure, Opening, Refused
from newsread.sources import SourceError, load
from newsread_filters.model import Page
from newsread_filters.reading import Reading

if TYPE_CHECKING:
    from newsread.screens.application import Newsread

WELCOME = (
    HeadLine("welcome", "Welcome to newsread: a sample, to show what it does."),
    HeadLine("keys", "c what was removed · ] next quote · O open your own · ? all keys"),
)


def run(source: str | None, settings: Settings, problems: Sequence[object] = ()) -> int:
    """Show `source` (the sample when None, standard input when "-") until the user leaves; the status to exit with.

    `problems` of the configuration stand above the article.
    """
    gc.disable()  # nothing of what is made at the start is garbage: looking for it costs a twentieth of the start
    readings = Readings(settings)
    try:
        opening = _piped(readings, settings) if source == "-" else readings.opening(source)
        app = application(opening.start(), readings.opening, settings, problems)
        gc.enable()
        return app.run() or 0
    finally:
        readings.close()


def application(
    opening: Opening, opener: Callable[[str], Opening], settings: Settings, problems: Sequence[object] = ()
) -> "Newsread":
    """The program around an `opening` that is under way; `opener` opens other sources."""
    from newsread.screens.application import Newsread
    from newsread.screens.reader import ReaderScreen

    remarks = tuple(HeadLine("problem", str(problem)) for problem in problems)
    if opening.source is None:
        remarks += WELCOME
    return Newsread(lambda: ReaderScreen(opening, opener, settings.reader.measure, remarks), settings.reader.theme)


def _piped(readings: Readings, settings: Settings) -> Opening:
    """Read standard input to its end, then take keys from the controlling terminal in its place."""
    page: Page | None = None
    refused: SourceError | None = None
    try:
        page = load("-", settings.sources)
    except SourceError as error:
        refused = error
    terminal = os.open("/dev/tty", os.O_RDWR)
    os.dup2(terminal, 0)
    os.close(terminal)
    if refused is None:
        return readings.opening("-", page)
    return Opening("-", lambda _: _refuse(refused))


def _refuse(error: SourceError) -> Reading:
    raise Refused(Failure(error.kind, error.message))
