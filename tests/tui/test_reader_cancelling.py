"""Cancelling while a source is on its way: it ends at once, whatever it is at."""

import itertools
import os
import socket
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from loopback import Handler, Loopback
from onscreen import on_screen, text, until

from newsread.config.declaration import Settings, SourceSettings
from newsread.readings import Readings
from newsread_filters.filter import Clutter, Filter
from newsread_filters.view import ArticleView

FOREVER = 600
"""Seconds; no test waits so long."""


class Sleeps(Filter, frozen=True):
    """Never comes to its end in Python: a step of our own, by the module that it is from, which uses no processor."""

    __module__ = "newsread_filters.builtin.sleeps"
    name = "sleeps"
    examples = ()

    def find(self, article: ArticleView) -> Iterator[Clutter]:
        """Sleep."""
        while True:
            time.sleep(1)
        yield Clutter(article.blocks[0].number, "")


class Hangs(Filter, frozen=True):
    """Never comes back from C."""

    __module__ = "newsread_filters.builtin.hangs"
    name = "hangs"
    examples = ()

    def find(self, article: ArticleView) -> Iterator[Clutter]:
        """Hang."""
        sum(itertools.repeat(1, sys.maxsize))
        yield Clutter(article.blocks[0].number, "")


@pytest.fixture
def deaf() -> Iterator[str]:
    """The address of a host that never takes a connection: those that wait for it already fill its queue."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen(0)
        waiting = [socket.socket() for _ in range(4)]
        for each in waiting:
            each.setblocking(False)
            each.connect_ex(listening.getsockname())
        yield f"http://127.0.0.1:{listening.getsockname()[1]}/"
        for each in waiting:
            each.close()


@pytest.fixture
def sources(server: Loopback, deaf: str, tmp_path: Path) -> dict[str, str]:
    """Sources that stop on their way, by what they are at then."""

    def drip(handler: Handler) -> None:
        handler.begin(content_type="text/html", content_length="99999")
        handler.wfile.write(b"<p>The bridge")
        handler.wfile.flush()
        handler.hang()

    page, pipe = tmp_path / "page.txt", tmp_path / "pipe"
    page.write_text("Bridge turns out too low\n\nThe crossing is too low for the ferry.\n", "utf8")
    os.mkfifo(pipe)
    return {
        "connecting": deaf,
        "waiting for an answer": server.on("/silent", Handler.hang),
        "receiving": server.on("/drip", drip),
        "opening a pipe": str(pipe),
        "reading in Python": str(page),
        "reading in C": str(page),
    }


def settings(at: str) -> Settings:
    """The settings with which a source stops there: no server is given up, and a filter may hang."""
    patient = SourceSettings(timeout=FOREVER, total_timeout=FOREVER)
    hanging: dict[str, Filter] = {"reading in Python": Sleeps(), "reading in C": Hangs()}
    return Settings(sources=patient, filters={"grief": hanging[at]} if at in hanging else {})


@pytest.fixture
def make() -> Iterator[Callable[[str], Readings]]:
    """Makes readings that stop at something."""
    made: list[Readings] = []

    def readings(at: str) -> Readings:
        made.append(Readings(lambda *_: (settings(at), ()), seconds=FOREVER))
        return made[-1]

    yield readings
    for each in made:
        each.close()


PHASES = {
    "connecting": "Connecting",
    "waiting for an answer": "Connecting",
    "receiving": "Receiving",
    "opening a pipe": "Opening",
    "reading in Python": "Reading",
    "reading in C": "Reading",
}
"""What a source is at, and what the screen says of that."""


@pytest.mark.parametrize("at", PHASES)
async def test_esc_ends_an_opening_whatever_it_is_at(
    make: Callable[[str], Readings], sources: dict[str, str], at: str
) -> None:
    """The screen says so at once, and the process that was at it is gone: its end is what the thread waits for."""
    readings = make(at)
    opening = readings.opening(sources[at]).start()
    async with on_screen(opening, opener=readings.opening) as pilot:
        await until(pilot, lambda: PHASES[at] in text(pilot))
        await pilot.press("escape")
        await until(pilot, lambda: "Cancelled" in text(pilot))
        opening.wait()
        await pilot.press("r")
        await until(pilot, lambda: PHASES[at] in text(pilot))
        await pilot.press("escape")
        await until(pilot, lambda: "Cancelled" in text(pilot))
