"""Puts readings on a real screen without a terminal, for the tests of the reader."""

import asyncio
import threading
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path
from typing import Any
from unittest.mock import patch

from textual.app import App
from textual.pilot import Pilot

from newsread.app import application
from newsread.config.declaration import Settings
from newsread.config.load import load
from newsread.configuration import Configuration
from newsread.layout.window import Window
from newsread.opening import Opener, Opening, Report
from newsread.plugins import inventory
from newsread.readings import Prepared, Readings
from newsread.screens.application import Newsread
from newsread.screens.reader import ReaderScreen
from newsread_filters.model import Article, Block, Cut, Notice, Page, Quote, QuoteSpan
from newsread_filters.reading import Reading

FILLER = (
    "The harbour committee met again on Tuesday and agreed on nothing but the date of its next meeting, in number {}."
)


def removed(text: str, by: str = "related_links", reason: str = "a headline of another story") -> Block:
    """A block that a filter removed."""
    return Block(source_text=text, cuts=(Cut(0, len(text), by, reason),))


def quote(block: int, text: str, words: str, speaker: str | None = "Dorothea Pell") -> Quote:
    """The quote of `words`, which stand in the `text` of `block`."""
    start = text.index(words)
    spans = (QuoteSpan(block, start, start + len(words)),)
    return Quote(text=words, speaker=speaker, role="council leader", cue="said", rule="test", certainty=1, spans=spans)


def reading(
    *blocks: Block | str, quotes: tuple[Quote, ...] = (), notices: tuple[Notice, ...] = (), **article: Any
) -> Reading:
    """A reading of `blocks`; a plain text is a paragraph."""
    made = tuple(Block(source_text=block) if isinstance(block, str) else block for block in blocks)
    return Reading(
        page=Page(source="page.txt", data=b""),
        article=Article(blocks=made, **article),
        quotes=quotes,
        notices=notices,
    )


def long_reading(paragraphs: int = 60) -> Reading:
    """A long article: a removed line behind every fifth paragraph, a quote in every tenth."""
    blocks: list[Block | str] = []
    quotes = []
    for number in range(paragraphs):
        text = FILLER.format(number)
        if number % 10 == 9:
            words = f"There is no bridge {number}"
            text = f"“{words},” said Dorothea Pell. {text}"
            quotes.append(quote(len(blocks), text, words))
        blocks.append(text)
        if number % 5 == 4:
            blocks.append(removed(f"Donkey elected mayor of village {number}"))
    return reading(*blocks, quotes=tuple(quotes), title="A bridge too low", site="Daily Gannet", byline="Marnie Osgood")


def configured(config: Path, state: Path | None = None) -> Readings:
    """Reads in another process, with what the file `config` holds at that moment, or with the text that is held.

    A page may take a minute: how busy the machine is must not change what is found.
    """

    def gather(held: str | None = None) -> tuple[Settings, list[object]]:
        settings, problems = load(config, inventory(config.parent / "filters"), text=held)
        return settings, list(problems)

    return Readings(gather, state, seconds=60)


def opened(what: Reading, source: str | None = "page.txt") -> Opening:
    """An opening that has come to its end."""
    opening = Opening(source, lambda _: what)
    opening.start()
    opening.wait()
    return opening


def nothing_else(source: str, work: Callable[[Report], Reading] | None = None) -> Opening:
    """Opens what `work` reads; nothing may be opened without it."""
    if work is None:
        raise AssertionError(f"{source} should not be opened")
    return Opening(source, work)


async def _all_done(app: App[Any], *_: float) -> None:
    """Let the program do all that it can do now: what comes from a thread or a timer is to be waited for by name.

    The pilot itself looks whether the process is busy, for two fiftieths of a second behind every key.
    """
    loop = asyncio.get_running_loop()
    while True:
        while loop._ready:  # type: ignore[attr-defined] # noqa: ASYNC110 - the event is that there are no more
            await asyncio.sleep(0)
        app.screen._on_timer_update()  # draws what would be drawn in a sixtieth of a second
        if not loop._ready:  # type: ignore[attr-defined]
            return


@asynccontextmanager
async def on_screen(
    what: Reading | Opening,
    size: tuple[int, int] = (120, 40),
    opener: Opener = nothing_else,
    state: Path | None = None,
    configuration: Configuration | None = None,
    queue: tuple[str, ...] = (),
    **prepared: Any,
) -> AsyncIterator[Pilot[int]]:
    """Show an article in a window of `size`, in a program that is prepared as `prepared` says.

    What is remembered is in the file `state`, and what is configured in `configuration`; nothing when they are None.
    """
    opening = what if isinstance(what, Opening) else opened(what)
    app = application(opening, opener, Prepared(**prepared), state, configuration, queue)
    wait = partial(_all_done, app)
    with patch("textual.app.wait_for_idle", wait), patch("textual.pilot.wait_for_idle", wait):
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            yield pilot


def the_reader(pilot: Pilot[int]) -> ReaderScreen:
    """The reader screen, also when something is laid over it."""
    assert isinstance(pilot.app, Newsread)
    screen = pilot.app.screen_stack[0]
    assert isinstance(screen, ReaderScreen)
    return screen


def the_window(pilot: Pilot[int]) -> Window:
    """What is seen of the text."""
    window = the_reader(pilot).article.window
    assert window is not None
    return window


def rows(pilot: Pilot[int]) -> list[str]:
    """What the window shows, row by row."""
    return [strip.text.rstrip() for strip in pilot.app.screen._compositor.render_strips()]


def text(pilot: Pilot[int]) -> str:
    """What the window shows."""
    return "\n".join(rows(pilot))


def current(pilot: Pilot[int]) -> str:
    """The first row that carries the cursor in the text."""
    return next((row.partition("┃")[2].strip() for row in rows(pilot) if "┃" in row[:10]), "")


def status(pilot: Pilot[int]) -> str:
    """What the status line says."""
    return the_reader(pilot).status.said


async def resize(pilot: Pilot[int], columns: int, rows: int) -> None:
    """Give the window another size, and wait until everything has its place in it."""
    await pilot.resize_terminal(columns, rows)
    await until(pilot, lambda: pilot.app.screen._compositor.size == (columns, rows))
    await pilot.pause()


async def until(pilot: Pilot[int], condition: Callable[[], bool]) -> None:
    """Let the program go on until `condition` holds."""
    for _ in range(3000):
        if condition():
            return
        await pilot.pause(0.01)
    raise AssertionError(f"it did not come to pass; the screen shows:\n{text(pilot)}")


class Held:
    """Work on a source that goes on only when it is told to."""

    def __init__(self, what: Reading) -> None:
        """End with `what`."""
        self.report: Report | None = None
        self.stopped = threading.Event()
        self._what = what
        self._begun = threading.Event()
        self._end = threading.Event()

    def opening(self, source: str) -> Opening:
        """An opening that is worked on like this."""
        return Opening(source, self._work, self.stopped.set)

    def begun(self) -> Report:
        """Wait for the work to begin; gives what reports its progress."""
        assert self._begun.wait(60)
        assert self.report is not None
        return self.report

    def end(self) -> None:
        """Let the work come to its end."""
        self._end.set()

    def _work(self, report: Report) -> Reading:
        self.report = report
        self._begun.set()
        self._end.wait(60)
        return self._what
