"""Starts the reader. This module is light: the source is being opened before Textual is imported."""

import gc
import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from newsread.cli.status import complain
from newsread.configuration import Configuration
from newsread.keymap import Keymap
from newsread.layout.head import HeadLine
from newsread.opening import Failure, Opener, Opening, Refused
from newsread.paths import state_file
from newsread.readings import Gather, Prepared, Readings
from newsread_filters.model import Reading

if TYPE_CHECKING:
    from newsread.screens.application import Newsread


def run(source: str | None, gather: Gather, config: Path, queue: tuple[str, ...] = ()) -> int:
    """Show `source` (the sample when None, standard input when "-") until the user leaves; the status to exit with.

    It is the first of the `queue` when there are several. `gather` gathers the settings of the file `config` and what
    is wrong with them, in another process.
    """
    # Textual waits a tenth of a second for what may be more of an escape sequence, and of Esc and `j` makes Alt+j.
    os.environ.setdefault("ESCDELAY", "50")
    gc.disable()  # nothing of what is made at the start is garbage: looking for it costs a twentieth of the start
    state = state_file()
    readings = Readings(gather, state)
    configuration = Configuration(config, readings)
    try:
        opening = _piped(readings) if source == "-" else readings.opening(source)
        opening.start()
        from newsread.screens.application import Newsread  # noqa: F401 - the import lasts while the opening goes on

        app = application(opening, readings.opening, readings.prepared(), state, configuration, queue)
        gc.freeze()
        gc.enable()
        gc.set_threshold(20_000, 20, 50)  # a key makes thousands of objects and keeps none: a twentieth of its time
        app.owns_terminal = True
        status = app.run()
        with suppress(OSError):  # the terminal may be gone
            for told in app.faults:
                complain(told)
        if app.crash is not None:
            raise app.crash
        return status or app.return_code or 0
    finally:
        readings.close()


def application(
    opening: Opening,
    opener: Opener,
    prepared: Prepared,
    state: Path | None = None,
    configuration: Configuration | None = None,
    queue: tuple[str, ...] = (),
) -> "Newsread":
    """The program around an `opening` that is under way; `opener` opens other sources, as those of the `queue`.

    `state` is what it remembers, `configuration` what it changes; nothing when they are None.
    """
    from newsread.screens.application import Newsread
    from newsread.screens.reader import ReaderScreen

    remarks = tuple(HeadLine("problem", problem) for problem in prepared.problems)
    keymap = Keymap(prepared.keys, only_ascii=prepared.ascii)
    if opening.source is None:
        remarks += _welcome(keymap)

    def reader() -> ReaderScreen:
        screen = ReaderScreen(opening, opener, prepared.measure, remarks, state)
        screen.quote_style = prepared.quote_style
        screen.configuration, screen.prepared = configuration, prepared
        screen.spacing = prepared.spacing
        screen.queue = queue
        screen.lists_first = opening.source is None and state is not None and state.is_file()
        return screen

    return Newsread(reader, prepared.theme, keymap, only_ascii=prepared.ascii)


def _welcome(keymap: Keymap) -> tuple[HeadLine, ...]:
    return (
        HeadLine("welcome", "Welcome to newsread: a sample, to show what it does."),
        HeadLine(
            "keys",
            keymap.row(toggle_cuts="what was removed", next_quote="next quote", open="open your own", help="all keys"),
        ),
    )


def _piped(readings: Readings) -> Opening:
    """Read standard input to its end, then take keys from the controlling terminal in its place."""
    from newsread.sources import stdin
    from newsread.sources.errors import SourceError

    try:
        page = stdin.read(readings.prepare().most_bytes)
    except SourceError as error:
        failure = Failure(error.kind, error.message)
        opening = Opening("-", lambda _: _refuse(failure))
    else:
        opening = readings.opening("-", page)
    stdin.take_terminal()
    return opening


def _refuse(failure: Failure) -> Reading:
    raise Refused(failure)
